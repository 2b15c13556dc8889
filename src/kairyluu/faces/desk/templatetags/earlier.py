"""The mark of an appeal that comes from an earlier register."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kairyluu.queries.legacy.batches import row_of
from kairyluu.rules.legacy.marks import is_from_earlier_register

register = template.Library()


@register.simple_tag
def earlier_tag(tracking_number: str) -> SafeString | str:
    """A badge, or nothing."""
    if not is_from_earlier_register(tracking_number):
        return ""
    return format_html('<span class="tag is-hold">{}</span>', _("Earlier register"))


@register.simple_tag
def earlier_row(appeal: Any) -> Any:
    """The row of the register, with its batch; None for appeals of this house, of which nothing is asked."""
    return row_of(appeal.pk) if is_from_earlier_register(appeal.tracking_number) else None

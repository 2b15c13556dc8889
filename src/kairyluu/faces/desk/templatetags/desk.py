"""What only the desk draws."""

from __future__ import annotations

from uuid import UUID

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import ngettext

from kairyluu.design.dates import figure
from kairyluu.queries.lists.paging import Count

register = template.Library()


@register.simple_tag
def total(count: Count) -> str:
    """«214 appeals», «more than 1 000 appeals»."""
    words = ngettext("%(n)s appeal", "%(n)s appeals", count.n)
    return words % {"n": f"{figure(count.n)}+" if count.is_more else figure(count.n)}


@register.simple_tag
def case_url(appeal_id: UUID) -> str:
    try:
        return reverse("desk:case", args=[appeal_id])
    except NoReverseMatch:
        return "#main"

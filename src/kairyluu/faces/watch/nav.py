"""The rail of oversight."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kairyluu.design.nav import Item, Section


def rail(current: str) -> list[Section]:
    """`current` is the page that is lit."""
    return [
        Section(
            _("Control"),
            (
                Item(_("Bodies"), reverse("watch:home"), current == "bodies"),
                Item(_("What if the term were another"), reverse("watch:what-if"), current == "what-if"),
            ),
        )
    ]

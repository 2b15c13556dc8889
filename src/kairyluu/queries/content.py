"""The portal's texts: the instruction, the act, help and others, in the version in force."""

from __future__ import annotations

from datetime import date

from kairyluu.data.reference.models import ContentPage
from kairyluu.rules.refusals import Refused

FALLBACK = "ky"


class NoSuchPage(Refused):
    """No version of this text is in force, not even in Kyrgyz; facts: slug."""


def find_content(slug: str, language: str, today: date) -> ContentPage:
    """The newest version in force in that language, else in Kyrgyz; raises NoSuchPage."""
    rows = ContentPage.objects.filter(
        slug=slug, language__in={language, FALLBACK}, effective_from__lte=today, is_active=True
    )
    found = sorted(rows, key=lambda row: (row.language == language, row.effective_from, row.pk))
    if not found:
        raise NoSuchPage({"slug": slug})
    return found[-1]

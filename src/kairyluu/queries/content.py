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


def find_version(slug: str, language: str, version: str, today: date) -> ContentPage:
    """One version that is or was in force, in that language, else in Kyrgyz; raises NoSuchPage."""
    rows = ContentPage.objects.filter(
        slug=slug, language__in={language, FALLBACK}, version=version, effective_from__lte=today
    )
    found = sorted(rows, key=lambda row: row.language == language)
    if not found:
        raise NoSuchPage({"slug": slug, "version": version})
    return found[-1]


def list_versions(slug: str, language: str, today: date) -> list[tuple[str, date]]:
    """Every version in that language that is or was in force, with its first day, the newest first."""
    rows = ContentPage.objects.filter(slug=slug, language=language, effective_from__lte=today)
    return list(rows.order_by("-effective_from", "-pk").values_list("version", "effective_from"))

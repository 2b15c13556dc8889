"""Periods of whole months: which one an address asks for, which ones there are, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from kairyluu.faces.portal.page import language_now
from kairyluu.reports.published.asking import as_far_as_over, period_asked, usual_period
from kairyluu.rules.figures.periods import Period

ROMAN = ("", "I", "II", "III", "IV")
CUSTOMARY = (8, 9, 10)  # months for which bodies report


def chosen(asked: Mapping[str, str], *, today: date, since: date) -> Period:
    """What is no period that may be asked for is taken as not asked: the running year."""
    return period_asked(asked, today=today, since=since) or usual_period(today)


def choices(*, today: date, since: date) -> list[tuple[int, list[tuple[str, str]]]]:
    """By year, the newest first: codes and words of every period that is over, and of the running year as far as it is."""
    years = []
    for year in range(today.year, since.year - 1, -1):
        whole = as_far_as_over(Period.year(year), today)
        if whole:
            found = [(str(year), in_words(whole))]
            parts = (period for period in _parts(year) if period.has_ended(today) and period != whole)
            years.append((year, found + [(period.code, in_words(period)) for period in parts]))
    return years


def months(*, today: date, since: date) -> list[tuple[str, str]]:
    """Every month that is over, the newest first."""
    found = [
        Period.month(year, number)
        for year in range(today.year, since.year - 1, -1)
        for number in range(12, 0, -1)
    ]
    return [(month.code, in_words(month)) for month in found if month.has_ended(today)]


def in_words(period: Period) -> str:
    """«2026-жыл, октябрь», «III квартал 2026 г.», “January – August 2026”."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return _("%(month)s %(year)s") % {"month": month_name(first.month), "year": first.year}
    if first.year != last.year:
        ends = [in_words(Period.month(day.year, day.month)) for day in (first, last)]
        return f"{ends[0]} – {_inside(ends[1])}"
    code = period.code.partition("-")[2]
    if code.startswith("Q"):
        return _("Quarter %(quarter)s of %(year)s") % {"quarter": ROMAN[int(code[1])], "year": first.year}
    if code.startswith("H"):
        return _("Half-year %(half)s of %(year)s") % {"half": ROMAN[int(code[1])], "year": first.year}
    if not code:
        return _("Year %(year)s") % {"year": first.year}
    names = {"first": month_name(first.month), "last": _inside(month_name(last.month)), "year": first.year}
    return _("%(first)s – %(last)s %(year)s") % names


def month_name(number: int) -> str:
    """As it stands inside or at the beginning of a line: Kyrgyz writes the year first."""
    name = str(MONTHS[number])
    return name.lower() if language_now() == "ky" else name


def _inside(words: str) -> str:
    """Russian and Kyrgyz months are small letters inside a line."""
    return words if language_now() == "en" else words[0].lower() + words[1:]


def _parts(year: int) -> Iterator[Period]:
    yield from (Period.half_year(year, n) for n in (1, 2))
    yield from (Period.quarter(year, n) for n in (1, 2, 3, 4))
    yield from (Period.months(year, n) for n in CUSTOMARY)
    yield from (Period.month(year, n) for n in range(1, 13))

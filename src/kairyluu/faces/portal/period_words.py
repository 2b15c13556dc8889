"""Periods of reports in words, and which one an address asks for."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from kairyluu.faces.portal.page import language_now
from kairyluu.reports.periods import MONTH, QUARTER, Period, periods_until, read_period
from kairyluu.reports.registry import first_day

ROMAN = ("I", "II", "III", "IV")


def in_words(period: Period) -> str:
    """«2026-жыл, октябрь», «Октябрь 2026 г.», “October 2026”."""
    if period.kind == MONTH:
        return _("%(month)s %(year)s") % {"month": month_name(period.number), "year": period.year}
    if period.kind == QUARTER:
        return _("Quarter %(quarter)s of %(year)s") % {
            "quarter": ROMAN[period.number - 1],
            "year": period.year,
        }
    return _("Year %(year)s") % {"year": period.year}


def month_name(number: int) -> str:
    """As it stands inside or at the beginning of a line: Kyrgyz writes the year first."""
    name = str(MONTHS[number])
    return name.lower() if language_now() == "ky" else name


def choices(*, now: datetime, today: date) -> list[tuple[str, str]]:
    """Codes and words of every period there are figures for."""
    since = first_day(now=now) or today
    return [(period.code, in_words(period)) for period in periods_until(today, since)]


def chosen(code: str, *, now: datetime, today: date) -> Period:
    """The period of this code if it is one of the choices, else the running year."""
    period = read_period(code)
    since = first_day(now=now) or today
    return period if period in periods_until(today, since) else Period(today.year)

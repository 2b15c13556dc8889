"""For which period open figures may be asked, and on which terms their files are given away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kairyluu.rules.figures.periods import NoPeriod, Period

LICENCE = {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"}
MOST_YEARS = 3  # of a span that is put together of two months


def period_asked(asked: Mapping[str, str], *, today: date, since: date) -> Period | None:
    """`from` and `to` (2026-03) if both are months, else `period` (2026, 2026-H1, 2026-Q3, 2026-9M, 2026-10), as far as its
    months are over; None for what is no period with an ended month since the first year."""
    first, last = asked.get("from", ""), asked.get("to", "")
    wanted = (_span(first, last) if first and last else None) or _read(asked.get("period", ""))
    return as_far_as_over(wanted, today) if wanted and wanted.first.year >= since.year else None


def usual_period(today: date) -> Period:
    """The running year as far as its months are over, in January the year before."""
    return as_far_as_over(Period.year(today.year), today) or Period.year(today.year - 1)


def as_far_as_over(period: Period, today: date) -> Period | None:
    last = date.fromordinal(today.replace(day=1).toordinal() - 1)
    return period.until(last)


def _read(code: str) -> Period | None:
    try:
        found = Period.of(code)
    except NoPeriod:
        return None
    return found if found.is_whole_months and found.last.year - found.first.year < MOST_YEARS else None


def _span(first: str, last: str) -> Period | None:
    one, other = _read(first), _read(last)
    if one is None or other is None:
        return None
    return _read(f"{min(one, other).first}..{max(one, other).last}")

"""Periods somebody answers for: any two days, or a month, a quarter, a year by its code."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_CODE = re.compile(r"(20\d\d)(?:-(?:q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
LONGEST = 366 * 5  # days


@dataclass(frozen=True)
class Span:
    """Both days included."""

    first_on: dt.date
    last_on: dt.date


def span_of(code: str) -> Span | None:
    """`2026`, `2026-q3` or `2026-10`; None for anything else."""
    found = _CODE.fullmatch(code)
    if not found:
        return None
    year, quarter, month = int(found[1]), found[2], found[3]
    first = 3 * int(quarter) - 2 if quarter else int(month or 1)
    months = 3 if quarter else 1 if month else 12
    after = first + months
    end = dt.date(year + 1, 1, 1) if after > 12 else dt.date(year, after, 1)
    return Span(dt.date(year, first, 1), end - dt.timedelta(days=1))


def read_span(first: str, last: str, code: str, today: dt.date) -> tuple[Span, bool]:
    """What was asked for, and whether it was understood; else the present year so far. Never after today, never longer
    than five years."""
    given = span_of(code)
    if given is None:
        since, until = read_day(first), read_day(last)
        given = Span(since, until or today) if since else None
    this_year = Span(dt.date(today.year, 1, 1), today)
    if given is None:
        return this_year, not (first or last or code)
    held = Span(given.first_on, min(given.last_on, today))
    is_right = held.first_on <= held.last_on and (held.last_on - held.first_on).days <= LONGEST
    return (held, True) if is_right else (this_year, False)


def shortcuts(today: dt.date) -> tuple[str, ...]:
    """This month and the one before, this quarter and the one before, this year and the one before."""
    quarter = (today.month + 2) // 3
    before = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    last = (today.year, quarter - 1) if quarter > 1 else (today.year - 1, 4)
    return (
        f"{today.year}-{today.month:02}",
        f"{before[0]}-{before[1]:02}",
        f"{today.year}-q{quarter}",
        f"{last[0]}-q{last[1]}",
        str(today.year),
        str(today.year - 1),
    )


def read_day(typed: str) -> dt.date | None:
    """`2026-03-01` or `01.03.2026`."""
    found = _DAY.fullmatch(typed.strip())
    try:
        if found:
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        return dt.date.fromisoformat(typed.strip())
    except ValueError:
        return None

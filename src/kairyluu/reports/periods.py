"""Periods a report is made for: a month, a quarter, a year, each by its code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTH, QUARTER, YEAR = "month", "quarter", "year"
_CODE = re.compile(r"(20\d\d)(?:-(?:q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """`2026`, `2026-q3` or `2026-10`; `number` is the quarter or month, 0 for a year."""

    year: int
    kind: str = YEAR
    number: int = 0

    @property
    def code(self) -> str:
        ends = {YEAR: "", QUARTER: f"-q{self.number}", MONTH: f"-{self.number:02}"}
        return f"{self.year}{ends[self.kind]}"

    @property
    def starts_on(self) -> date:
        return date(self.year, self._first_month, 1)

    @property
    def ends_before(self) -> date:
        """The first day after it."""
        months = self._first_month - 1 + {YEAR: 12, QUARTER: 3, MONTH: 1}[self.kind]
        return date(self.year + months // 12, months % 12 + 1, 1)

    @property
    def _first_month(self) -> int:
        return {YEAR: 1, QUARTER: 3 * self.number - 2, MONTH: self.number}[self.kind]

    def has_ended(self, today: date) -> bool:
        return self.ends_before <= today


def read_period(code: str) -> Period | None:
    """The period of this code, None when it is none."""
    found = _CODE.fullmatch(code)
    if not found:
        return None
    year, quarter, month = int(found[1]), found[2], found[3]
    if quarter:
        return Period(year, QUARTER, int(quarter))
    return Period(year, MONTH, int(month)) if month else Period(year)


def month_before(today: date) -> Period:
    """The last month that has ended."""
    if today.month == 1:
        return Period(today.year - 1, MONTH, 12)
    return Period(today.year, MONTH, today.month - 1)


def periods_until(today: date, since: date) -> list[Period]:
    """Every year, quarter and month that has begun by today, newest first, from the year of `since` on."""
    years = range(today.year, since.year - 1, -1)
    of_year = [
        [Period(year)]
        + [Period(year, QUARTER, number) for number in range(4, 0, -1)]
        + [Period(year, MONTH, number) for number in range(12, 0, -1)]
        for year in years
    ]
    begun = [p for periods in of_year for p in periods if since.replace(day=1) < p.ends_before]
    return [period for period in begun if period.starts_on <= today]

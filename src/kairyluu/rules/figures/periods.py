"""The periods of reports: a week, a month, a quarter, a half-year, 8, 9 or 10 months, a year, any two days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from kairyluu.rules.refusals import Refused

_CODE = re.compile(r"(20\d\d)(?:-(?:Q([1-4])|H([12])|(\d{1,2})M|W(\d\d)|(0[1-9]|1[0-2])))?", re.ASCII)
_ONE = dt.timedelta(days=1)


class NoPeriod(Refused):
    """Nothing that a period is written like; facts: code."""


@dataclass(frozen=True, order=True)
class Period:
    """Both days included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise NoPeriod({"code": f"{self.first}..{self.last}"})

    @classmethod
    def of(cls, code: str) -> Period:
        """`2026`, `2026-H1`, `2026-Q3`, `2026-10`, `2026-8M` (its first eight months), `2026-W05`, `2026-01-01..2026-03-31`
        or one day `2026-01-01`. Raises `NoPeriod`."""
        found = _CODE.fullmatch(code.strip().upper())
        try:
            if not found:
                first, _, last = code.strip().partition("..")
                return cls(dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
            year, quarter, half, months, week, month = (int(part or 0) for part in found.groups())
            if week:
                return cls.week(year, week)
            if quarter:
                return cls.quarter(year, quarter)
            if half:
                return cls.half_year(year, half)
            if months:
                return cls.months(year, months)
            return cls.month(year, month) if month else cls.year(year)
        except ValueError:
            raise NoPeriod({"code": code}) from None

    @classmethod
    def year(cls, year: int) -> Period:
        return cls._of_months(year, 1, 12)

    @classmethod
    def half_year(cls, year: int, half: int) -> Period:
        return cls._of_months(year, 6 * half - 5, 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        return cls._of_months(year, 3 * quarter - 2, 3)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls._of_months(year, month, 1)

    @classmethod
    def months(cls, year: int, n: int) -> Period:
        """From January on: reports of eight, nine, ten months are customary."""
        return cls._of_months(year, 1, n)

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        monday = dt.date.fromisocalendar(year, week, 1)
        return cls(monday, monday + 6 * _ONE)

    @classmethod
    def _of_months(cls, year: int, first: int, n: int) -> Period:
        last = first + n - 1
        return cls(dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1]))

    @property
    def is_week(self) -> bool:
        return self.first.weekday() == 0 and self.last - self.first == 6 * _ONE

    @property
    def is_whole_months(self) -> bool:
        return self.first.day == 1 and (self.last + _ONE).day == 1

    @property
    def code(self) -> str:
        """The shortest that `of` reads back."""
        year, first, last = self.first.year, self.first.month, self.last.month
        if self.is_whole_months and self.last.year == year:
            n = last - first + 1
            if (first, n) == (1, 12):
                return str(year)
            if n == 1:
                return f"{year}-{first:02}"
            if n == 6 and first in (1, 7):
                return f"{year}-H{1 + first // 7}"
            if n == 3 and first % 3 == 1:
                return f"{year}-Q{(first + 2) // 3}"
            if first == 1:
                return f"{year}-{n}M"
        if self.is_week:
            iso = self.first.isocalendar()
            return f"{iso.year}-W{iso.week:02}"
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    def a_year_before(self) -> Period:
        """The same months or days of the year before; of a week the one 52 weeks before, with the same weekdays."""
        if self.is_week:
            return Period(self.first - 364 * _ONE, self.last - 364 * _ONE)
        last = _a_year_before(self.last)
        if (self.last + _ONE).day == 1:
            last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        return Period(_a_year_before(self.first), last)

    def has_ended(self, today: dt.date) -> bool:
        return self.last < today

    def until(self, day: dt.date) -> Period | None:
        """The part up to and including the day; None when it has not begun."""
        return Period(self.first, min(self.last, day)) if self.first <= day else None


def _a_year_before(day: dt.date) -> dt.date:
    most = calendar.monthrange(day.year - 1, day.month)[1]
    return dt.date(day.year - 1, day.month, min(day.day, most))


def bucket(time: str, day: dt.date) -> str:
    """The code of the day, week, month, quarter, half-year or year that a day lies in."""
    if time == "day":
        return day.isoformat()
    if time == "week":
        iso = day.isocalendar()
        return f"{iso.year}-W{iso.week:02}"
    if time == "month":
        return f"{day.year}-{day.month:02}"
    if time == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if time == "half_year":
        return f"{day.year}-H{1 + day.month // 7}"
    return str(day.year)


def buckets(time: str, period: Period) -> tuple[str, ...]:
    """Of a period, in order, without gap."""
    days = (period.first + n * _ONE for n in range((period.last - period.first).days + 1))
    return tuple(dict.fromkeys(bucket(time, day) for day in days))

"""The working calendar: plain Monday-to-Friday weeks and the dated rows that differ from them.

Rules 1-3 of the reference data: a holiday or a day off by decision is off; a working day by decision and a
shortened day are worked, also on a Saturday; nothing is moved by itself. Counting costs a few bisections,
however far apart two days lie.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from kairyluu.rules.refusals import Refused

HOLIDAY = "holiday"
DAY_OFF_BY_DECISION = "day_off_by_decision"
WORKING_DAY_BY_DECISION = "working_day_by_decision"
SHORTENED = "shortened"
WEEKEND = "weekend"

OFF_KINDS = frozenset({HOLIDAY, DAY_OFF_BY_DECISION})
WORKED_KINDS = frozenset({WORKING_DAY_BY_DECISION, SHORTENED})
DAY_KINDS = OFF_KINDS | WORKED_KINDS

# Kyrgyzstan has kept UTC+06:00 all the year since 12 August 2005; a fixed offset needs no time zone files.
BISHKEK = dt.timezone(dt.timedelta(hours=6), "Asia/Bishkek")


class UnknownDayKind(Refused):
    """A calendar row of a kind that nobody knows how to count."""


class DayBeyondCalendar(Refused):
    """The count ran out of the years a date can express."""


class MomentWithoutZone(Refused):
    """A moment without an offset says nothing about the date in Bishkek."""


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """One date that differs from the plain week.

    `announced_on` is the day from which the row was known, empty: always. `scope` is the code of the
    territory or body the row is limited to, empty: the whole republic.
    """

    date: dt.date
    kind: str
    paired_date: dt.date | None = None
    decided_on: dt.date | None = None
    announced_on: dt.date | None = None
    name_ky: str = ""
    name_ru: str = ""
    name_en: str = ""
    status: str = "verified"
    source: str = ""
    scope: str = ""

    def __post_init__(self) -> None:
        if self.kind not in DAY_KINDS:
            raise UnknownDayKind(facts={"kind": self.kind, "date": self.date.isoformat()})

    @property
    def is_off(self) -> bool:
        return self.kind in OFF_KINDS

    @property
    def is_confirmed(self) -> bool:
        return self.status != "unverified"

    def was_known_on(self, day: dt.date) -> bool:
        return self.announced_on is None or self.announced_on <= day


@dataclass(frozen=True, kw_only=True)
class WhyOff:
    """Why nobody works on `date`: a row (with its names) or the plain weekend (without)."""

    date: dt.date
    reason: str
    name_ky: str = ""
    name_ru: str = ""
    name_en: str = ""
    is_confirmed: bool = True


class WorkCalendar:
    """The rows known on `as_of` (empty: all) and valid for the whole republic or one of `scopes`, the widest first.

    Where two rows speak of one date, the one of a narrower scope wins, then the one announced later.
    Outside the years that the rows cover the plain week is assumed; `covers()` tells the two apart.
    """

    def __init__(
        self, rows: Iterable[CalendarDay], *, as_of: dt.date | None = None, scopes: Sequence[str] = ()
    ) -> None:
        every = tuple(rows)
        widths = {"": 0} | {scope: width for width, scope in enumerate(scopes, 1)}
        known = [row for row in every if row.scope in widths and (as_of is None or row.was_known_on(as_of))]
        known.sort(key=lambda row: (widths[row.scope], row.announced_on or dt.date.min))
        self.as_of = as_of
        self.rows: dict[dt.date, CalendarDay] = {row.date: row for row in known}
        # A year is covered once anybody wrote a row of it for the whole republic, known on `as_of` or not.
        self.years = frozenset(row.date.year for row in every if not row.scope)

    @cached_property
    def _moved(self) -> tuple[list[int], list[int]]:
        """Ordinals of the dates whose row contradicts the plain week, and the running sum of +1 and -1."""
        moved = sorted(
            (day.toordinal(), -1 if row.is_off else 1)
            for day, row in self.rows.items()
            if row.is_off == (day.weekday() < 5)
        )
        return [ordinal for ordinal, _ in moved], [0, *accumulate(change for _, change in moved)]

    def _worked_before(self, ordinal: int) -> int:
        """How many working days lie before this ordinal, since 1 January of year 1, which was a Monday."""
        weeks, rest = divmod(ordinal - 1, 7)
        ordinals, changes = self._moved
        return weeks * 5 + min(rest, 5) + changes[bisect_left(ordinals, ordinal)]

    @property
    def covered(self) -> tuple[dt.date, dt.date] | None:
        """First and last covered day; the years between may still have a gap."""
        if not self.years:
            return None
        return dt.date(min(self.years), 1, 1), dt.date(max(self.years), 12, 31)

    def covers(self, day: dt.date) -> bool:
        return day.year in self.years

    def covers_all(self, first: dt.date, last: dt.date) -> bool:
        return all(year in self.years for year in range(first.year, last.year + 1))

    def row(self, day: dt.date) -> CalendarDay | None:
        return self.rows.get(day)

    def is_working(self, day: dt.date) -> bool:
        row = self.rows.get(day)
        return not row.is_off if row else day.weekday() < 5

    def is_shortened(self, day: dt.date) -> bool:
        row = self.rows.get(day)
        return row is not None and row.kind == SHORTENED

    def why_off(self, day: dt.date) -> WhyOff | None:
        """The reason, or None on a working day. A holiday on a Saturday is told as the holiday."""
        row = self.rows.get(day)
        if row and row.is_off:
            return WhyOff(
                date=day,
                reason=row.kind,
                name_ky=row.name_ky,
                name_ru=row.name_ru,
                name_en=row.name_en,
                is_confirmed=row.is_confirmed,
            )
        return None if self.is_working(day) else WhyOff(date=day, reason=WEEKEND)

    def next_working_day(self, day: dt.date) -> dt.date:
        """The first working day after `day`."""
        return self.add_working_days(day, 1)

    def on_or_after(self, day: dt.date) -> dt.date:
        """`day` itself if it is worked, otherwise the next working day."""
        return day if self.is_working(day) else self.next_working_day(day)

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after `day` (n ≥ 1); `day` itself is not counted, worked or not; 0 gives `day`."""
        if n < 0:
            raise ValueError("count working days forward")
        if n == 0:
            return day
        start, end = day.toordinal(), dt.date.max.toordinal()
        target = self._worked_before(start + 1) + n
        found = bisect_left(range(start + 1, end + 1), target, key=lambda o: self._worked_before(o + 1))
        if start + 1 + found > end:
            raise DayBeyondCalendar(facts={"date": day.isoformat(), "n": n})
        return dt.date.fromordinal(start + 1 + found)

    def working_days_between(self, first: dt.date, last: dt.date) -> int:
        """Working days after `first` up to and including `last`; negative when `last` lies earlier."""
        return self._worked_before(last.toordinal() + 1) - self._worked_before(first.toordinal() + 1)


def date_in_bishkek(moment: dt.datetime) -> dt.date:
    """The calendar date of a moment; the hour does not matter: 23:59 on a Friday is Friday."""
    if moment.tzinfo is None:
        raise MomentWithoutZone(facts={"moment": moment.isoformat()})
    return moment.astimezone(BISHKEK).date()

"""Days of the invented country: which appeals come when, and working days counted from an array."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import cache

from kairyluu.queries.directory import Directory
from kairyluu.rules import deadlines
from kairyluu.usecases.generating import proportions as usual

ONE = dt.timedelta(days=1)


class Almanac:
    """`until` is the last day of the country's past; nothing happens after it."""

    def __init__(self, known: Directory, until: dt.date) -> None:
        self.until = until
        self.first = until - dt.timedelta(days=365 * usual.YEARS_BACK)
        calendar = known.calendar
        span = range((until - self.first).days + 400)
        days = [self.first + n * ONE for n in span]
        self._working = [day for day in days if calendar.is_working(day)]
        self._sums = self._running_sums()

        @cache
        def consideration(registered: dt.date) -> dt.date:
            return deadlines.consideration_due(registered, known.terms, calendar).due_on

        @cache
        def extended(shown: dt.date, registered: dt.date) -> dt.date:
            return deadlines.extension_due(shown, registered, known.terms, calendar).due_on

        self.consideration, self.extended = consideration, extended

    def _running_sums(self) -> list[float]:
        sums, total = [], 0.0
        for n in range((self.until - self.first).days + 1):
            day = self.first + n * ONE
            total += usual.SEASONS[day.month - 1] * usual.WEEKDAYS[day.weekday()] * usual.GROWTH ** (n / 365)
            sums.append(total)
        return sums

    def day_of(self, place: float) -> dt.date:
        """The day of the appeal that stands at this share (0 to 1) of all, in order of receipt."""
        return self.first + bisect_right(self._sums, place * self._sums[-1]) * ONE

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """The nth working day after the day; 0 is the day itself or the next working day."""
        at = bisect_right(self._working, day) - 1 if working_days else bisect_left(self._working, day)
        return self._working[at + working_days]

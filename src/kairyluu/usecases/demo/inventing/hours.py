"""When things happen in the demo town: officials work in office hours, citizens write when they have time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from kairyluu.rules.workdays import BISHKEK, WorkCalendar, date_in_bishkek

OPENS, CLOSES = 9 * 60 + 5, 17 * 60 + 45  # minutes of the day
LUNCH = range(12 * 60 + 30, 13 * 60 + 30)


class Hours:
    """Moments by the working calendar and chance."""

    def __init__(self, calendar: WorkCalendar, rng: Random) -> None:
        self._calendar = calendar
        self._rng = rng

    def in_office(self, after: datetime, working_days: int) -> datetime:
        """A moment of office hours so many working days after another; with none, later on the same day if the
        office still works, else on the next working day."""
        day = date_in_bishkek(after)
        earliest = OPENS
        if working_days == 0 and self._calendar.is_working(day):
            local = after.astimezone(BISHKEK)
            earliest = max(OPENS, local.hour * 60 + local.minute + 7)
            if earliest >= CLOSES:
                day, earliest = self._calendar.next_working_day(day), OPENS
        else:
            day = self._calendar.add_working_days(day, max(working_days, 1))
        return self._on(day, self._minute(earliest, CLOSES))

    def at_home(self, day: date) -> datetime:
        """A moment between seven in the morning and eleven in the evening."""
        return self._on(day, self._rng.randrange(7 * 60, 23 * 60))

    def _minute(self, first: int, last: int) -> int:
        minute = self._rng.randrange(first, last)
        return minute if minute not in LUNCH or first in LUNCH else max(first, LUNCH.start - 1)

    def _on(self, day: date, minute: int) -> datetime:
        midnight = datetime.combine(day, time(), BISHKEK)
        return midnight + timedelta(minutes=minute, seconds=self._rng.randrange(60))

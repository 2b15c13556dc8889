"""Office hours by season: what comes outside them counts as received at the next working moment, where a setting says
so. No text of law that was read says it, so the setting is off until somebody confirms it.

Example of the form: Regulation on the trust telephone of the Alai district administration, I.3 (summer 8:30–17:30,
winter 9:00–18:00, an hour for lunch); it names no dates of the seasons, they are settings.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK, WorkCalendar

DAY_OFF = "day_off"
BEFORE_OPENING = "before_opening"
LUNCH = "lunch"
AFTER_CLOSING = "after_closing"
SHORTER_BY = dt.timedelta(hours=1)  # Labour Code: the day before a holiday is shorter by one hour

_SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)", re.ASCII)
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
Span = tuple[dt.time, dt.time]


class HoursUnreadable(Refused):
    """Hours or the first day of a season that cannot be read; facts: text."""


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """Hours of both seasons; `summer_from` and `winter_from` are (month, day). A lunch may be None."""

    summer: Span
    winter: Span
    summer_lunch: Span | None = None
    winter_lunch: Span | None = None
    summer_from: tuple[int, int]
    winter_from: tuple[int, int]

    def is_summer(self, day: dt.date) -> bool:
        """The first day of a season belongs to it."""
        here, summer, winter = (day.month, day.day), self.summer_from, self.winter_from
        return summer <= here < winter if summer < winter else not winter <= here < summer

    def on(self, day: dt.date) -> tuple[Span, Span | None]:
        return (self.summer, self.summer_lunch) if self.is_summer(day) else (self.winter, self.winter_lunch)


@dataclass(frozen=True)
class Receipt:
    """`counted_at` is the moment receipt counts from; `why` is empty when it came within the hours."""

    received_at: dt.datetime
    counted_at: dt.datetime
    why: str = ""


def office_hours(hours: Mapping[str, str], *, summer_from: str, winter_from: str) -> OfficeHours | None:
    """From the columns of a body (`summer_hours`, `summer_lunch` ...) and two settings `MM-DD`. A season without
    hours of its own has those of the other; a body without any hours has none."""
    summer, winter = _span(hours.get("summer_hours", "")), _span(hours.get("winter_hours", ""))
    if summer is None and winter is None:
        return None
    return OfficeHours(
        summer=summer or winter,  # type: ignore[arg-type]  # one of the two is there
        winter=winter or summer,  # type: ignore[arg-type]
        summer_lunch=_span(hours.get("summer_lunch" if summer else "winter_lunch", "")),
        winter_lunch=_span(hours.get("winter_lunch" if winter else "summer_lunch", "")),
        summer_from=_month_day(summer_from),
        winter_from=_month_day(winter_from),
    )


def receipt(received_at: dt.datetime, hours: OfficeHours | None, calendar: WorkCalendar) -> Receipt:
    """When an appeal counts as received: at once within the hours, else at the next moment somebody is at work.
    A body without known hours receives round the clock."""
    here = received_at.astimezone(BISHKEK)
    if hours is None:
        return Receipt(received_at, received_at)
    day = here.date()
    if not calendar.is_working(day):
        return Receipt(received_at, _opening(calendar.next_working_day(day), hours), DAY_OFF)
    (opens, closes), lunch = _open_on(day, hours, calendar)
    if here.time() < opens:
        return Receipt(received_at, _opening(day, hours), BEFORE_OPENING)
    if here.time() >= closes:
        return Receipt(received_at, _opening(calendar.next_working_day(day), hours), AFTER_CLOSING)
    if lunch and lunch[0] <= here.time() < lunch[1]:
        return Receipt(received_at, _at(day, lunch[1]), LUNCH)
    return Receipt(received_at, received_at)


def _open_on(day: dt.date, hours: OfficeHours, calendar: WorkCalendar) -> tuple[Span, Span | None]:
    (opens, closes), lunch = hours.on(day)
    if calendar.is_shortened(day):
        closes = (dt.datetime.combine(day, closes) - SHORTER_BY).time()
    return (opens, closes), lunch


def _opening(day: dt.date, hours: OfficeHours) -> dt.datetime:
    return _at(day, hours.on(day)[0][0])


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, BISHKEK)


def _span(text: str) -> Span | None:
    """`09:00-18:00`; nothing for nothing."""
    if not text.strip():
        return None
    found = _SPAN.fullmatch(text.strip())
    try:
        span = (
            (dt.time(int(found[1]), int(found[2])), dt.time(int(found[3]), int(found[4]))) if found else None
        )
    except ValueError:
        span = None
    if span is None or span[0] >= span[1]:
        raise HoursUnreadable(facts={"text": text})
    return span


def _month_day(text: str) -> tuple[int, int]:
    found = _MONTH_DAY.fullmatch(text.strip())
    if found is None or not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31):
        raise HoursUnreadable(facts={"text": text})
    return int(found[1]), int(found[2])

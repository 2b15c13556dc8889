"""Counting open deadlines again where the calendar changed by other ways than the page: a new edition of the reference
files, and acts that began before a change and ended after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.clock.delicate import list_delicate
from kairyluu.queries.clock.moves import Change, ChangedDay
from kairyluu.queries.directory import directory, list_calendar_days, one_edition
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import CalendarDay
from kairyluu.usecases.clock.recounting import Told, recount
from kairyluu.usecases.clock.telling import tell_executors
from kairyluu.usecases.clock.telling_applicants import tell_applicants

UPDATED = {
    "name_ky": "календарь жаңыртылды",
    "name_ru": "календарь обновлён",
    "name_en": "the calendar was updated",
}


def recount_after(before: Iterable[CalendarDay], *, actor: Actor, now: datetime) -> int:
    """How many appeals moved; `before` are the rows as they were at the start of the act."""
    old = tuple(before)
    rows = set(old) ^ set(list_calendar_days())
    return recount_days({ChangedDay(row.date, row.scope) for row in rows}, old, actor=actor, now=now)


def recount_days(
    days: Collection[ChangedDay], before: Iterable[CalendarDay] | None = None, *, actor: Actor, now: datetime
) -> int:
    """Counts the touched appeals again by the newest calendar; what is right already stays."""
    if not days or not Appeal.objects.filter(is_open=True).exists():
        return 0
    with one_edition():
        known = directory()
    first = min(days)
    day = {"date": first.date.isoformat(), "kind": "", "scope": first.scope} | _names(
        first, known.calendars.rows
    )
    old = known.calendars.with_rows(before) if before is not None else None
    told = Told(actor, now, day)
    moved = recount(Change(days, known.calendars, old), known, told)
    tell_executors(moved, known, list_delicate(moved.appeal_ids), told)
    tell_applicants(moved, told)
    return len(moved.appeal_ids)


def changed_day(facts: dict[str, Any]) -> ChangedDay:
    """The day of a journalled change."""
    return ChangedDay(date.fromisoformat(facts["date"]), facts["scope"])


def _names(day: ChangedDay, rows: Iterable[CalendarDay]) -> dict[str, str]:
    """Those of the day, or that the calendar was updated where there is none any more."""
    row = next((row for row in rows if (row.date, row.scope) == (day.date, day.scope)), None)
    return {name: getattr(row, name) for name in UPDATED} if row else UPDATED

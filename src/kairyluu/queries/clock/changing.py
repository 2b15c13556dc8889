"""What a day entered, changed or taken back would mean: the same counting as the change itself, without writing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kairyluu.queries.clock.moves import Change, ChangedDay, Move, list_moves, touched
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.sight import unaccused
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import CalendarDay


class UnknownScope(Refused):
    """A day of its own needs the code of a territory or a body; facts: scope."""


class NoSuchDay(Refused):
    """There is no such row to take back."""


@dataclass(frozen=True)
class Foreseen:
    """The row as it stands, None where there is none, and the moves the actor may be told of."""

    row: CalendarDay | None
    moves: tuple[Move, ...]


def change_of(row: CalendarDay | None, day: ChangedDay, known: Directory) -> Change:
    """The calendars with this row in the place of whatever stands there; None takes it away. Raises `UnknownScope` and
    `NoSuchDay`."""
    if day.scope and day.scope not in known.territories and day.scope not in known.bodies:
        raise UnknownScope({"scope": day.scope})
    standing = find_row(day.date, day.scope, known)
    if row is None and standing is None:
        raise NoSuchDay({"date": day.date.isoformat(), "scope": day.scope})
    others = [one for one in known.calendars.rows if one is not standing]
    rows = [*others, row] if row else others
    return Change([day], known.calendars.with_rows(rows), known.calendars)


def find_row(date: dt.date, scope: str, known: Directory) -> CalendarDay | None:
    rows = known.calendars.rows
    return next((row for row in rows if row.date == date and row.scope == scope), None)


def foresee(row: CalendarDay | None, day: ChangedDay, *, actor: Actor) -> Foreseen:
    """Which open appeals would move, without those that complain about the actor."""
    known = directory()
    change = change_of(row, day, known)
    ids = touched(change, known).values("pk")
    moves = list_moves(change, known, unaccused(actor).filter(pk__in=ids))
    return Foreseen(find_row(day.date, day.scope, known), tuple(m for m in moves if m.is_another_day))

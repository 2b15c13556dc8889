"""What a day entered, changed or taken back would mean: the same counting as the change itself, without writing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.clock.moves import Change, ChangedDay, Move, list_moves, read_rows, touched
from kairyluu.queries.clock.side_moves import SideMove, list_shifts, list_side_moves
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
    """Moves of the days of appeals, and of what hangs on them."""

    moves: list[Move]
    side: list[SideMove]

    def only_other_days(self) -> Foreseen:
        """Without those where only the explanation changes."""
        return replace(self, moves=[move for move in self.moves if move.is_another_day])

    def without(self, hidden: set[UUID]) -> Foreseen:
        if not hidden:
            return self
        moves = [
            replace(move, appeals=tuple(row for row in move.appeals if row.id not in hidden))
            for move in self.moves
        ]
        return Foreseen(
            [move for move in moves if move.appeals],
            [move for move in self.side if move.appeal.id not in hidden],
        )

    @property
    def appeal_ids(self) -> set[UUID]:
        beside = {move.appeal.id for move in self.side}
        return {row.id for move in self.moves for row in move.appeals} | beside


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


def count_touched(change: Change, known: Directory) -> int:
    """How many open appeals are to be looked at."""
    return touched(change, known).count()


def look(change: Change, known: Directory, appeals: QuerySet[Appeal], *, lock: bool = False) -> Foreseen:
    """Everything of these appeals that changes, also where only the explanation does; with `lock` the open ones wait for
    the end of the transaction."""
    reached = touched(change, known)
    rows = read_rows(reached.order_by("pk").select_for_update(of=("self",)) if lock else appeals & reached)
    side = list_side_moves(change, known, appeals)
    return Foreseen(list_moves(change, known, rows, list_shifts(change, known, reached, side)), side)


def foresee(row: CalendarDay | None, day: ChangedDay, *, actor: Actor) -> Foreseen:
    """Which open appeals would move, without those that complain about the actor."""
    known = directory()
    return look(change_of(row, day, known), known, unaccused(actor)).only_other_days()

"""Writing what a change of the calendar moves: shared by the change itself, the loading of the reference files and the
sweep after them. Each moved appeal has a line in its journal, each executor one letter for all of his."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kairyluu.data.appeals.models import Appeal, Clarification, ControlRequest, Handover
from kairyluu.data.appeals.moving import pull_own_days, write_days, write_due_days
from kairyluu.data.journal.recording import entry_of, record_for_each
from kairyluu.queries.clock.changing import Foreseen, look
from kairyluu.queries.clock.moves import Change, Moved
from kairyluu.queries.clock.side_moves import HANDOVER, QUESTION, REQUEST, SideMove
from kairyluu.queries.directory import Directory
from kairyluu.rules.facts import Actor

ACT = "recount_deadline"
TABLES = {QUESTION: Clarification, REQUEST: ControlRequest, HANDOVER: Handover}


@dataclass(frozen=True)
class Told:
    """How the journal names the change: who, when, and the day with its names."""

    actor: Actor
    now: datetime
    day: dict[str, Any]


def recount(change: Change, known: Directory, told: Told) -> Foreseen:
    """Counts every open deadline of the touched appeals again and returns what moved to another day. The rows are locked
    as they are read, so that an act under way ends before its days are counted."""
    found = look(change, known, Appeal.objects.order_by(), lock=True)
    write_days([([row.id for row in move.appeals], move.values) for move in found.moves])
    pull_own_days(
        {row.id: move.new_on for move in found.moves if move.new_on < move.old_on for row in move.appeals}
    )
    for duty, model in TABLES.items():
        write_due_days(model, {move.row_id: move.new_on for move in found.side if move.duty == duty})

    moved = found.only_other_days()
    _record(moved, known, told)
    return moved


def _record(moved: Foreseen, known: Directory, told: Told) -> None:
    codes = {body.pk: body.code for body in known.bodies_by_id.values()}
    for (duty, old_on, new_on), rows in _by_days(moved).items():
        facts = {"duty": duty, "old": old_on.isoformat(), "new": new_on.isoformat(), "day": told.day}
        entry = entry_of(ACT, actor=told.actor, now=told.now, facts=facts)
        record_for_each(entry, [(row.id, codes[row.body_id]) for row in rows])


def _by_days(moved: Foreseen) -> dict[tuple[str, date, date], list[Moved]]:
    found: dict[tuple[str, date, date], list[Moved]] = {}
    for move in moved.moves:
        found.setdefault((move.duty, move.old_on, move.new_on), []).extend(move.appeals)
    side: list[SideMove] = moved.side
    for one in side:
        found.setdefault((one.duty, one.old_on, one.new_on), []).append(one.appeal)
    return found

"""Writing what a change of the calendar moves: shared by the change itself, the loading of the reference files and the
sweep after them. Each moved appeal has a line in its journal, each executor one letter for all of his."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import entry_of
from kairyluu.queries.clock.moves import Change, Move, list_moves, touched
from kairyluu.queries.directory import Directory
from kairyluu.rules.facts import Actor

ACT = "recount_deadline"
BATCH = 2000
LISTED = 12  # numbers named in the entry of the change; every appeal has its own entry besides


def recount(
    change: Change, known: Directory, *, actor: Actor, now: datetime, day: dict[str, Any]
) -> list[Move]:
    """Counts every open deadline of the touched appeals again and returns what moved to another day. `day` says what
    changed, for the journal. The rows are locked first, so that an act under way ends before its days are counted."""
    locked = (
        touched(change, known).order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True)
    )
    ids = list(locked)
    moves: list[Move] = []
    for some in _slices(ids):
        moves += list_moves(change, known, Appeal.objects.order_by().filter(pk__in=some))
    for move in moves:
        for part in _slices([row.id for row in move.appeals]):
            Appeal.objects.filter(pk__in=part).update(**move.values)
            if move.new_on < move.old_on:  # the head's own day is never later than the day by law
                own = Assignment.objects.filter(appeal_id__in=part, is_current=True, due_on__gt=move.new_on)
                own.update(due_on=move.new_on)
    moved = [move for move in moves if move.is_another_day]
    codes = {body.pk: body.code for body in known.bodies_by_id.values()}
    entries = chain.from_iterable(_entries(move, codes, actor, now, day) for move in moved)
    for some_entries in _slices(list(entries)):
        Entry.objects.bulk_create(some_entries)
    return moved


def summary(moves: Iterable[Move], known: Directory) -> list[dict[str, Any]]:
    """What moved as plain values: by body and day, with how many and the first numbers."""
    found: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for move in moves:
        days = (move.duty, move.old_on.isoformat(), move.new_on.isoformat())
        for row in move.appeals:
            body = known.bodies_by_id[row.body_id]
            line = found.setdefault(
                (body.path, *days),
                {"body": body.code, "duty": days[0], "old": days[1], "new": days[2], "n": 0, "numbers": []},
            )
            line["n"] += 1
            if len(line["numbers"]) < LISTED:
                line["numbers"].append(row.label)
    return [found[key] for key in sorted(found)]


def _entries(
    move: Move, codes: dict[int, str], actor: Actor, now: datetime, day: dict[str, Any]
) -> Iterable[Entry]:
    facts = {"duty": move.duty, "old": move.old_on.isoformat(), "new": move.new_on.isoformat(), "day": day}
    for row in move.appeals:
        body = codes[row.body_id]
        yield entry_of(ACT, actor=actor, now=now, appeal_id=row.id, body_code=body, facts=facts)


def _slices(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))

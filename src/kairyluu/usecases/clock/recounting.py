"""Writing what a change of the calendar moves: shared by the change itself, the loading of the reference files and the
sweep after them. Each moved appeal has a line in its journal, each executor one letter for all of his."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.journal.recording import entry_of, record_for_each
from kairyluu.queries.clock.moves import Change, Move, list_moves, touched
from kairyluu.queries.directory import Directory
from kairyluu.queries.sight import unaccused
from kairyluu.rules.facts import Actor
from kairyluu.usecases.clock.requests import ACT, recount_requests

BATCH = 5000
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
    moves = list_moves(change, known, Appeal.objects.order_by().filter(pk__in=ids)) if ids else []
    for move in moves:
        for part in _slices([row.id for row in move.appeals]):
            Appeal.objects.filter(pk__in=part).update(**move.values)
            if move.new_on < move.old_on:  # the head's own day is never later than the day by law
                own = Assignment.objects.filter(appeal_id__in=part, is_current=True, due_on__gt=move.new_on)
                own.update(due_on=move.new_on)
    moved = [move for move in moves if move.is_another_day]
    codes = {body.pk: body.code for body in known.bodies_by_id.values()}
    for move in moved:
        facts = {
            "duty": move.duty,
            "old": move.old_on.isoformat(),
            "new": move.new_on.isoformat(),
            "day": day,
        }
        entry = entry_of(ACT, actor=actor, now=now, facts=facts)
        record_for_each(entry, [(row.id, codes[row.body_id]) for row in move.appeals])
    recount_requests(change, actor=actor, now=now, day=day)
    return moved


def summary(moves: Iterable[Move], known: Directory, *, actor: Actor) -> list[dict[str, Any]]:
    """What moved as plain values: by body and day, with how many and the first numbers. What is kept from the actor,
    and complaints whose numbers tell nothing, are left out."""
    told = unaccused(actor).filter(is_withheld=False)
    hidden = set(
        Appeal.objects.filter(is_open=True).exclude(pk__in=told.values("pk")).values_list("pk", flat=True)
    )
    found: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for move in moves:
        days = (move.duty, move.old_on.isoformat(), move.new_on.isoformat())
        for row in (row for row in move.appeals if row.id not in hidden):
            body = known.bodies_by_id[row.body_id]
            line = found.setdefault(
                (body.path, *days),
                {"body": body.code, "duty": days[0], "old": days[1], "new": days[2], "n": 0, "numbers": []},
            )
            line["n"] += 1
            if len(line["numbers"]) < LISTED:
                line["numbers"].append(row.label)
    return [found[key] for key in sorted(found)]


def _slices(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))

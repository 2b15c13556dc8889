"""What moved, as plain values for the journal and for the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import nsmallest
from typing import Any
from uuid import UUID

from kairyluu.queries.clock.changing import Foreseen
from kairyluu.queries.clock.delicate import hidden_from
from kairyluu.queries.clock.moves import Moved
from kairyluu.queries.directory import Directory
from kairyluu.rules.facts import Actor

LISTED = 12  # numbers named in the entry of the change; every appeal has its own entry besides


def summary(moved: Foreseen, known: Directory, delicate: set[UUID], *, actor: Actor) -> dict[str, Any]:
    """`moved` by body and day, with how many and the first numbers; `n_moved` appeals in all. What is kept from the
    actor, and complaints whose numbers tell nothing, are left out of it: `delicate` are those to be asked about."""
    told = moved.without(hidden_from(actor, delicate))
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for duty, old_on, new_on, row in _each(told):
        body = known.bodies_by_id[row.body_id]
        days = {"duty": duty, "old": old_on.isoformat(), "new": new_on.isoformat()}
        fresh: dict[str, Any] = {"body": body.code, **days, "n": 0, "numbers": []}
        line = found.setdefault((body.path, *days.values()), fresh)
        line["n"] += 1
        line["numbers"].append(row.label)
    for line in found.values():
        line["numbers"] = nsmallest(LISTED, line["numbers"])
    return {"moved": [found[key] for key in sorted(found)], "n_moved": len(told.appeal_ids)}


def _each(moved: Foreseen) -> Iterator[tuple[str, date, date, Moved]]:
    for move in moved.moves:
        for row in move.appeals:
            yield move.duty, move.old_on, move.new_on, row
    for one in moved.side:
        yield one.duty, one.old_on, one.new_on, one.appeal

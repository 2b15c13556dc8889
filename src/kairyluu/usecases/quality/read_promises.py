"""Reading the open promises of a body; which appeals were shown to whom is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.appeals.models import Promise
from kairyluu.data.journal.recording import record_look
from kairyluu.queries.quality.promises import list_open_promises
from kairyluu.queries.sight import find_sight
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadPromises:
    """`body` is its code."""

    body: str


@act
def read_promises(command: ReadPromises, *, actor: Actor, now: datetime) -> list[Promise]:
    """Raises `NotYourBody`."""
    sight = find_sight(actor, command.body)
    promises = list_open_promises(sight)
    shown = list(dict.fromkeys(promise.appeal_id for promise in promises))
    record_look(
        "list", actor=actor, now=now, appeal_ids=shown, body_code=sight.body.code, list="promises", first=1
    )
    return promises

"""What a number called about before lies beside the call; that the operator looked is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.journal.recording import record_look
from kairyluu.queries.calls.calls import History, find_call, history_of
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadHistory:
    call_id: UUID


@act
def read_history(command: ReadHistory, *, actor: Actor, now: datetime) -> History:
    """Raises `NoSuchCall`; where the number is new nothing was seen and nothing is recorded."""
    call = find_call(actor, command.call_id)
    history = history_of(actor, call.line, call.number, but=call.pk)
    if history.calls or history.appeals:
        record_look(
            "caller_history",
            actor=actor,
            now=now,
            appeal_ids=[appeal.pk for appeal in history.appeals],
            body_code=call.line.body.code,
            call=str(call.pk),
            calls=[str(one.id) for one in history.calls],
        )
    return history

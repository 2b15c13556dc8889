"""What the operator types is kept at every step, also half a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.calls.opening import open_call_for, write_down


@dataclass(frozen=True, kw_only=True)
class SaveCall:
    """`fields` are the form as typed; `save_key` names this one save: sent again, it is written once."""

    call_id: UUID
    fields: dict[str, str]
    seen_version: int
    save_key: UUID | None = None


@act
def save_call(command: SaveCall, *, actor: Actor, now: datetime) -> Call:
    """Raises `CallNotFound`, `CallEnded` and `ChangedMeanwhile`. The journal hears of what was said to the caller, not
    of every few letters."""
    call = open_call_for(command.call_id, command.seen_version, command.save_key, actor=actor)
    if command.save_key is not None and call.last_save == command.save_key:
        return call
    done = write_down(call, command.fields, command.save_key, now=now)
    call.save()
    if done:
        facts = {"call": str(call.id), "done": sorted(done)}
        record("follow_script", actor=actor, now=now, body_code=call.line.body.code, facts=facts)
    return call

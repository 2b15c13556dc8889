"""The applicant says whether what the answer promised was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Promise
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.voice.opening import NothingToSpeakOf, answered


@dataclass(frozen=True, kw_only=True)
class JudgePromise:
    appeal_id: UUID
    promise_id: int
    agrees: bool
    note: str = ""


@act
def judge_promise(command: JudgePromise, *, actor: Actor, now: datetime) -> Promise:
    """The latest word stands; every one is in the journal."""
    appeal = answered(command.appeal_id)
    promise = Promise.objects.filter(pk=command.promise_id, appeal=appeal).first()
    if promise is None:
        raise NothingToSpeakOf()
    if (promise.applicant_agrees, promise.applicant_note) == (command.agrees, command.note):
        return promise
    promise.applicant_agrees = command.agrees
    promise.applicant_note = command.note
    promise.applicant_at = now
    promise.save(update_fields=["applicant_agrees", "applicant_note", "applicant_at"])

    facts = {"promise": promise.text, "agrees": command.agrees}
    record(
        "judge_promise",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.note,
    )
    return promise

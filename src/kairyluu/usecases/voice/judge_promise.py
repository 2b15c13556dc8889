"""The applicant says whether what was promised was done: in his own answer, or in that to the appeal considered for his."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Promise, PromiseWord
from kairyluu.data.journal.recording import record
from kairyluu.queries.voice.promised import promised_to
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
    """The latest word of each stands; every one is in the journal."""
    appeal = answered(command.appeal_id)
    found = promised_to(appeal).filter(pk=command.promise_id).values_list("pk", flat=True).first()
    if found is None:
        raise NothingToSpeakOf()
    promise = Promise.objects.select_for_update(of=("self",)).select_related("appeal__body").get(pk=found)
    is_own = promise.appeal_id == appeal.pk
    if _is_said(command, promise, appeal):
        return promise

    if is_own:
        promise.applicant_agrees, promise.applicant_note = command.agrees, command.note
        promise.applicant_at = now
    else:
        said = {"agrees": command.agrees, "note": command.note, "said_at": now}
        PromiseWord.objects.update_or_create(promise=promise, appeal=appeal, defaults=said)
    promise.denied_at = _denied_at(promise, command.agrees, now)
    promise.save(update_fields=["applicant_agrees", "applicant_note", "applicant_at", "denied_at"])

    facts = {"promise": promise.text, "agrees": command.agrees}
    _record(appeal, facts if is_own else facts | {"other_id": str(promise.appeal_id)}, command, actor, now)
    if not is_own:
        _record(promise.appeal, facts | {"other_id": str(appeal.pk)}, command, actor, now)
    return promise


def _is_said(command: JudgePromise, promise: Promise, appeal: Appeal) -> bool:
    """The same words again, and the body has not spoken since."""
    agrees, note, at = promise.applicant_agrees, promise.applicant_note, promise.applicant_at
    if promise.appeal_id != appeal.pk:
        word = PromiseWord.objects.filter(promise=promise, appeal=appeal).first()
        agrees, note, at = (word.agrees, word.note, word.said_at) if word else (None, "", None)
    is_newest = at is not None and (promise.kept_at is None or at > promise.kept_at)
    return is_newest and (agrees, note) == (command.agrees, command.note)


def _denied_at(promise: Promise, agrees: bool, now: datetime) -> datetime | None:
    """Now, or while others still deny it as before; nobody left: not denied."""
    if not agrees:
        return now
    others = promise.applicant_agrees is False or promise.words.filter(agrees=False).exists()
    return promise.denied_at if others else None


def _record(
    appeal: Appeal, facts: dict[str, Any], command: JudgePromise, actor: Actor, now: datetime
) -> None:
    record(
        "judge_promise",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.note,
    )

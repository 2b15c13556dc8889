"""The head returns a draft with remarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal, Assignment
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.staff import address_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class ReturnAnswer:
    appeal_id: UUID
    remarks: str
    seen_version: int | None = None


class RemarksMissing(Refused):
    """A returned draft needs remarks, or nobody knows what to change."""


@act
def return_answer(command: ReturnAnswer, *, actor: Actor, now: datetime) -> Appeal:
    if not command.remarks.strip():
        raise RemarksMissing()
    appeal = open_for("return_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    answer = Answer.objects.get(appeal=appeal)

    answer.remarks = command.remarks
    answer.returned_at = now
    answer.submitted_at = None
    answer.n_returns += 1
    answer.save(update_fields=["remarks", "returned_at", "submitted_at", "n_returns"])
    appeal.save(update_fields=["version", "state"])

    facts = {"times_returned": answer.n_returns}
    record(
        "return_answer",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.remarks,
    )
    lead = Assignment.objects.get(appeal=appeal, is_lead=True, is_current=True)
    address, language = address_of(lead.executor_id)
    outbox.put("answer_returned", address=address, language=language, appeal=appeal, now=now)
    return appeal

"""The body answers a request for information."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, ControlRequest
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.steering.listeners import officials_told
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for


@dataclass(frozen=True, kw_only=True)
class AnswerRequest:
    """`request` is the number of the request, as the page shows it."""

    appeal_id: UUID
    request: int
    answer: str


class RequestAnswerEmpty(Refused):
    """An answer to a request needs words."""


class RequestNotOpen(Refused):
    """There is no unanswered request of this number on the appeal."""


@act
def answer_request(command: AnswerRequest, *, actor: Actor, now: datetime) -> ControlRequest:
    if not command.answer.strip():
        raise RequestAnswerEmpty()
    appeal = open_for("answer_request", command.appeal_id, actor=actor)
    waiting = ControlRequest.objects.filter(appeal=appeal, answered_at__isnull=True)
    asked = waiting.filter(pk=command.request).first()
    if asked is None:
        raise RequestNotOpen()
    appeal.save(update_fields=["version"])
    asked.answer, asked.answered_at, asked.answered_by_id = command.answer, now, official_of(actor)
    asked.save()

    record(
        "answer_request",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"request": asked.pk, "due_on": asked.due_on.isoformat()},
        reason=command.answer,
    )
    _tell_who_asked(asked, appeal, now)
    return asked


def _tell_who_asked(asked: ControlRequest, appeal: Appeal, now: datetime) -> None:
    for one in officials_told(appeal, [asked.asked_by_id], date_in_bishkek(now)):
        outbox.put("information_given", address=one.address, language=one.language, appeal=appeal, now=now)

"""Whoever has an appeal under control asks the body a question, to be answered by a day of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import ControlRequest
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.control.posts import controlling
from kairyluu.usecases.control.telling import tell_the_body

TERM = "control_request_days"  # the setting: working days


@dataclass(frozen=True, kw_only=True)
class RequestInformation:
    appeal_id: UUID
    question: str


class QuestionEmpty(Refused):
    """A request for information needs a question."""


@act
def request_information(command: RequestInformation, *, actor: Actor, now: datetime) -> ControlRequest:
    """The same question sent twice is one request while it waits."""
    if not command.question.strip():
        raise QuestionEmpty()
    appeal = open_for("request_information", command.appeal_id, actor=actor)
    post = controlling(actor, appeal)
    waiting = ControlRequest.objects.filter(
        appeal=appeal, asked_post_id=post.post_id, answered_at__isnull=True
    )
    if asked := waiting.filter(question=command.question).first():
        return asked
    appeal.save(update_fields=["version"])
    known, today = directory(), date_in_bishkek(now)
    due_on = known.calendar_for(appeal.body).add_working_days(today, known.number(TERM))
    asked = ControlRequest.objects.create(
        appeal=appeal,
        asked_by_id=official_of(actor),
        asked_post_id=post.post_id,
        question=command.question,
        due_on=due_on,
        asked_at=now,
    )

    record(
        "request_information",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"due_on": due_on.isoformat(), "request": asked.pk},
        reason=command.question,
    )
    tell_the_body("information_asked", appeal, actor=actor, now=now, request_due_on=f"{due_on:%d.%m.%Y}")
    return asked

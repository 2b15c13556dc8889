"""The signed answer gets its outgoing number and goes to the applicant; the appeal is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.answer_members import answer_members, tell_merged
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.answers.letters import file_letter
from kairyluu.usecases.answers.originality import print_answer
from kairyluu.usecases.answers.outgoing import number_answer
from kairyluu.usecases.answers.points import make_promises
from kairyluu.usecases.appeals.opening import close, main_applicant, open_for
from kairyluu.usecases.exchange.queueing import queue_later


@dataclass(frozen=True, kw_only=True)
class SendAnswer:
    appeal_id: UUID
    seen_version: int | None = None


@act
def send_answer(command: SendAnswer, *, actor: Actor, now: datetime) -> Appeal:
    lock_together(command.appeal_id)
    appeal = open_for("send_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    answer = Answer.objects.select_related("outcome").get(appeal=appeal)
    applicant = main_applicant(appeal)
    due_on = appeal.consideration_due_on

    number_answer(answer, appeal, now)
    close(appeal, outcome_code=answer.outcome.code, on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    letter = file_letter(appeal, now=now)
    promises = make_promises(appeal, now=now)
    print_answer(appeal, answer)

    facts = {
        "outgoing_number": answer.outgoing_number,
        "outcome": answer.outcome.code,
        "is_late": due_on is not None and date_in_bishkek(now) > due_on,
        "letter_sha256": letter.sha256,
        "promises": [{"text": promise.text, "due_on": promise.due_on.isoformat()} for promise in promises],
    }
    record("send_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    outbox.put_for_applicant("answer_ready", appeal, applicant.email, now=now)
    tell_merged(appeal, "answer_ready", now=now)
    answer_members(appeal, answer, actor=actor, now=now)
    queue_later(appeal.pk, "answer", now=now, source=answer.pk)
    return appeal

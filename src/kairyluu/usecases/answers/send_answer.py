"""The signed answer gets its outgoing number and goes to the applicant; the appeal is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals import numbers
from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.answers.letters import file_letter
from kairyluu.usecases.appeals.opening import close, main_applicant, open_for, surname_letter


@dataclass(frozen=True, kw_only=True)
class SendAnswer:
    appeal_id: UUID
    seen_version: int | None = None


@act
def send_answer(command: SendAnswer, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("send_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    answer = Answer.objects.select_related("outcome").get(appeal=appeal)
    applicant = main_applicant(appeal)
    due_on = appeal.consideration_due_on

    _number(answer, appeal, now)
    close(appeal, outcome_code=answer.outcome.code, on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    letter = file_letter(appeal, now=now)

    facts = {
        "outgoing_number": answer.outgoing_number,
        "outcome": answer.outcome.code,
        "is_late": due_on is not None and date_in_bishkek(now) > due_on,
        "letter_sha256": letter.sha256,
    }
    record("send_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    outbox.put_for_applicant("answer_ready", appeal, applicant.email, now=now)
    return appeal


def _number(answer: Answer, appeal: Appeal, now: datetime) -> None:
    """The outgoing number stands in the book of the year of sending."""
    known = directory()
    today = date_in_bishkek(now)
    serial = numbers.next_outgoing(
        numbers.book_of(appeal.body, today.year, known.setting("register_pattern"))
    )
    letter = surname_letter(appeal)
    pattern = known.setting("outgoing_pattern")
    answer.outgoing_serial = serial
    answer.outgoing_number = numbers.outgoing_number(pattern, today, appeal.body, serial, letter)
    answer.outgoing_on = today
    answer.sent_at = now
    answer.save()

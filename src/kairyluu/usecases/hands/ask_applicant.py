"""The body needs to know more: a question to the applicant with a day for the reply. Whether the clock stands still
meanwhile is a setting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Clarification
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.hands.days import may_ask_again, silent_since
from kairyluu.rules.facts import Actor
from kairyluu.rules.hands.standing_still import answer_day, with_stop
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import main_applicant, official_of, open_for

OWN_WORDS = 10  # characters


@dataclass(frozen=True, kw_only=True)
class AskApplicant:
    """`due_on` is the last day for the reply; on a day off it is the next working day."""

    appeal_id: UUID
    question: str
    due_on: date
    seen_version: int | None = None


class QuestionMissing(Refused):
    """The applicant cannot guess what is meant; facts: least."""


class QuestionStillOpen(Refused):
    """One question at a time: the earlier one waits for its reply; facts: due_on."""


class ApplicantWasSilent(Refused):
    """The applicant did not reply before, and the settings let nobody ask again; facts: due_on."""


class ReplyDayNotPossible(Refused):
    """The day lies before tomorrow or too far ahead; facts: first, last."""


@act
def ask_applicant(command: AskApplicant, *, actor: Actor, now: datetime) -> Appeal:
    if len(command.question.strip()) < OWN_WORDS:
        raise QuestionMissing({"least": OWN_WORDS})
    known, today = directory(), date_in_bishkek(now)
    appeal = open_for("ask_applicant", command.appeal_id, actor=actor, seen_version=command.seen_version)
    _may_be_asked(appeal)
    due_on = _reply_day(command.due_on, appeal, known, today)

    stops_clock = _stops_clock(appeal, known, today)
    if stops_clock:
        calendar = known.calendar_for(appeal.body)
        appeal.deadline_reasons = with_stop(appeal.deadline_reasons, today, due_on, calendar)
        appeal.due_on = appeal.consideration_due_on = answer_day(appeal.deadline_reasons, calendar)
    appeal.save()
    Clarification.objects.create(
        appeal=appeal,
        question=command.question,
        due_on=due_on,
        stops_clock=stops_clock,
        author_id=official_of(actor),
        author_name=actor.name,
        asked_at=now,
    )

    facts = {"due_on": due_on.isoformat(), "stops_clock": stops_clock}
    record(
        "ask_applicant",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.question,
    )
    _tell(appeal, command.question, due_on, stops_clock, now)
    return appeal


def _may_be_asked(appeal: Appeal) -> None:
    waiting = Clarification.objects.filter(appeal=appeal, resumed_on=None).first()
    if waiting is not None:
        raise QuestionStillOpen({"due_on": waiting.due_on.isoformat()})
    silent = silent_since(appeal)
    if silent is not None and not may_ask_again():
        raise ApplicantWasSilent({"due_on": silent.isoformat()})


def _reply_day(wished: date, appeal: Appeal, known: Directory, today: date) -> date:
    calendar = known.calendar_for(appeal.body)
    first = calendar.add_working_days(today, 1)
    last = calendar.add_working_days(today, known.number("asking_days_most"))
    day = calendar.on_or_after(wished)
    if not first <= day <= last:
        raise ReplyDayNotPossible({"first": first.isoformat(), "last": last.isoformat()})
    return day


def _stops_clock(appeal: Appeal, known: Directory, today: date) -> bool:
    """A day that has passed is not brought back, and a second question takes no more time away from the applicant."""
    if known.setting("asking_stops_clock") != "yes":
        return False
    in_time = appeal.consideration_due_on is not None and today <= appeal.consideration_due_on
    stopped = Clarification.objects.filter(appeal=appeal, stops_clock=True).count()
    return in_time and stopped < known.number("asking_stops_times")


def _tell(appeal: Appeal, question: str, due_on: date, stops_clock: bool, now: datetime) -> None:
    outbox.put_for_applicant(
        "applicant_asked",
        appeal,
        main_applicant(appeal).email,
        now=now,
        question=question,
        reply_by=due_on.strftime("%d.%m.%Y"),
        stops_clock="yes" if stops_clock else "",
    )

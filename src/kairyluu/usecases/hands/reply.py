"""The applicant replies to the body's question; a question nobody replied to is left behind after its day. Either way
the clock goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Attachment, Clarification
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.hands.standing_still import answer_day, with_stop
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.hands.telling import tell_executors


@dataclass(frozen=True, kw_only=True)
class ReplyToQuestion:
    """By the applicant, who has shown to be one; the files were uploaded under `submission_key`."""

    appeal_id: UUID
    text: str
    submission_key: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ResumeClocks:
    """Questions whose last day has passed without a reply."""


class ReplyMissing(Refused):
    """Nothing was written."""


class NoQuestionWaits(Refused):
    """Nobody waits for a reply: it was given, or the appeal is closed."""


@act
def reply_to_question(command: ReplyToQuestion, *, actor: Actor, now: datetime) -> Clarification:
    """Also after the last day, as long as the appeal is open. Sent twice, the first reply stays."""
    text = command.text.strip()
    if not text:
        raise ReplyMissing()
    appeal = _locked(command.appeal_id)
    asked = Clarification.objects.filter(appeal=appeal, replied_at=None).order_by("-asked_at").first()
    if appeal is None or not appeal.is_open or asked is None:
        raise NoQuestionWaits()
    today = date_in_bishkek(now)
    asked.reply, asked.replied_at = text, now
    if asked.resumed_on is None:
        _resume(appeal, asked, today)
    asked.save()
    files = _claim_files(command.submission_key, asked)
    record(
        "reply",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"due_on": _day(appeal)} | ({"files": files} if files else {}),
        reason=text,
    )
    tell_executors("applicant_replied", appeal, now, also=asked.author_id)
    return asked


def resume_clocks(command: ResumeClocks, *, actor: Actor, now: datetime) -> int:
    """How many went on; each in a transaction of its own."""
    today = date_in_bishkek(now)
    over = Clarification.objects.filter(resumed_on=None, due_on__lt=today, appeal__is_open=True)
    ids = list(over.order_by("pk").values_list("appeal_id", flat=True))
    return sum(_resume_one(appeal_id, actor=actor, now=now) for appeal_id in ids)


@act
def _resume_one(appeal_id: UUID, *, actor: Actor, now: datetime) -> int:
    appeal, today = _locked(appeal_id), date_in_bishkek(now)
    asked = Clarification.objects.filter(appeal=appeal, resumed_on=None, due_on__lt=today).first()
    if appeal is None or not appeal.is_open or asked is None:
        return 0
    _resume(appeal, asked, today)
    asked.save()
    facts = {"due_on": _day(appeal), "asked_until": asked.due_on.isoformat()}
    record(
        "resume_clock",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
    )
    return 1


def _locked(appeal_id: UUID) -> Appeal | None:
    return Appeal.objects.select_for_update(of=("self",)).select_related("body").filter(pk=appeal_id).first()


def _claim_files(key: UUID | None, asked: Clarification) -> list[str]:
    """Binds the files of the form to the question they reply to; their names."""
    if key is None:
        return []
    waiting = Attachment.objects.filter(submission_key=key, appeal__isnull=True)
    names = list(waiting.values_list("name", flat=True))
    waiting.update(appeal=asked.appeal_id, clarification=asked, purpose="reply")
    return names


def _resume(appeal: Appeal, asked: Clarification, today: date) -> None:
    """With a clock that stood still, the days until now, at most until the last day for the reply, do not count."""
    asked.resumed_on = today
    appeal.version += 1
    if asked.stops_clock:
        calendar = directory().calendar_for(appeal.body)
        until = min(today, asked.due_on)
        asked_on = date_in_bishkek(asked.asked_at)
        appeal.deadline_reasons = with_stop(appeal.deadline_reasons, asked_on, until, calendar)
        appeal.due_on = appeal.consideration_due_on = answer_day(appeal.deadline_reasons, calendar)
    appeal.save()


def _day(appeal: Appeal) -> str:
    return appeal.due_on.isoformat() if appeal.due_on else ""

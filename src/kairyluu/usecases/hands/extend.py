"""The head gives more time, with a reason the applicant is told before the old day. Law No. 67 (extension in exceptional
cases by the head; the wording was not read)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Clarification, Extension
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.deadlines import EXTENSION, Deadline, extension_due
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import acting_post, main_applicant, official_of, open_for


@dataclass(frozen=True, kw_only=True)
class ExtendTerm:
    """`reason` goes to the applicant word for word."""

    appeal_id: UUID
    reason: str
    seen_version: int | None = None


class ExtensionReasonTooShort(Refused):
    """More time needs reasons; facts: least, length."""


class AlreadyExtended(Refused):
    """The term was extended as often as it may be; facts: most."""


class TermHasPassed(Refused):
    """The old day lies behind: what is late cannot be made timely; facts: due_on."""


class ClockStandsStill(Refused):
    """The applicant is being asked and the clock stands still: there is nothing to extend yet; facts: due_on."""


@act
def extend_term(command: ExtendTerm, *, actor: Actor, now: datetime) -> Appeal:
    known, today = directory(), date_in_bishkek(now)
    least = known.number("extension_reason_min_length")
    if len(command.reason.strip()) < least:
        raise ExtensionReasonTooShort({"least": least, "length": len(command.reason.strip())})
    appeal = open_for("extend", command.appeal_id, actor=actor, seen_version=command.seen_version)
    old = _extendable(appeal, known, today)

    calendar = known.calendar_for(appeal.body)
    deadline = extension_due(old, appeal.registered_on or today, known.terms, calendar, appeal.kind)
    appeal.due_on = appeal.consideration_due_on = deadline.due_on
    appeal.deadline_reasons = {**appeal.deadline_reasons, EXTENSION: deadline.to_json()}
    appeal.save()
    _keep(appeal, command, deadline, actor, now)

    facts = {"old": old.isoformat(), "new": deadline.due_on.isoformat(), "term": deadline.term_id}
    record(
        "extend",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.reason,
    )
    _tell(appeal, command.reason, old, deadline.due_on, now)
    return appeal


def _extendable(appeal: Appeal, known: Directory, today: date) -> date:
    """The day that is moved; the row is locked, so that two heads at once extend once."""
    most = known.number("extension_times")
    if Extension.objects.filter(appeal=appeal).count() >= most:
        raise AlreadyExtended({"most": most})
    old = appeal.consideration_due_on
    if old is None or today > old:
        raise TermHasPassed({"due_on": old.isoformat() if old else ""})
    asked = Clarification.objects.filter(appeal=appeal, stops_clock=True, resumed_on=None).first()
    if asked is not None:
        raise ClockStandsStill({"due_on": asked.due_on.isoformat()})
    return old


def _keep(appeal: Appeal, command: ExtendTerm, deadline: Deadline, actor: Actor, now: datetime) -> None:
    post = acting_post(actor, appeal, "head")
    Extension.objects.create(
        appeal=appeal,
        reason=command.reason,
        old_due_on=deadline.starts_on,
        new_due_on=deadline.due_on,
        deadline=deadline.to_json(),
        author_id=official_of(actor),
        author_post_id=post.post_id,
        author_title=post.title(appeal.reply_language),
        author_name=actor.name,
        made_at=now,
    )


def _tell(appeal: Appeal, reason: str, old: date, new: date, now: datetime) -> None:
    outbox.put_for_applicant(
        "term_extended",
        appeal,
        main_applicant(appeal).email,
        now=now,
        old_due_on=old.strftime("%d.%m.%Y"),
        new_due_on=new.strftime("%d.%m.%Y"),
        reason=reason,
    )

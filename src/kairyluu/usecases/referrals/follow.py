"""What the receiver says later: that it has it, under which number, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.journal.recording import record
from kairyluu.data.referrals.models import Referral, ReferralMark
from kairyluu.queries.referrals.seeing import WITH, ReferralNotFound, appeal_of, facts_of
from kairyluu.rules import policies
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class AcknowledgeReferral:
    """`number` and `on` are the receiver's registration; `words` how it became known, may be empty."""

    referral_id: UUID
    number: str
    on: date | None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteAnswer:
    """`words`: what law enforcement answered."""

    referral_id: UUID
    words: str
    number: str = ""
    on: date | None = None


class AcknowledgementEmpty(Refused):
    """Write down their registration number and its day."""


class AnswerEmpty(Refused):
    """Write down what they answered."""


class DayNotPossible(Refused):
    """The day lies before the referral or after today."""


class NotPossibleNow(Refused):
    """It was noted before."""


@act
def acknowledge_referral(command: AcknowledgeReferral, *, actor: Actor, now: datetime) -> Referral:
    """Raises `ReferralNotFound`, `NotAllowed` and the refusals above."""
    referral = _opened("acknowledge_referral", command.referral_id, actor=actor, now=now)
    if referral.state != referrals.SENT:
        raise NotPossibleNow()
    if not command.number.strip() or command.on is None:
        raise AcknowledgementEmpty()
    _demand_day(command.on, referral, now)
    referral.state, referral.acknowledged_at = referrals.ACKNOWLEDGED, now
    referral.next_reminder_at = max(referral.answer_by, now)
    _note(referral, referrals.ACKNOWLEDGED, command, actor=actor, now=now)
    return referral


@act
def note_referral_answer(command: NoteAnswer, *, actor: Actor, now: datetime) -> Referral:
    """An answer is an acknowledgement too. Raises as `acknowledge_referral`."""
    referral = _opened("note_referral_answer", command.referral_id, actor=actor, now=now)
    if referral.state == referrals.ANSWERED:
        raise NotPossibleNow()
    if not command.words.strip():
        raise AnswerEmpty()
    if command.on is not None:
        _demand_day(command.on, referral, now)
    referral.state, referral.answered_at, referral.next_reminder_at = referrals.ANSWERED, now, None
    referral.acknowledged_at = referral.acknowledged_at or now
    _note(referral, referrals.ANSWERED, command, actor=actor, now=now)
    return referral


def _opened(verb: str, referral_id: UUID, *, actor: Actor, now: datetime) -> Referral:
    rows = Referral.objects.select_for_update(of=("self",)).select_related(*WITH)
    referral = rows.filter(pk=referral_id).first()
    if referral is None:
        raise ReferralNotFound()
    facts = facts_of(referral, date_in_bishkek(now))
    if not referrals.may_see(actor, facts):
        raise ReferralNotFound()
    policies.demand(referrals.may_follow(actor, facts), verb)
    return referral


def _demand_day(on: date, referral: Referral, now: datetime) -> None:
    if not date_in_bishkek(referral.sent_at) <= on <= date_in_bishkek(now):
        raise DayNotPossible()


def _note(
    referral: Referral,
    what: str,
    command: AcknowledgeReferral | NoteAnswer,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    referral.save()
    ReferralMark.objects.create(
        referral=referral,
        what=what,
        at=now,
        official_id=actor.official_id,
        official_name=actor.name,
        number=command.number.strip()[:80],
        on=command.on,
        words=command.words.strip(),
    )
    appeal = appeal_of(referral)
    record(
        "acknowledge_referral" if what == referrals.ACKNOWLEDGED else "note_referral_answer",
        actor=actor,
        now=now,
        appeal_id=appeal.pk if appeal else None,
        body_code=referral.body.code,
        facts={
            "referral": str(referral.pk),
            "number": referral.number,
            "theirs": command.number.strip()[:80],
        },
    )

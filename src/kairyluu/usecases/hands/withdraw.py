"""The appeal is taken back: entered by the registrar from a paper or in person, or by the applicant on the page of the
appeal. What was answered stays answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Withdrawal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close, main_applicant, official_of, open_for, open_own
from kairyluu.usecases.exchange.queueing import queue_later
from kairyluu.usecases.hands.telling import tell_executors


@dataclass(frozen=True, kw_only=True)
class WithdrawAppeal:
    """`reason` as the applicant gave it; none is owed."""

    appeal_id: UUID
    reason: str = ""
    seen_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """By the applicant, who has shown to be one."""

    appeal_id: UUID
    reason: str = ""


@act
def withdraw_appeal(command: WithdrawAppeal, *, actor: Actor, now: datetime) -> Appeal:
    lock_together(command.appeal_id)
    appeal = open_for("withdraw", command.appeal_id, actor=actor, seen_version=command.seen_version)
    return _close(appeal, "withdraw", command.reason, actor=actor, now=now, author_id=official_of(actor))


@act
def take_back(command: TakeBack, *, actor: Actor, now: datetime) -> Appeal:
    """Done twice it is done once; raises `NotPossibleNow` once it was answered, refused or given away."""
    lock_together(command.appeal_id)
    appeal = Appeal.objects.select_for_update(of=("self",)).filter(pk=command.appeal_id).first()
    if appeal is not None and appeal.state == "withdrawn":
        return appeal
    appeal = open_own("withdraw", command.appeal_id)
    return _close(appeal, "take_back", command.reason, actor=actor, now=now)


def _close(appeal: Appeal, verb: str, reason: str, *, actor: Actor, now: datetime, **author: Any) -> Appeal:
    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="withdrawn", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    Withdrawal.objects.create(appeal=appeal, reason=reason, made_at=now, **author)
    record(
        verb,
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"number": appeal.number},
        reason=reason,
    )
    tell_executors("work_withdrawn", appeal, now)
    release_members(appeal, verb, actor=actor, now=now)
    queue_later(appeal.pk, "changed", now=now)
    outbox.put_for_applicant("appeal_withdrawn", appeal, main_applicant(appeal).email, now=now)
    return appeal

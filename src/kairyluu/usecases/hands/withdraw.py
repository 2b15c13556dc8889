"""The registrar enters that the applicant takes the appeal back, from a paper or in person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Withdrawal
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close, official_of, open_for


@dataclass(frozen=True, kw_only=True)
class WithdrawAppeal:
    """`reason` as the applicant gave it; none is owed."""

    appeal_id: UUID
    reason: str = ""
    seen_version: int | None = None


@act
def withdraw_appeal(command: WithdrawAppeal, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("withdraw", command.appeal_id, actor=actor, seen_version=command.seen_version)
    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="withdrawn", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    Withdrawal.objects.create(appeal=appeal, reason=command.reason, author_id=official_of(actor), made_at=now)

    record(
        "withdraw",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"number": appeal.number},
        reason=command.reason,
    )
    return appeal

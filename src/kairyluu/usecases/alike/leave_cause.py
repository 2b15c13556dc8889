"""The registrar takes an appeal out of its group: it is considered by itself, by its own day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Cause
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together, name_of
from kairyluu.usecases.alike.release_members import leave
from kairyluu.usecases.appeals.opening import open_for
from kairyluu.usecases.hands.giving import demand_reason


@dataclass(frozen=True, kw_only=True)
class LeaveCause:
    """`reason` is for the body's own history."""

    appeal_id: UUID
    reason: str
    seen_version: int | None = None


@act
def leave_cause(command: LeaveCause, *, actor: Actor, now: datetime) -> Appeal:
    demand_reason(command.reason)
    lock_together(command.appeal_id)
    member = open_for("leave_cause", command.appeal_id, actor=actor, seen_version=command.seen_version)
    lead = Cause.objects.select_related("lead").get(members__appeal=member).lead

    facts = {"other": name_of(lead), "other_id": str(lead.pk), "because": "leave_cause"}
    leave(member, facts, actor=actor, now=now, reason=command.reason)
    told = {"number": member.number, "other_id": str(member.pk)}
    record("let_go", actor=actor, now=now, appeal_id=lead.id, body_code=member.body.code, facts=told)
    return member

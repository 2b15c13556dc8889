"""Control ends: lifted by the post that set it, with a reason. Other marks stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.controlling import lift_mark
from kairyluu.data.appeals.models import ControlMark
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.control.posts import own_mark
from kairyluu.usecases.control.take_under_control import ControlReasonMissing
from kairyluu.usecases.control.telling import tell_the_body


@dataclass(frozen=True, kw_only=True)
class LiftControl:
    appeal_id: UUID
    reason: str


@act
def lift_control(command: LiftControl, *, actor: Actor, now: datetime) -> ControlMark:
    if not command.reason.strip():
        raise ControlReasonMissing()
    appeal = open_for("lift_control", command.appeal_id, actor=actor)
    mark = own_mark(actor, appeal)
    mark.appeal = appeal
    lift_mark(mark, official_id=official_of(actor), reason=command.reason, now=now)
    appeal.save(update_fields=["version", "is_under_control"])

    record(
        "lift_control",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"level": mark.level, "set_at": mark.set_at.isoformat()},
        reason=command.reason,
    )
    tell_the_body("control_lifted", appeal, actor=actor, now=now, reason=command.reason)
    return mark

"""An appeal is taken under control by the head, by a body above or by the Apparatus, each with a mark of his own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.controlling import set_mark
from kairyluu.data.appeals.models import ControlMark
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.control.posts import controlling
from kairyluu.usecases.control.telling import tell_the_body


@dataclass(frozen=True, kw_only=True)
class TakeUnderControl:
    appeal_id: UUID
    reason: str


class ControlReasonMissing(Refused):
    """Control begins and ends with a reason in words."""


@act
def take_under_control(command: TakeUnderControl, *, actor: Actor, now: datetime) -> ControlMark:
    if not command.reason.strip():
        raise ControlReasonMissing()
    appeal = open_for("take_under_control", command.appeal_id, actor=actor)
    post = controlling(actor, appeal)
    mark = set_mark(appeal, post, official_id=official_of(actor), reason=command.reason, now=now)
    appeal.save(update_fields=["version", "is_under_control"])

    record(
        "take_under_control",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"level": mark.level, "post": post.title_ky, "by_body": post.body_code},
        reason=command.reason,
    )
    tell_the_body("control_taken", appeal, actor=actor, now=now, reason=command.reason)
    return mark

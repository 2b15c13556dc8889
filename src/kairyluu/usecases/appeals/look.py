"""Recording that somebody saw an appeal's personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record_look
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.conflicts.attempts import turned_away


@dataclass(frozen=True, kw_only=True)
class LookAt:
    """`what` names the page or document that is shown: case, letter, file, register, search ..."""

    appeal_id: UUID
    what: str = "case"


@act
def look_at(command: LookAt, *, actor: Actor, now: datetime) -> None:
    """Raises `AppealNotFound` for who may not see it; only a conflict of interest leaves a line in the journal."""
    appeal = Appeal.objects.select_related("body").filter(pk=command.appeal_id).first()
    if appeal is None:
        raise AppealNotFound()
    if not policies.may_see(actor, facts := appeal.facts()):
        raise turned_away(
            AppealNotFound(), f"look_at_{command.what}", actor=actor, appeal=appeal, facts=facts
        )
    record_look(command.what, actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code)

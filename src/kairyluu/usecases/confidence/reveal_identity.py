"""Who sent a confidential appeal is opened, once, to one person and for a reason: both the journal and the looks say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.fernet import InvalidToken

from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record, record_look
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.confidence.make_confidential import LEAST, GroundMissing
from kairyluu.usecases.confidence.name_confidant import NotConfidential
from kairyluu.usecases.conflicts.attempts import turned_away


@dataclass(frozen=True, kw_only=True)
class RevealIdentity:
    appeal_id: UUID
    reason: str


class KeyLost(Refused):
    """No key of this installation opens the seal."""


@act
def reveal_identity(command: RevealIdentity, *, actor: Actor, now: datetime) -> list[dict[str, str]]:
    """The people under the appeal, the sender first; nothing of the appeal changes. Raises `KeyLost`."""
    appeal = Appeal.objects.select_related("body").filter(pk=command.appeal_id).first()
    if appeal is None:
        raise AppealNotFound()
    if not policies.may_see(actor, facts := appeal.facts()):
        raise turned_away(AppealNotFound(), "reveal_identity", actor=actor, appeal=appeal, facts=facts)
    policies.demand(policies.VERBS["reveal_identity"](actor, facts), "reveal_identity")
    if not appeal.is_confidential:
        raise NotConfidential()
    if len(command.reason.strip()) < LEAST:
        raise GroundMissing({"least": LEAST})
    try:
        people = confiding.open_identity(appeal)
    except InvalidToken:
        raise KeyLost() from None
    record(
        "reveal_identity",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        reason=command.reason,
    )
    record_look("identity", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code)
    return people

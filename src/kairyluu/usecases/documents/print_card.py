"""A body without a document system keeps paper: one sheet an appeal, as PDF/A, with what stands in the register now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import DocumentSystem, SecondEntry
from kairyluu.data.journal.recording import record_look
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.exchange.message import card_of


@dataclass(frozen=True, kw_only=True)
class PrintCard:
    appeal_id: UUID


@act
def print_card(command: PrintCard, *, actor: Actor, now: datetime) -> bytes:
    """Raises `AppealNotFound` for one the actor may not see, or that has no number yet."""
    found = Appeal.objects.select_related("body").filter(pk=command.appeal_id).first()
    if found is None or not found.number or not policies.may_see(actor, found.facts()):
        raise AppealNotFound()
    is_apart = found.is_confidential or found.targets.exists()
    system = DocumentSystem(body=found.body)
    row = SecondEntry(appeal=found, system=system, made_at=found.registered_at or now, is_apart=is_apart)
    record_look("card", actor=actor, now=now, appeal_id=found.pk)
    return card_of(row).content

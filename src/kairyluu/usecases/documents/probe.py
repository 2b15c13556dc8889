"""The technical operator tries the way to a body's document system."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.data.journal.recording import record
from kairyluu.gateways.document_systems import SystemAway, SystemRefused, system_at
from kairyluu.rules import policies
from kairyluu.rules.exchange.access import may_make_key
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.connecting import connection_of


@dataclass(frozen=True, kw_only=True)
class TryConnection:
    system_id: int


def try_connection(command: TryConnection, *, actor: Actor, now: datetime) -> str:
    """Empty where the way is open, else why not. Nothing is left there."""
    policies.demand(may_make_key(actor), "try_connection")
    system = DocumentSystem.objects.select_related("body").filter(pk=command.system_id).first()
    if system is None:
        return "no_system"
    try:
        system_at(connection_of(system)).probe()
    except (SystemAway, SystemRefused) as fault:
        why = str(fault) or type(fault).__name__
    else:
        why = ""
    _note(TryConnection(system_id=system.pk), why, actor=actor, now=now)
    return why


@act
def _note(command: TryConnection, why: str, *, actor: Actor, now: datetime) -> None:
    system = DocumentSystem.objects.select_related("body").get(pk=command.system_id)
    record("try_connection", actor=actor, now=now, body_code=system.body.code, facts={"why": why})

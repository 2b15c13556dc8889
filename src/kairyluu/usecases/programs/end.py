"""A program is ended at once and for good: its secret and whatever was made of it opens nothing any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import Program
from kairyluu.data.journal.recording import record
from kairyluu.queries.exchange.programs import NoSuchProgram
from kairyluu.rules import policies
from kairyluu.rules.exchange.programs import may_end_program
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class EndProgram:
    program_id: UUID


@act
def end_program(command: EndProgram, *, actor: Actor, now: datetime) -> None:
    """Raises `NoSuchProgram` and `NotAllowed`."""
    program = Program.objects.select_for_update().filter(pk=command.program_id, ended_at__isnull=True).first()
    if program is None:
        raise NoSuchProgram()
    policies.demand(may_end_program(actor, program.official_id, program.body_id), "end_program")
    program.ended_at = now
    program.save(update_fields=["ended_at"])
    facts = {"program": str(program.pk), "name": program.name}
    record("end_program", actor=actor, now=now, body_code=program.body.code, facts=facts)

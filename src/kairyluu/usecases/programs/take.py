"""The official takes the secret of the program that will act in his name: said once, kept as a digest only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import Program
from kairyluu.data.journal.recording import record
from kairyluu.queries.exchange.programs import NoSuchProgram, digest_of
from kairyluu.rules import policies
from kairyluu.rules.exchange.programs import may_take_secret
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

PREFIX = "kairyluu_"  # so that a secret that leaks into a repository or a log is recognised


@dataclass(frozen=True, kw_only=True)
class TakeSecret:
    program_id: UUID


@act
def take_secret(command: TakeSecret, *, actor: Actor, now: datetime) -> str:
    """Raises `NoSuchProgram` and `NotAllowed`; an older secret ends."""
    program = Program.objects.select_for_update().filter(pk=command.program_id, ended_at__isnull=True).first()
    if program is None or program.ends_on < date_in_bishkek(now):
        raise NoSuchProgram()
    policies.demand(may_take_secret(actor, program.official_id), "take_secret")
    secret = PREFIX + secrets.token_urlsafe(32)
    facts = {"program": str(program.pk), "name": program.name, "is_again": bool(program.digest)}
    program.digest, program.ends_with, program.taken_at = digest_of(secret), secret[-4:], now
    program.save(update_fields=["digest", "ends_with", "taken_at"])
    record("take_secret", actor=actor, now=now, body_code=program.body.code, facts=facts)
    return secret

"""A program of a body is opened: in whose name, for what, until when. Nothing works before its official takes the secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kairyluu.data.exchange.models import Program
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import WORKERS
from kairyluu.rules import policies
from kairyluu.rules.exchange.programs import SCOPES, is_lasting_too_long, may_open_program
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class OpenProgram:
    """`body` is its code, `official_id` a row id; `ends_on` the last day."""

    name: str
    body: str
    official_id: int
    scopes: tuple[str, ...]
    ends_on: date


class NotOfThisBody(Refused):
    """The official holds no post with case work in the body today."""


class LastsTooLong(Refused):
    """A secret is good for a year at most, and not for days that are past."""


class ScopeUnknown(Refused):
    """At least one scope, and only those that are known."""


@act
def open_program(command: OpenProgram, *, actor: Actor, now: datetime) -> Program:
    policies.demand(may_open_program(actor), "open_program")
    body, today = directory().body(command.body), date_in_bishkek(now)
    held = directory().tenures_of(command.official_id, today)
    if not any(t.post.body_id == body.pk and t.post.role in WORKERS for t in held):
        raise NotOfThisBody()
    if is_lasting_too_long(command.ends_on, today):
        raise LastsTooLong()
    if not command.scopes or not set(command.scopes) <= set(SCOPES):
        raise ScopeUnknown()
    program = Program.objects.create(
        id=uuid4(),
        name=command.name,
        body_id=body.pk,
        official_id=command.official_id,
        scopes=[scope for scope in SCOPES if scope in command.scopes],
        opened_at=now,
        ends_on=command.ends_on,
    )
    facts = {"program": str(program.pk), "name": program.name, "scopes": program.scopes}
    facts |= {"official": program.official.full_name, "ends_on": program.ends_on.isoformat()}
    record("open_program", actor=actor, now=now, body_code=body.code, facts=facts)
    return program

"""Reading a page of the register book; that somebody read it is recorded. Resolution No. 463, clause 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.queries.lists.registers import Period, RegisterPage, list_register
from kairyluu.queries.sight import find_sight
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadRegister:
    """Days of registration, both included, of one calendar year; `after` is the serial to go on from."""

    body: str
    first_on: date
    last_on: date
    language: str
    after: int = 0


@act
def read_register(command: ReadRegister, *, actor: Actor, now: datetime) -> RegisterPage:
    """Raises `NotYourBody` and `NotAllowed`."""
    sight = find_sight(actor, command.body)
    policies.demand(policies.may_read_register(actor, sight.body.pk), "read_register")

    period = Period(first_on=command.first_on, last_on=command.last_on)
    page = list_register(sight, period, command.language, after=command.after)

    record_look(
        "register",
        actor=actor,
        now=now,
        appeal_ids=[line.id for line in page.lines],
        body_code=sight.body.code,
        first_on=command.first_on.isoformat(),
        last_on=command.last_on.isoformat(),
        n=len(page.lines),
    )
    return page

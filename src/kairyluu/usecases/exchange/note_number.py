"""The number of the other system, read off it by a person: where the systems do not speak with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.gateways.document_systems import Registered
from kairyluu.rules import policies
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.exchange.access import may_note_number
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.send_again import EntryIsThere, NoSuchEntry
from kairyluu.usecases.exchange.settling import locked, settle


@dataclass(frozen=True, kw_only=True)
class NoteNumber:
    entry_id: UUID
    number: str
    on: date | None


class NumberIncomplete(Refused):
    """Number and day both, the day not in the future and not before the call; facts: field."""


@act
def note_number(command: NoteNumber, *, actor: Actor, now: datetime) -> SecondEntry:
    """Raises `NoSuchEntry`, `NotAllowed`, `EntryIsThere`, `NumberIncomplete` and `NumberTaken`."""
    row = locked(command.entry_id)
    if row is None:
        raise NoSuchEntry()
    policies.demand(may_note_number(actor, row.system.body_id), "note_number")
    if row.state == second.REGISTERED:
        raise EntryIsThere()
    number = " ".join(command.number.split())[:60]
    first = date_in_bishkek(row.appeal.received_at)
    if not number or command.on is None or not first <= command.on <= date_in_bishkek(now):
        raise NumberIncomplete({"field": "number" if not number else "on"})
    row.noted_by = actor.name
    settle(row, Registered(number=number, on=command.on), actor=actor, now=now)
    return row

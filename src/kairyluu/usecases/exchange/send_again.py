"""A person lets a registration that was given up, or still waits, be tried at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.rules import policies
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.exchange.access import may_send_again
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.queueing import wake
from kairyluu.usecases.exchange.settling import locked, note


@dataclass(frozen=True, kw_only=True)
class SendAgain:
    entry_id: UUID


class EntryIsThere(Refused):
    """It is registered there already."""


class NoSuchEntry(Refused):
    """Absent, and of another body, look alike."""


@act
def send_again(command: SendAgain, *, actor: Actor, now: datetime) -> SecondEntry:
    """Raises `NoSuchEntry`, `NotAllowed` and `EntryIsThere`. It goes out under the key it always had, and the system is
    asked for that key first."""
    row = locked(command.entry_id)
    if row is None:
        raise NoSuchEntry()
    policies.demand(may_send_again(actor, row.system.body_id), "send_again")
    if row.state == second.REGISTERED:
        raise EntryIsThere()
    row.state = second.HANDED if row.state == second.HANDED else second.WAITING
    row.attempts, row.next_try_at = 1, now
    row.save()
    wake(row)
    note(row, "second_entry_again", actor=actor, now=now)
    return row

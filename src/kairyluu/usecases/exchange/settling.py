"""Writing down what became of a second registration: shared by the worker, the receipts and the registrar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.data.journal.recording import record
from kairyluu.gateways.document_systems import Registered
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.documents.waking import wake_next


class NumberTaken(Refused):
    """Another appeal of this body stands there under the same number and day."""


class EntryDiffers(Refused):
    """It stands there under another number or day already."""


def locked(entry_id: UUID) -> SecondEntry | None:
    rows = SecondEntry.objects.select_for_update(of=("self",))
    return (
        rows.select_related("appeal__channel", "entry__book__line", "system__body")
        .filter(pk=entry_id)
        .first()
    )


def settle(row: SecondEntry, said: Registered, *, actor: Actor, now: datetime) -> None:
    """Registered there; what was told meanwhile may go. Raises `NumberTaken`: a system that gives one number twice has
    lost something."""
    number, on = said.number, said.on
    taken = SecondEntry.objects.filter(system_id=row.system_id, number=number, registered_on=on)
    if taken.exclude(pk=row.pk).exists():
        raise NumberTaken()
    row.state, row.number, row.registered_on = second.REGISTERED, number, on
    row.answered_at, row.next_try_at, row.last_error = now, None, ""
    row.save()
    note(row, "second_entry", actor=actor, now=now, number=number, on=on.isoformat(), **said.proof)
    wake_next(row, now=now)


def give_up(row: SecondEntry, why: str, *, actor: Actor, now: datetime) -> None:
    """A person sends it again or writes the number down by hand."""
    row.state, row.next_try_at, row.last_error = second.DEAD, None, why
    row.save()
    note(row, "second_entry_failed", actor=actor, now=now, why=why, attempts=row.attempts)


def note(row: SecondEntry, verb: str, *, actor: Actor, now: datetime, **facts: object) -> None:
    record(
        verb,
        actor=actor,
        now=now,
        appeal_id=row.appeal_id,
        body_code=row.system.body.code,
        facts={"key": str(row.pk), **facts},
    )

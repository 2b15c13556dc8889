"""Document systems and the registrations that wait for them."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.exchange.models import DocumentSystem, SecondEntry
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.exchange.hand_over import HandOver, hand_over
from tests.cast import NOW, Town
from tests.factories import calls


def system(town: Town, kind: str = "http", address: str = "http://127.0.0.1:9/nowhere") -> DocumentSystem:
    return DocumentSystem.objects.create(body=town.body, kind=kind, address=address)


def waiting(town: Town, **fields: str) -> SecondEntry:
    """A call registered as an appeal where the body has a system."""
    taken = calls.registered(town, **fields)
    return SecondEntry.objects.get(appeal_id=taken.appeal_id)


def tried(row: SecondEntry, now: datetime | None = None) -> str:
    """As the worker does it, at the row's own time unless told otherwise."""
    row.refresh_from_db()
    at = now or row.next_try_at or NOW
    return hand_over(HandOver(entry_id=row.pk), actor=SYSTEM_ACTOR, now=at)

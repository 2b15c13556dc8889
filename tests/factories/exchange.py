"""Document systems and the registrations that wait for them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from kairyluu.data.exchange.models import DocumentSystem, LaterMessage, SecondEntry
from kairyluu.gateways.document_systems import Document
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.documents.coming.carry_out import CarryOutMessage, carry_out_message
from kairyluu.usecases.documents.coming.take_message import TakeMessage, take_message
from kairyluu.usecases.documents.hand_over_later import HandOverLater, hand_over_later
from kairyluu.usecases.exchange.hand_over import HandOver, hand_over
from tests.cast import NOW, Town
from tests.factories import calls
from tests.gateways.xroad_server import CLIENT, SERVICE


def system(
    town: Town, kind: str = "http", address: str = "http://127.0.0.1:9/nowhere", **values: Any
) -> DocumentSystem:
    return DocumentSystem.objects.create(body=town.body, kind=kind, address=address, **values)


def by_xroad(town: Town, address: str, **values: Any) -> DocumentSystem:
    return system(town, "xroad", address, service=SERVICE, client=CLIENT, **values)


def waiting(town: Town, **fields: str) -> SecondEntry:
    """A call registered as an appeal where the body has a system."""
    taken = calls.registered(town, **fields)
    return SecondEntry.objects.get(appeal_id=taken.appeal_id)


def tried(row: SecondEntry, now: datetime | None = None) -> str:
    """As the worker does it, at the row's own time unless told otherwise."""
    row.refresh_from_db()
    at = now or row.next_try_at or NOW
    return hand_over(HandOver(entry_id=row.pk), actor=SYSTEM_ACTOR, now=at)


def later(row: SecondEntry) -> list[LaterMessage]:
    """What followed, in its order."""
    return list(LaterMessage.objects.filter(second=row).order_by("place"))


def told(row: LaterMessage, now: datetime | None = None) -> str:
    row.refresh_from_db()
    at = now or row.next_try_at or NOW
    return hand_over_later(HandOverLater(message_id=row.pk), actor=SYSTEM_ACTOR, now=at)


def all_told(row: SecondEntry) -> None:
    """The registration and what followed, once each."""
    tried(row)
    for one in later(row):
        told(one)


def came(system: DocumentSystem, content: dict[str, Any], *files: Document) -> str:
    """What a document system says is taken and carried out; the state of the message afterwards."""
    listed = [
        {"name": f.name, "media_type": f.media_type, "size": len(f.content), "sha256": f.sha256}
        for f in files
    ]
    said = {
        "format": "kairyluu-incoming/1",
        "key": str(uuid4()),
        "made_at": NOW.isoformat(),
        "documents": listed,
    }
    command = TakeMessage(system_ids=(system.pk,), content=said | content, documents=files)
    taken = take_message(command, actor=SYSTEM_ACTOR, now=NOW)
    return carry_out_message(CarryOutMessage(message_id=taken.message.pk), actor=SYSTEM_ACTOR, now=NOW)

"""Packages of the other side: each is taken once, and a receipt says so."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.gateways.document_systems import (
    IncomingPackage,
    Place,
    list_packages,
    put_aside,
    write_receipt,
)
from kairyluu.rules.exchange.incoming import MessageUnreadable, head_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.documents.coming.take_message import TakeMessage, take_message


def read_packages_of(system: DocumentSystem, place: Place, *, actor: Actor, now: datetime) -> int:
    """How many were taken. Killed between taking and putting aside, the next round takes the same again: it is known."""
    n_taken = 0
    for package in list_packages(place):
        fault = package.fault or _taken(system, package, actor=actor, now=now)
        key = _key(package)
        if key and fault != "other_content":  # what was taken under the key stays taken
            write_receipt(place, key, {"state": "refused", "why": fault} if fault else {"state": "taken"})
        for name in (package.name, f"{package.name}.sha256"):
            put_aside(place, name, is_taken=not fault)
        n_taken += not fault
    return n_taken


def _taken(system: DocumentSystem, package: IncomingPackage, *, actor: Actor, now: datetime) -> str:
    """Empty, or why not."""
    command = TakeMessage(
        system_ids=(system.pk,),
        content=package.message,
        documents=package.documents,
        heard={"file": package.name},
    )
    try:
        take_message(command, actor=actor, now=now)
    except Refused as refused:
        field = str(refused.facts.get("field", ""))
        return f"{refused.code} {field}".strip()
    return ""


def _key(package: IncomingPackage) -> UUID | None:
    try:
        return head_of(package.message).key
    except MessageUnreadable:
        return None

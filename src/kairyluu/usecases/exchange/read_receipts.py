"""Receipts that people put into the folder or bucket of a body: each settles one message of ours, once."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.gateways.document_systems import (
    Place,
    ReceiptFile,
    SystemAway,
    SystemRefused,
    list_receipts,
    place_of,
    put_aside,
)
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.coming.read_packages import read_packages_of
from kairyluu.usecases.documents.connecting import connection_of
from kairyluu.usecases.documents.hand_over_later import locked_later, settle_later
from kairyluu.usecases.documents.waking import wake_next
from kairyluu.usecases.exchange.settling import NumberTaken, locked, settle

log = logging.getLogger("kairyluu.exchange")


@dataclass(frozen=True, kw_only=True)
class ReadReceipts:
    pass


@dataclass(frozen=True, kw_only=True)
class _TakeReceipt:
    system_id: int
    file: ReceiptFile


def read_receipts(command: ReadReceipts, *, actor: Actor, now: datetime) -> int:
    """How many receipts and packages were taken. A file that fits nothing is put aside for a person; a place that is
    away is read next time."""
    n_taken = 0
    for system in DocumentSystem.objects.filter(kind__in=second.BY_PACKAGES).select_related("body"):
        try:
            place = place_of(connection_of(system))
            n_taken += _receipts_of(system, place, actor=actor, now=now)
            n_taken += read_packages_of(system, place, actor=actor, now=now)
        except (SystemAway, SystemRefused) as away:
            log.warning("the packages of %s could not be read: %s", system.body.code, away)
    return n_taken


def _receipts_of(system: DocumentSystem, place: Place, *, actor: Actor, now: datetime) -> int:
    n_taken = 0
    for file in list_receipts(place):
        is_taken = _take(_TakeReceipt(system_id=system.pk, file=file), actor=actor, now=now)
        put_aside(place, file.name, is_taken=is_taken)
        n_taken += is_taken
    return n_taken


@act
def _take(command: _TakeReceipt, *, actor: Actor, now: datetime) -> bool:
    key, said = command.file.key, command.file.registered
    if key is None:
        return False
    row = locked(key)
    if row is None:
        return said is None and _took_later(command, actor=actor, now=now)
    if said is None or row.system_id != command.system_id:
        return False
    if row.state == second.REGISTERED:
        return (row.number, row.registered_on) == (said.number, said.on)
    try:
        settle(row, said, actor=actor, now=now)
    except NumberTaken:
        return False
    return True


def _took_later(command: _TakeReceipt, *, actor: Actor, now: datetime) -> bool:
    """A receipt without a number: they have what followed the registration."""
    row = locked_later(command.file.key) if command.file.key else None
    if row is None or row.second.system_id != command.system_id:
        return False
    if row.state in (second.HANDED, second.DEAD):
        settle_later(row, {}, actor=actor, now=now)
        wake_next(row.second, now=now)
    return row.state == second.DONE

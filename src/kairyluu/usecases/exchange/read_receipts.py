"""Receipts that a body without a network put into its folder: each settles one registration, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.gateways.document_systems import ReceiptFile, folder_of, list_receipts, put_aside
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.settling import NumberTaken, locked, settle


@dataclass(frozen=True, kw_only=True)
class ReadReceipts:
    pass


@dataclass(frozen=True, kw_only=True)
class _TakeReceipt:
    system_id: int
    file: ReceiptFile


def read_receipts(command: ReadReceipts, *, actor: Actor, now: datetime) -> int:
    """How many were taken. A file that fits nothing is put aside for a person."""
    n_taken = 0
    for system in DocumentSystem.objects.filter(kind=second.FILES).select_related("body"):
        for file in list_receipts(folder_of(system.body.code)):
            is_taken = _take(_TakeReceipt(system_id=system.pk, file=file), actor=actor, now=now)
            put_aside(file, is_taken=is_taken)
            n_taken += is_taken
    return n_taken


@act
def _take(command: _TakeReceipt, *, actor: Actor, now: datetime) -> bool:
    key, said = command.file.key, command.file.registered
    row = locked(key) if key else None
    if row is None or said is None or row.system_id != command.system_id:
        return False
    if row.state == second.REGISTERED:
        return (row.number, row.registered_on) == (said.number, said.on)
    try:
        settle(row, said.number, said.on, actor=actor, now=now)
    except NumberTaken:
        return False
    return True

"""The worker hands an appeal to the document system of its body: claimed, sent and settled in three steps, so that a
worker killed between any two loses nothing and registers nothing twice. H19."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.gateways import document_systems
from kairyluu.gateways.document_systems import Registered, SystemAway, SystemRefused
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.connecting import connection_of, next_package
from kairyluu.usecases.documents.waking import wake_next
from kairyluu.usecases.exchange.message import digest_told, message_of
from kairyluu.usecases.exchange.queueing import wake
from kairyluu.usecases.exchange.settling import NumberTaken, give_up, locked, note, settle

LEASE = timedelta(minutes=2)  # longer than any exchange with a system: another worker comes only after it


@dataclass(frozen=True, kw_only=True)
class HandOver:
    entry_id: UUID


@dataclass(frozen=True, kw_only=True)
class _Reply:
    """What came of one try: a registration, an acceptance without a number yet, or a fault."""

    registered: Registered | None = None
    fault: str = ""
    is_final: bool = False
    digest: str = ""


def hand_over(command: HandOver, *, actor: Actor, now: datetime) -> str:
    """The row's state afterwards; `early` where it is not its time or another worker is at it."""
    row = _claim(command, actor=actor, now=now)
    if row is None:
        return "early"
    return _settle(command, _exchanged(row), actor=actor, now=now)


@act
def _claim(command: HandOver, *, actor: Actor, now: datetime) -> SecondEntry | None:
    row = locked(command.entry_id)
    if row is None or row.next_try_at is None or row.next_try_at > now:
        return None
    if row.system.kind in second.BY_PACKAGES and row.package is None:
        row.package = next_package(row.system_id)
    row.attempts += 1
    row.last_tried_at, row.next_try_at = now, now + LEASE
    row.save()
    return row


def _exchanged(row: SecondEntry) -> _Reply:
    """Outside any transaction. After a first try the system is asked before anything is sent again."""
    try:
        system = document_systems.system_at(connection_of(row.system))
        if row.attempts > 1 or row.state == second.HANDED:
            try:
                return _Reply(registered=_number(system.ask(row.pk)))
            except LookupError:
                pass
        said = system.hand_over(message_of(row))
        return _Reply(registered=_number(said), digest=digest_told(row))
    except SystemAway as away:
        return _Reply(fault=str(away) or "away")
    except SystemRefused as refused:
        return _Reply(fault=str(refused) or "refused", is_final=True)


def _number(said: object) -> Registered | None:
    return said if isinstance(said, Registered) else None


@act
def _settle(command: HandOver, reply: _Reply, *, actor: Actor, now: datetime) -> str:
    row = locked(command.entry_id)
    if row is None or row.state == second.REGISTERED:
        return second.REGISTERED
    row.told_digest = reply.digest or row.told_digest
    if reply.fault:
        _failed(row, reply, actor=actor, now=now)
    elif reply.registered is None:
        _handed(row, actor=actor, now=now)
    else:
        try:
            settle(row, reply.registered, actor=actor, now=now)
        except NumberTaken as taken:
            give_up(row, taken.code, actor=actor, now=now)
    return row.state


def _failed(row: SecondEntry, reply: _Reply, *, actor: Actor, now: datetime) -> None:
    if reply.is_final or second.is_given_up(row.attempts):
        give_up(row, reply.fault, actor=actor, now=now)
        return
    row.last_error = reply.fault
    row.next_try_at = now + second.wait_before(row.attempts, row.pk.int)
    row.save()
    wake(row, at=row.next_try_at)


def _handed(row: SecondEntry, *, actor: Actor, now: datetime) -> None:
    """It has the message: asked for its number each hour; a folder answers by receipts."""
    is_new = row.state != second.HANDED
    row.state, row.last_error, row.attempts = second.HANDED, "", 1
    row.next_try_at = None if row.system.kind in second.BY_PACKAGES else now + second.ASK_AGAIN
    row.save()
    if row.next_try_at:
        wake(row, at=row.next_try_at)
    wake_next(row, now=now)
    if is_new:
        note(row, "second_entry_handed", actor=actor, now=now, package=row.package)

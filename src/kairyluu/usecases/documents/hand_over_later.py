"""The worker hands over what followed a registration: claimed, sent and settled in three steps, as the registration
itself, and never before what was told of the appeal earlier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.exchange.models import LaterMessage, SecondEntry
from kairyluu.gateways import document_systems
from kairyluu.gateways.document_systems import Reply, SystemAway, SystemRefused
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.connecting import connection_of, next_package
from kairyluu.usecases.documents.later_message import later_message_of
from kairyluu.usecases.documents.waking import is_its_turn, wake_next
from kairyluu.usecases.exchange.message import digest_told
from kairyluu.usecases.exchange.queueing import wake_later
from kairyluu.usecases.exchange.settling import note

LEASE = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class HandOverLater:
    message_id: UUID


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """What came of one try: taken, taken but not done with (`reply` None), or a fault."""

    reply: Reply = None
    fault: str = ""
    is_final: bool = False
    digest: str = ""


def hand_over_later(command: HandOverLater, *, actor: Actor, now: datetime) -> str:
    """The row's state afterwards; `early` where it is not its time or turn, or another worker is at it."""
    row = _claim(command, actor=actor, now=now)
    if row is None:
        return "early"
    return _settle(command, _exchanged(row), actor=actor, now=now)


def locked_later(message_id: UUID) -> LaterMessage | None:
    """With its registration locked first, so that two messages of one appeal are settled one after the other."""
    found = LaterMessage.objects.filter(pk=message_id).values_list("second_id", flat=True).first()
    if found is None:
        return None
    SecondEntry.objects.select_for_update().filter(pk=found).first()
    rows = LaterMessage.objects.select_for_update(of=("self",))
    return rows.select_related("second__appeal", "second__entry", "second__system__body").get(pk=message_id)


def note_later(row: LaterMessage, verb: str, *, actor: Actor, now: datetime, **facts: object) -> None:
    note(row.second, verb, actor=actor, now=now, message=str(row.pk), kind=row.kind, **facts)


@act
def _claim(command: HandOverLater, *, actor: Actor, now: datetime) -> LaterMessage | None:
    row = locked_later(command.message_id)
    if row is None or row.next_try_at is None or row.next_try_at > now:
        return None
    if not is_its_turn(row):
        row.next_try_at = None  # woken by what it waits for
        row.save(update_fields=["next_try_at"])
        return None
    if row.second.system.kind in known.BY_PACKAGES and row.package is None:
        row.package = next_package(row.second.system_id)
    row.attempts += 1
    row.last_tried_at, row.next_try_at = now, now + LEASE
    row.save()
    return row


def _exchanged(row: LaterMessage) -> _Outcome:
    """Outside any transaction. After a first try the system is asked before anything is sent again."""
    try:
        system = document_systems.system_at(connection_of(row.second.system))
        if row.attempts > 1 or row.state == known.HANDED:
            try:
                return _Outcome(reply=system.ask(row.pk, awaits_number=False))
            except LookupError:
                pass
        reply = system.hand_over(later_message_of(row))
        return _Outcome(reply=reply, digest=digest_told(row.second))
    except SystemAway as away:
        return _Outcome(fault=str(away) or "away")
    except SystemRefused as refused:
        return _Outcome(fault=str(refused) or "refused", is_final=True)


@act
def _settle(command: HandOverLater, outcome: _Outcome, *, actor: Actor, now: datetime) -> str:
    row = locked_later(command.message_id)
    if row is None or row.state == known.DONE:
        return known.DONE
    if outcome.fault:
        _failed(row, outcome, actor=actor, now=now)
        return row.state
    if outcome.digest:
        SecondEntry.objects.filter(pk=row.second_id).update(told_digest=outcome.digest)
    if outcome.reply is None:
        _handed(row, now=now)
    else:
        settle_later(row, outcome.reply.proof, actor=actor, now=now)
    wake_next(row.second, now=now)
    return row.state


def settle_later(row: LaterMessage, proof: object, *, actor: Actor, now: datetime) -> None:
    row.state, row.answered_at, row.next_try_at, row.last_error = known.DONE, now, None, ""
    row.save()
    facts = dict(proof) if isinstance(proof, dict) else {}
    note_later(row, "document_told", actor=actor, now=now, **facts)


def _failed(row: LaterMessage, outcome: _Outcome, *, actor: Actor, now: datetime) -> None:
    row.last_error = outcome.fault
    if outcome.is_final or known.is_given_up(row.attempts):
        row.state, row.next_try_at = known.DEAD, None
        row.save()
        note_later(row, "document_not_told", actor=actor, now=now, why=outcome.fault)
        return
    row.next_try_at = now + known.wait_before(row.attempts, row.pk.int)
    row.save()
    wake_later(row, at=row.next_try_at)


def _handed(row: LaterMessage, *, now: datetime) -> None:
    """It has the message and is not done with it: asked each hour; files answer by receipts."""
    row.state, row.last_error, row.attempts = known.HANDED, "", 1
    is_by_files = row.second.system.kind in known.BY_PACKAGES
    row.next_try_at = None if is_by_files else now + known.ASK_AGAIN
    row.save()
    if row.next_try_at:
        wake_later(row, at=row.next_try_at)

"""The worker does what a document system's message says, each kind by the act a person would use, in the order in which
the messages about one appeal came. Done again after a crash it is done once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.exchange.models import IncomingMessage
from kairyluu.data.journal.recording import record
from kairyluu.gateways.files import FileMissing
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.coming.doing import DOING
from kairyluu.usecases.exchange.queueing import wake_incoming

LEASE = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class CarryOutMessage:
    message_id: UUID


def carry_out_message(command: CarryOutMessage, *, actor: Actor, now: datetime) -> str:
    """The row's state afterwards; `early` where it is not its time, or an earlier one about the appeal still waits."""
    row = _claim(command, actor=actor, now=now)
    if row is None:
        return "early"
    fault = ""
    try:
        DOING[row.kind](row, actor=actor, now=now)
    except Refused as refused:
        fault = ":".join([refused.code, *(str(v)[:60] for k, v in refused.facts.items() if k == "field")])
    except FileMissing:
        fault = "file_missing"
    return _settle(command, fault, actor=actor, now=now)


@act
def _claim(command: CarryOutMessage, *, actor: Actor, now: datetime) -> IncomingMessage | None:
    row = _locked(command.message_id)
    if row is None or row.state != known.WAITING or row.next_try_at is None or row.next_try_at > now:
        return None
    if _waiting_before(row):
        row.next_try_at = None  # woken by the one before
        row.save(update_fields=["next_try_at"])
        return None
    row.attempts += 1
    row.next_try_at = now + LEASE
    row.save(update_fields=["attempts", "next_try_at"])
    return row


@act
def _settle(command: CarryOutMessage, fault: str, *, actor: Actor, now: datetime) -> str:
    """What is refused stays refused until a person looks: nothing is tried twice by itself but after a crash."""
    row = _locked(command.message_id)
    if row is None or row.state == known.DONE:
        return known.DONE
    row.state, row.last_error, row.next_try_at = (known.DEAD if fault else known.DONE), fault, None
    row.done_at = None if fault else now
    row.save()
    record(
        "document_undone" if fault else "document_done",
        actor=actor,
        now=now,
        appeal_id=row.second.appeal_id if row.second else None,
        body_code=row.system.body.code,
        facts={"key": str(row.key), "kind": row.kind, "message": str(row.pk), "why": fault},
    )
    _wake_next(row, now)
    return row.state


def _locked(message_id: UUID) -> IncomingMessage | None:
    rows = IncomingMessage.objects.select_for_update(of=("self",))
    named = ("system__enters_as", "system__resolves_as", "system__drafts_as")
    return rows.select_related("system__body", "second__appeal", *named).filter(pk=message_id).first()


def _waiting_before(row: IncomingMessage) -> bool:
    if row.second_id is None:
        return False
    rows = IncomingMessage.objects.filter(second_id=row.second_id, state=known.WAITING)
    return rows.filter(turn__lt=row.turn).exists()


def _wake_next(row: IncomingMessage, now: datetime) -> None:
    if row.second_id is None:
        return
    rows = IncomingMessage.objects.filter(second_id=row.second_id, state=known.WAITING, next_try_at=None)
    waiting = rows.order_by("turn").first()
    if waiting is not None:
        waiting.next_try_at = now
        waiting.save(update_fields=["next_try_at"])
        wake_incoming(waiting)

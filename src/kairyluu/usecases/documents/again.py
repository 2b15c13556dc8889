"""A person lets what was given up be tried at once: a message of ours, or one that came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.exchange.models import IncomingMessage, LaterMessage
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.access import may_send_again
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.hand_over_later import locked_later, note_later
from kairyluu.usecases.exchange.queueing import wake_incoming, wake_later
from kairyluu.usecases.exchange.send_again import EntryIsThere, NoSuchEntry


@dataclass(frozen=True, kw_only=True)
class SendLaterAgain:
    message_id: UUID


@dataclass(frozen=True, kw_only=True)
class TakeUpAgain:
    message_id: UUID


@act
def send_later_again(command: SendLaterAgain, *, actor: Actor, now: datetime) -> LaterMessage:
    """Under the key it always had. Raises `NoSuchEntry`, `NotAllowed`, `EntryIsThere`."""
    row = locked_later(command.message_id)
    if row is None:
        raise NoSuchEntry()
    policies.demand(may_send_again(actor, row.second.system.body_id), "send_again")
    if row.state == known.DONE:
        raise EntryIsThere()
    row.state = known.HANDED if row.state == known.HANDED else known.WAITING
    row.attempts, row.next_try_at = min(row.attempts, 1), now
    row.save()
    wake_later(row)
    note_later(row, "second_entry_again", actor=actor, now=now)
    return row


@act
def take_up_again(command: TakeUpAgain, *, actor: Actor, now: datetime) -> IncomingMessage:
    """After what stood in its way was set right. Raises `NoSuchEntry`, `NotAllowed`, `EntryIsThere`."""
    rows = IncomingMessage.objects.select_for_update(of=("self",)).select_related("system__body", "second")
    row = rows.filter(pk=command.message_id).first()
    if row is None:
        raise NoSuchEntry()
    policies.demand(may_send_again(actor, row.system.body_id), "send_again")
    if row.state == known.DONE:
        raise EntryIsThere()
    row.state, row.next_try_at = known.WAITING, now
    row.save(update_fields=["state", "next_try_at"])
    wake_incoming(row)
    record(
        "incoming_again",
        actor=actor,
        now=now,
        appeal_id=row.second.appeal_id if row.second else None,
        body_code=row.system.body.code,
        facts={"key": str(row.key), "kind": row.kind, "message": str(row.pk)},
    )
    return row

"""What was explained goes to the caller as SMS: written down with the explanation, sent by the worker, recorded. H36–H37."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from procrastinate.contrib.django import app

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.calls.models import Call
from kairyluu.data.exchange.models import ToldMessage
from kairyluu.data.journal.recording import record
from kairyluu.gateways import reach
from kairyluu.queries.exchange.told import language_of, told_text
from kairyluu.rules.exchange.second_entries import is_given_up, wait_before
from kairyluu.rules.exchange.short_messages import measure
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import phone_e164
from kairyluu.usecases.act import act

TASK = "send_told"
GRACE = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class SendTold:
    message_id: UUID


@dataclass(frozen=True, kw_only=True)
class SweepTold:
    at_most: int = 200


class NumberMissing(Refused):
    """Nobody knows where to send it."""


def queue_told(call: Call, *, now: datetime) -> ToldMessage:
    """In the transaction of the explanation. Raises `NumberMissing` and `NotATelephone`."""
    typed = call.fields.get("phone", "").strip()
    number = phone_e164(typed) if typed else call.number
    if not number:
        raise NumberMissing()
    text = told_text(call.fields)
    size = measure(text)
    row = ToldMessage.objects.create(
        id=new_id(now),
        call=call,
        number=number,
        language=language_of(call.fields),
        text=text,
        alphabet=size.alphabet,
        n_parts=size.n_parts,
        made_at=now,
    )
    _wake(row)
    return row


def send_told(command: SendTold, *, actor: Actor, now: datetime) -> str:
    """The state afterwards. Sent outside any transaction, under the row's id as its key: a worker killed in between
    sends again, and the carrier passes it on once."""
    row = _claim(command, actor=actor, now=now)
    if row.state != "waiting":
        return row.state
    try:
        row.reference = reach.messenger(reach.SMS).send(row.number, row.text, str(row.pk)).reference
        row.state, row.sent_at, row.last_error = "sent", now, ""
    except reach.ReachDeferred as deferred:
        row.last_error = str(deferred)
        row.state = "failed" if is_given_up(row.attempts) else "waiting"
    except reach.ReachRefused as refused:
        row.last_error, row.state = str(refused), "failed"
    return _settle(row, actor=actor, now=now)


@act
def sweep_told(command: SweepTold, *, actor: Actor, now: datetime) -> int:
    """How many whose task was lost were woken; the pauses between tries are longer than this only late."""
    late = Q(last_tried_at__lt=now - GRACE) | Q(last_tried_at__isnull=True, made_at__lt=now - GRACE)
    rows = list(ToldMessage.objects.filter(late, state="waiting").order_by("made_at")[: command.at_most])
    for row in rows:
        _wake(row)
    return len(rows)


@act
def _claim(command: SendTold, *, actor: Actor, now: datetime) -> ToldMessage:
    row = ToldMessage.objects.select_for_update().get(pk=command.message_id)
    if row.state == "waiting":
        row.attempts += 1
        row.last_tried_at = now
        row.save()
    return row


@act
def _settle(row: ToldMessage, *, actor: Actor, now: datetime) -> str:
    changed = ToldMessage.objects.filter(pk=row.pk, state="waiting").update(
        state=row.state, sent_at=row.sent_at, reference=row.reference, last_error=row.last_error
    )
    if row.state == "waiting":
        _wake(row, at=now + wait_before(row.attempts, row.pk.int))
    elif changed:
        body = row.call.line.body.code
        facts = {"call": str(row.call_id), "state": row.state, "parts": row.n_parts, "key": str(row.pk)}
        record("send_told", actor=actor, now=now, body_code=body, facts=facts)
    return row.state


def _wake(row: ToldMessage, *, at: datetime | None = None) -> None:
    options = {"schedule_at": at} if at else {}
    app.configure_task(TASK, allow_unknown=True, **options).defer(message_id=str(row.pk))

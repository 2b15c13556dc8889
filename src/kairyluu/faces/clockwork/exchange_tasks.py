"""Time knocks for what is exchanged with machines outside."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.calls.send_told import SendTold, SweepTold, send_told, sweep_told
from kairyluu.usecases.documents.coming.carry_out import CarryOutMessage, carry_out_message
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from kairyluu.usecases.documents.hand_over_later import HandOverLater, hand_over_later
from kairyluu.usecases.exchange.close_lost_calls import CloseLostCalls, close_lost_calls
from kairyluu.usecases.exchange.hand_over import HandOver, hand_over
from kairyluu.usecases.exchange.read_receipts import ReadReceipts, read_receipts
from kairyluu.usecases.exchange.sweep_entries import SweepEntries, sweep_entries
from kairyluu.usecases.webhooks.sweep import SweepWebhooks, forget_deliveries, sweep_webhooks
from kairyluu.usecases.webhooks.tell import TellNext, tell_next

AT_ONCE = 500  # events that one task tells before another webhook has its turn


@app.task(name="hand_over_entry")
def hand_over_entry(entry_id: str) -> str:
    """Waits between tries are the use case's: it queues the next one itself."""
    return hand_over(HandOver(entry_id=UUID(entry_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="sweep_entries", queueing_lock="sweep_entries")
def sweep(timestamp: int) -> int:
    return sweep_entries(SweepEntries(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="2-59/5 * * * *")
@app.task(name="read_receipts", queueing_lock="read_receipts")
def receipts(timestamp: int) -> int:
    return read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="25 * * * *")
@app.task(name="close_lost_calls", queueing_lock="close_lost_calls")
def close_calls(timestamp: int) -> int:
    return close_lost_calls(CloseLostCalls(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="send_told")
def send(message_id: str) -> str:
    return send_told(SendTold(message_id=UUID(message_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="4-59/15 * * * *")
@app.task(name="sweep_told", queueing_lock="sweep_told")
def sweep_messages(timestamp: int) -> int:
    return sweep_told(SweepTold(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="tell_program")
def tell_program(webhook_id: str) -> int:
    """How many were tried; what is left the sweep comes back for."""
    command = TellNext(webhook_id=UUID(webhook_id))
    for n in range(AT_ONCE):
        if tell_next(command, actor=SYSTEM_ACTOR, now=timezone.now()) == "nothing":
            return n
    return AT_ONCE


@app.periodic(cron="* * * * * */15")
@app.task(name="sweep_webhooks", queueing_lock="sweep_webhooks")
def sweep_hooks(timestamp: int) -> int:
    return sweep_webhooks(SweepWebhooks(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="50 3 * * *")
@app.task(name="forget_deliveries", queueing_lock="forget_deliveries")
def forget(timestamp: int) -> int:
    return forget_deliveries(SweepWebhooks(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="hand_over_later")
def hand_over_what_followed(message_id: str) -> str:
    return hand_over_later(HandOverLater(message_id=UUID(message_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="carry_out_message")
def carry_out(message_id: str) -> str:
    return carry_out_message(
        CarryOutMessage(message_id=UUID(message_id)), actor=SYSTEM_ACTOR, now=timezone.now()
    )


@app.periodic(cron="40 5 * * *")
@app.task(name="compare_registers", queueing_lock="compare_registers")
def compare(timestamp: int) -> int:
    return compare_registers(CompareRegisters(), actor=SYSTEM_ACTOR, now=timezone.now())

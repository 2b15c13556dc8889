"""Time knocks for what is exchanged with machines outside."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.calls.send_told import SendTold, SweepTold, send_told, sweep_told
from kairyluu.usecases.exchange.close_lost_calls import CloseLostCalls, close_lost_calls
from kairyluu.usecases.exchange.hand_over import HandOver, hand_over
from kairyluu.usecases.exchange.read_receipts import ReadReceipts, read_receipts
from kairyluu.usecases.exchange.sweep_entries import SweepEntries, sweep_entries


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

"""Time knocks for what is exchanged with machines outside."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
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

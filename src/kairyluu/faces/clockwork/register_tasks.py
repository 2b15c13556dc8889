"""Time knocks for registers of earlier years: what was brought is checked and loaded."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.legacy.brought.fingerprints import TakeFingerprints, take_fingerprints
from kairyluu.usecases.legacy.brought.uploads import SweepUploads, sweep_uploads
from kairyluu.usecases.legacy.brought.working import WorkUpload, work_upload


@app.task(name="work_register")
def work(upload_id: str) -> str:
    return work_upload(WorkUpload(UUID(upload_id)), now=timezone.now())


@app.task(name="fingerprint_register")
def fingerprint(batch_id: int) -> int:
    """A part at a time, each in a transaction of its own; how many parts."""
    after: int | None = 0
    n_parts = 0
    while after is not None:
        command = TakeFingerprints(batch_id, after)
        after = take_fingerprints(command, actor=SYSTEM_ACTOR, now=timezone.now())
        n_parts += 1
    return n_parts


@app.periodic(cron="4-59/5 * * * *")
@app.task(name="sweep_registers", queueing_lock="sweep_registers")
def sweep(timestamp: int) -> int:
    return sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=timezone.now())

"""Time knocks for registers of earlier years: what was brought is checked and loaded."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.legacy.brought.uploads import SweepUploads, sweep_uploads
from kairyluu.usecases.legacy.brought.working import WorkUpload, work_upload


@app.task(name="work_register")
def work(upload_id: str) -> str:
    return work_upload(WorkUpload(UUID(upload_id)), now=timezone.now())


@app.periodic(cron="4-59/5 * * * *")
@app.task(name="sweep_registers", queueing_lock="sweep_registers")
def sweep(timestamp: int) -> int:
    return sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=timezone.now())

"""Time knocks for files: each is looked into and scanned."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.files.check_file import CheckFile, check_file
from kairyluu.usecases.files.sweep_checks import SweepChecks, sweep_checks


@app.task(name="check_file")
def check(sha256: str) -> str:
    """A scanner that is down is no failure of the task: the sweep brings the file back."""
    return check_file(CheckFile(sha256=sha256), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="3-59/5 * * * *")
@app.task(name="sweep_checks", queueing_lock="sweep_checks")
def sweep(timestamp: int) -> int:
    return sweep_checks(SweepChecks(), actor=SYSTEM_ACTOR, now=timezone.now())

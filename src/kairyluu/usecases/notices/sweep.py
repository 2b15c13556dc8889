"""Waiting letters whose task was lost are queued again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.outbox.models import Notice
from kairyluu.notices.outbox import queue_again
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

GRACE = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class SweepOutbox:
    at_most: int = 500


@act
def sweep_outbox(command: SweepOutbox, *, actor: Actor, now: datetime) -> int:
    """How many were queued again. A letter queued twice is still sent once: its row decides."""
    stale = Notice.objects.filter(state="waiting", created_at__lt=now - GRACE)
    waiting = stale.exclude(last_tried_at__gte=now - GRACE).order_by("created_at")[: command.at_most]
    for notice in waiting:
        queue_again(notice)
    return len(waiting)

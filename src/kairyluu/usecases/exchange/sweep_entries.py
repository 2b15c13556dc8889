"""Second registrations whose task was lost, or whose worker was killed, are woken again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.queueing import wake

GRACE = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class SweepEntries:
    at_most: int = 500


@act
def sweep_entries(command: SweepEntries, *, actor: Actor, now: datetime) -> int:
    """How many were woken; those given up have no next try."""
    late = SecondEntry.objects.filter(next_try_at__lt=now - GRACE).order_by("next_try_at")
    rows = list(late[: command.at_most])
    for row in rows:
        wake(row)
    return len(rows)

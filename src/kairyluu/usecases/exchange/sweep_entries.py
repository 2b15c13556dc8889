"""Messages to and from document systems whose task was lost, or whose worker was killed, are woken again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from kairyluu.data.exchange.models import IncomingMessage, LaterMessage, SecondEntry
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.queueing import wake, wake_incoming, wake_later

GRACE = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class SweepEntries:
    at_most: int = 500


@act
def sweep_entries(command: SweepEntries, *, actor: Actor, now: datetime) -> int:
    """How many were woken; those given up have no next try."""
    late = Q(next_try_at__lt=now - GRACE)
    n = 0
    for entry in SecondEntry.objects.filter(late).order_by("next_try_at")[: command.at_most]:
        wake(entry)
        n += 1
    for later in LaterMessage.objects.filter(late).order_by("next_try_at")[: command.at_most]:
        wake_later(later)
        n += 1
    for came in IncomingMessage.objects.filter(late).order_by("next_try_at")[: command.at_most]:
        wake_incoming(came)
        n += 1
    return n

"""Asking the service of short messages what became of those it took: by receipts where it speaks SMPP, else one by one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kairyluu.data.outbox.models import Notice
from kairyluu.gateways import reach
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import CAME_BACK, DELIVERED, SMS, UNKNOWN
from kairyluu.usecases.notices.fates import NoteFate, note_fate
from kairyluu.usecases.notices.lanes import alone

ASKED_FOR = timedelta(days=3)  # a service keeps a message for a telephone that is switched off so long
QUIETLY = 1.0  # seconds without a receipt after which there is none
_FATES = {reach.DELIVERED: DELIVERED, reach.READ: DELIVERED, reach.FAILED: CAME_BACK}


@dataclass(frozen=True, kw_only=True)
class AskFates:
    at_most: int = 200


def ask_fates(command: AskFates, *, actor: Actor, now: datetime) -> int:
    """How many became known. While the service is away it is asked again the next time."""
    open_ones = Notice.objects.filter(
        channel=SMS, state="sent", fate=UNKNOWN, sent_at__gt=now - ASKED_FOR
    ).exclude(reference="")
    if not open_ones.exists():
        return 0
    n_before = open_ones.count()
    asked = open_ones.order_by("sent_at", "id")[: command.at_most]
    with alone(SMS) as is_ours, suppress(reach.ReachDeferred, reach.ReachRefused):
        if is_ours:
            _ask(reach.messenger(reach.SMS), asked, actor, now)
    return n_before - open_ones.count()


def receiving(actor: Actor, now: datetime) -> Any:
    """What an SMPP conversation calls with each receipt."""

    def receive(reference: str, state: str, words: str) -> None:
        command = NoteFate(channel=SMS, reference=reference, state=_FATES[state], words=words)
        note_fate(command, actor=actor, now=now)

    return receive


def _ask(carrier: Any, notices: Any, actor: Actor, now: datetime) -> None:
    if hasattr(carrier, "collect"):
        carrier.receive = receiving(actor, now)
        carrier.collect(QUIETLY)
        return
    for notice in notices:
        fate = carrier.fate(notice.reference)
        if fate.state in _FATES:
            receiving(actor, now)(notice.reference, fate.state, fate.state)

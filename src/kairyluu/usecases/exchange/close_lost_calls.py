"""A call whose end the exchange never told is over after some hours: who was not spoken to is called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import IncomingCall
from kairyluu.rules.exchange import ringing
from kairyluu.rules.exchange.ringing import RingingCall
from kairyluu.rules.facts import Actor
from kairyluu.usecases.exchange.note_ringing import NoteRinging, note_ringing


@dataclass(frozen=True, kw_only=True)
class CloseLostCalls:
    at_most: int = 200


def close_lost_calls(command: CloseLostCalls, *, actor: Actor, now: datetime) -> int:
    lost = IncomingCall.objects.filter(ended_at__isnull=True, started_at__lt=now - ringing.LASTS_AT_MOST)
    rows = list(lost.select_related("line").order_by("started_at")[: command.at_most])
    for row in rows:
        over = RingingCall(call_id=row.reference, started_at=row.started_at, ended_at=now)
        note_ringing(NoteRinging(line=row.line.code, call=over), actor=actor, now=now)
    return len(rows)

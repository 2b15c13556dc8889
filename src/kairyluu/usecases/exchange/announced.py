"""What an operator's call begins with: one that rings, or a number to be called back. Locked, so that one operator has
it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Line
from kairyluu.data.calls.models import Call
from kairyluu.data.exchange.models import CallBack, IncomingCall
from kairyluu.rules.exchange import ringing
from kairyluu.rules.refusals import Refused


class TakenByAnother(Refused):
    """Another operator has this call already, or the number has been called back."""


@dataclass(frozen=True, kw_only=True)
class Announced:
    incoming: IncomingCall | None = None
    call_back: CallBack | None = None

    @property
    def number(self) -> str:
        row = self.incoming or self.call_back
        return row.number if row else ""

    def belongs_to(self, call: Call, now: datetime) -> None:
        """The number has reached an operator: it need not be called back any more."""
        if self.incoming:
            self.incoming.call = call
            self.incoming.save(update_fields=["call"])
        if (self.incoming or self.call_back) and self.number:
            CallBack.objects.filter(line_id=call.line_id, number=self.number, outcome="").update(
                outcome=ringing.REACHED, call=call, settled_at=now, settled_by_id=call.operator_id
            )


def announced(line: Line, incoming: int, call_back: int) -> Announced:
    """By row ids, 0 for none; raises `TakenByAnother` for what is gone or never was on this line."""
    rings = backs = None
    if incoming:
        rings = (
            IncomingCall.objects.select_for_update().filter(pk=incoming, line_id=line.pk, call=None).first()
        )
        if rings is None:
            raise TakenByAnother()
    if call_back:
        backs = CallBack.objects.select_for_update().filter(pk=call_back, line_id=line.pk, outcome="").first()
        if backs is None:
            raise TakenByAnother()
    return Announced(incoming=rings, call_back=backs)

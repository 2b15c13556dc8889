"""The operator takes a call: one call, one row, from the first second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.spelling import NotATelephone, phone_e164
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of
from kairyluu.usecases.calls.opening import CallNotFound, demand_line
from kairyluu.usecases.exchange.announced import announced

LONGEST_AGO = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class OpenCall:
    """`opening_key` comes with the empty form: pressing twice opens one call. `number` as typed, may be empty; `ago`
    is how long ago it was opened in a browser that had no connection."""

    opening_key: UUID
    line: str
    number: str = ""
    ago: timedelta = timedelta()
    incoming: int = 0  # the row of a call that rings, or of a number to be called back
    call_back: int = 0


@act
def open_call(command: OpenCall, *, actor: Actor, now: datetime) -> Call:
    """Raises `NoSuchLine`, `NotAllowed`, `NotATelephone` and `TakenByAnother`."""
    line = demand_line(command.line, actor)
    number = phone_e164(command.number) if command.number.strip() else ""
    call = Call.objects.filter(opening_key=command.opening_key).first()
    if call is not None:
        return _own(call, actor)
    announces = announced(line, command.incoming, command.call_back)
    number = number or announces.number
    post = actor.post_as("hotline_operator", body_id=line.body_id)
    call = Call.objects.create(
        id=new_id(now),
        opening_key=command.opening_key,
        line=line,
        operator_id=official_of(actor),
        operator_name=actor.name,
        operator_post=post.title("ky") if post else "",
        number=number,
        fields={"phone": number} if number else {},
        opened_at=now - min(max(command.ago, timedelta()), LONGEST_AGO),
        saved_at=now,
    )
    announces.belongs_to(call, now)
    facts = {"call": str(call.id), "line": line.code, "ago": int(command.ago.total_seconds())}
    record("open_call", actor=actor, now=now, body_code=line.body.code, facts=facts)
    return call


def _own(call: Call, actor: Actor) -> Call:
    if call.operator_id != actor.official_id:
        raise CallNotFound()
    return call


__all__ = ["NotATelephone", "OpenCall", "open_call"]

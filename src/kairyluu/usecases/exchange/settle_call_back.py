"""What came of calling back, and a number noted by hand to be called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import CallBack
from kairyluu.data.journal.recording import record
from kairyluu.rules.exchange import ringing
from kairyluu.rules.facts import Actor
from kairyluu.rules.spelling import phone_e164
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of
from kairyluu.usecases.calls.opening import demand_line
from kairyluu.usecases.exchange.announced import TakenByAnother
from kairyluu.usecases.exchange.note_ringing import call_back


@dataclass(frozen=True, kw_only=True)
class SettleCallBack:
    """`outcome`: not_reached leaves it in the list; given_up and not_needed end it. Being reached opens a call."""

    call_back_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class NoteCallBack:
    """`number` as typed."""

    line: str
    number: str
    note: str = ""


@act
def settle_call_back(command: SettleCallBack, *, actor: Actor, now: datetime) -> CallBack:
    """Raises `TakenByAnother` and `NotAllowed`."""
    rows = CallBack.objects.select_for_update(of=("self",)).select_related("line")
    row = rows.filter(pk=command.call_back_id, outcome="").first()
    if row is None:
        raise TakenByAnother()
    line = demand_line(row.line.code, actor)
    if command.outcome in (ringing.GIVEN_UP, ringing.NOT_NEEDED):
        row.outcome, row.settled_at, row.settled_by_id = command.outcome, now, official_of(actor)
    else:
        row.n_tries += 1
        row.last_try_at = now
    row.save()
    facts = {"line": line.code, "outcome": row.outcome or ringing.NOT_REACHED, "n": row.n_tries}
    record("settle_call_back", actor=actor, now=now, body_code=line.body.code, facts=facts)
    return row


@act
def note_call_back(command: NoteCallBack, *, actor: Actor, now: datetime) -> CallBack:
    """Raises `NotATelephone`, `NoSuchLine` and `NotAllowed`."""
    line = demand_line(command.line, actor)
    number = phone_e164(command.number)
    row = call_back(line, number, ringing.ASKED, at=now, note=" ".join(command.note.split())[:300])
    record("note_call_back", actor=actor, now=now, body_code=line.body.code, facts={"line": line.code})
    return row

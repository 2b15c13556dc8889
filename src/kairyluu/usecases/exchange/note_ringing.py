"""A telephone exchange tells that it rings, is answered, is over: each as often as it likes, one row a call. Who is not
spoken to is listed to be called back. Regulation of the Alai line, I.3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Line
from kairyluu.data.exchange.models import CallBack, IncomingCall
from kairyluu.data.journal.recording import record
from kairyluu.queries.calls.lines import card_of, find_line
from kairyluu.rules import policies
from kairyluu.rules.exchange import ringing
from kairyluu.rules.exchange.access import may_announce
from kairyluu.rules.exchange.ringing import RingingCall, reason_to_call_back
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class NoteRinging:
    """`line` is its code; `call` as far as the exchange knows it now."""

    line: str
    call: RingingCall


class MomentsWrong(Refused):
    """A call ends after it began, and neither lies in the future; facts: field."""


@act
def note_ringing(command: NoteRinging, *, actor: Actor, now: datetime) -> tuple[IncomingCall, bool]:
    """The call and whether it is new. What is known already is never changed by what comes later."""
    policies.demand(may_announce(actor), "note_ringing")
    line, told = find_line(command.line), command.call
    _demand_order(told, now)
    row, is_new = IncomingCall.objects.get_or_create(
        line_id=line.pk,
        reference=told.call_id,
        defaults={
            "number": told.number,
            "started_at": told.started_at,
            "came_at": now,
            "is_outside_hours": _is_outside(line, told.started_at),
        },
    )
    row = IncomingCall.objects.select_for_update().get(pk=row.pk)
    before = "" if is_new else _reason(row)
    was_over = row.ended_at is not None
    row.number = row.number or told.number
    row.answered_at = row.answered_at or told.answered_at
    row.ended_at = row.ended_at or told.ended_at
    row.save()
    if (why := _reason(row)) and not before:
        call_back(line, row.number, why, at=row.started_at)
    if is_new or (row.ended_at and not was_over):
        facts = {"line": line.code, "call": row.reference, "is_over": row.ended_at is not None}
        record("note_ringing", actor=actor, now=now, body_code=line.body.code, facts=facts)
    return row, is_new


def call_back(line: Line, number: str, why: str, *, at: datetime, note: str = "") -> CallBack:
    """One open row for a number of a line: another call of it is counted there."""
    row, is_new = CallBack.objects.get_or_create(
        line_id=line.pk,
        number=number,
        outcome="",
        defaults={"why": why, "first_at": at, "last_at": at, "note": note},
    )
    if not is_new:
        row.n_calls += 1
        row.last_at = max(row.last_at, at)
        row.note = "; ".join(part for part in (row.note, note) if part)[:1000]
        row.save(update_fields=["n_calls", "last_at", "note"])
    return row


def _reason(row: IncomingCall) -> str:
    known = RingingCall(
        call_id=row.reference,
        number=row.number,
        started_at=row.started_at,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
    )
    return reason_to_call_back(
        known, is_written=row.call_id is not None, is_outside_hours=row.is_outside_hours
    )


def _is_outside(line: Line, at: datetime) -> bool:
    card = card_of(line, at)
    return card.has_hours and not card.is_open


def _demand_order(told: RingingCall, now: datetime) -> None:
    latest = now + ringing.SKEW
    for name in ("started_at", "answered_at", "ended_at"):
        moment = getattr(told, name)
        if moment is not None and not told.started_at <= moment <= latest:
            raise MomentsWrong({"field": name})

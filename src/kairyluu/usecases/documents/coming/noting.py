"""Their number and day, and their state: facts that are written down and move nothing here."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.exchange.models import IncomingMessage, SecondEntry
from kairyluu.gateways.document_systems import Registered
from kairyluu.rules.exchange import incoming
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.incoming import MessageUnreadable, day_in, moment_in, words_in
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.settling import EntryDiffers, locked, note, settle


@act
def note_registration(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """Their number and day. Told twice it is one; another number than before is for a person."""
    told = row.content[incoming.REGISTRATION]
    number, on = words_in(told, "number", most=60, is_needed=True), day_in(told, "registered_on")
    if on is None:
        raise MessageUnreadable({"field": "registered_on"})
    second = _locked(row)
    if second.state == known.REGISTERED:
        if (second.number, second.registered_on) != (number, on):
            raise EntryDiffers()
        return
    settle(second, Registered(number=number, on=on), actor=actor, now=now)


@act
def note_state(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """Their state in their words, the newest by their own clock; it moves nothing here."""
    told = row.content[incoming.STATE]
    words = words_in(told, "words", most=200) or words_in(told, "code", most=60, is_needed=True)
    at = moment_in(row.content, "made_at")
    second = _locked(row)
    if second.state_there_at and second.state_there_at > at:
        return  # overtaken on the way
    second.state_there, second.state_there_at = words, at
    second.save(update_fields=["state_there", "state_there_at"])
    note(second, "state_there", actor=actor, now=now, state=words)


def _locked(row: IncomingMessage) -> SecondEntry:
    found = locked(row.second_id) if row.second_id else None
    if found is None:
        raise MessageUnreadable({"field": "about"})
    return found

"""An urgent class was suggested by the words of the call: the operator takes it up or puts it aside. Never the machine:
regulation of the Alai line, III.8–III.9."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.queries.calls.urgency import suggest_urgent
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.calls.ending import Ending, opened

PUT_ASIDE, TAKEN_UP = "urgent_aside", "urgent"  # fields of the call


@dataclass(frozen=True, kw_only=True)
class DecideSuggestion(Ending):
    """`code` of the class; put aside it is not suggested again in this call."""

    code: str
    is_taken_up: bool


class NotSuggested(Refused):
    """The text no longer suggests this class."""


@act
def decide_suggestion(command: DecideSuggestion, *, actor: Actor, now: datetime) -> Call:
    """Raises what a save raises, and `NotSuggested`."""
    call = opened(command, actor=actor, now=now)
    aside = aside_of(call.fields)
    offered = suggest_urgent(call.fields.get("text", ""), "ky", but=aside)
    found = next((one for one in offered if one.code == command.code), None)
    if found is None:
        raise NotSuggested()
    if command.is_taken_up:
        call.fields[TAKEN_UP] = found.code
    else:
        same = {
            one.code for one in offered if one.words == found.words
        }  # the word was put aside, not one class
        call.fields[PUT_ASIDE] = "|".join(sorted(aside | same))
    call.save()
    facts = {
        "call": str(call.id),
        "class": found.code,
        "words": found.words,
        "taken_up": command.is_taken_up,
    }
    record("decide_suggestion", actor=actor, now=now, body_code=call.line.body.code, facts=facts)
    return call


def aside_of(fields: Mapping[str, str]) -> frozenset[str]:
    """The classes put aside in this call, and the one taken up: neither is suggested again."""
    return frozenset(filter(None, (*fields.get(PUT_ASIDE, "").split("|"), fields.get(TAKEN_UP, ""))))

"""A call that holds no appeal: groundless, wrong number, silent, a prank. Counted apart, entered in no journal: the
journal is of appeals (domain, section 4: most calls are none)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.rules.calls import outcomes
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.calls.ending import Ending, end, opened


@dataclass(frozen=True, kw_only=True)
class NoteNoAppeal(Ending):
    """`why` is one of `outcomes.NO_APPEAL`."""

    why: str


class WhyNotListed(Refused):
    """Choose what kind of call it was."""


@act
def note_no_appeal(command: NoteNoAppeal, *, actor: Actor, now: datetime) -> Call:
    call = opened(command, actor=actor, now=now)
    if command.why not in outcomes.NO_APPEAL:
        raise WhyNotListed()
    call.no_appeal = command.why
    end(call, outcomes.NOTED, (), now=now)
    facts = {"call": str(call.id), "line": call.line.code, "why": command.why}
    record("note_no_appeal", actor=actor, now=now, body_code=call.line.body.code, facts=facts)
    return call

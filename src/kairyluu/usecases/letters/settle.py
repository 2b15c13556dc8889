"""What else a registrar decides of a letter: it is no appeal, it belongs to an appeal, it was filed by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.journal.recording import record
from kairyluu.data.letters.models import InboundLetter
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters import kinds
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.letters.belonging import attach
from kairyluu.usecases.letters.opening import LetterSettled, open_letter_for


@dataclass(frozen=True, kw_only=True)
class CallNoAppeal:
    """`reason` is one of `rules.letters.kinds.REASONS`; `note` what the registrar adds, needed for "other"."""

    letter_id: UUID
    reason: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AttachToHinted:
    """To the appeal whose number stands in the subject."""

    letter_id: UUID


@dataclass(frozen=True, kw_only=True)
class PutBack:
    """A letter that was filed or called no appeal waits again."""

    letter_id: UUID


class ReasonMissing(Refused):
    """Why it is no appeal is to be said."""


class NothingHinted(Refused):
    """No appeal of this body is named in it."""


@act
def call_no_appeal(command: CallNoAppeal, *, actor: Actor, now: datetime) -> InboundLetter:
    letter = _undecided(command.letter_id, actor)
    note = command.note.strip()[:1000]
    if command.reason not in kinds.REASONS or (command.reason == "other" and not note):
        raise ReasonMissing()
    letter.state, letter.reason, letter.note = kinds.NO_APPEAL, command.reason, note
    return _decided(letter, "call_no_appeal", actor=actor, now=now, reason=note, why=command.reason)


@act
def attach_to_hinted(command: AttachToHinted, *, actor: Actor, now: datetime) -> InboundLetter:
    letter = _undecided(command.letter_id, actor)
    if letter.hinted is None or letter.hinted.body_id != letter.body_id:
        raise NothingHinted()
    attach(letter, letter.hinted, actor=actor, now=now)
    letter.decided_at, letter.decided_by = now, actor.name
    letter.save()
    return letter


@act
def put_back(command: PutBack, *, actor: Actor, now: datetime) -> InboundLetter:
    letter = open_letter_for(command.letter_id, actor=actor)
    if letter.state not in (kinds.FILED, kinds.NO_APPEAL):
        raise LetterSettled({"state": letter.state})
    was = letter.state
    letter.state, letter.reason, letter.note = kinds.WAITING, "", ""
    return _decided(letter, "put_letter_back", actor=actor, now=now, was=was)


def _undecided(letter_id: UUID, actor: Actor) -> InboundLetter:
    letter = open_letter_for(letter_id, actor=actor)
    if letter.state != kinds.WAITING:
        raise LetterSettled({"state": letter.state})
    return letter


def _decided(
    letter: InboundLetter, verb: str, *, actor: Actor, now: datetime, reason: str = "", **facts: Any
) -> InboundLetter:
    letter.decided_at, letter.decided_by = now, actor.name
    letter.save()
    told = {"letter": str(letter.pk)} | facts
    record(verb, actor=actor, now=now, body_code=letter.body.code, facts=told, reason=reason)
    return letter

"""The registrar turns a letter into an appeal: by the same steps as any that is entered by hand, with the letter's own key,
so that pressing twice makes one. Resolution No. 463, clause 3."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.data.letters.models import InboundLetter
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import list_uploads
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters import kinds
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.by_hand import (
    TakeIn,
    TakenIn,
    enter_by_hand,
    facts_of,
    tell_applicant,
    told,
)
from kairyluu.usecases.appeals.sending_once import once
from kairyluu.usecases.letters.opening import LetterSettled, open_letter_for

CHANNEL = "official_email"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class TakeLetterIn:
    """`command` is the registrar's form; key, channel, moment of receipt and files are those of the letter."""

    letter_id: UUID
    command: TakeIn


def take_letter_in(command: TakeLetterIn, *, actor: Actor, now: datetime) -> TakenIn:
    """Raises `LetterSettled` for one that was decided otherwise."""
    return once(
        lambda: _take_in(command, actor=actor, now=now),
        lambda: told(Appeal.objects.get(submission_key=command.letter_id), command.command, is_repeat=True),
    )


@act
def _take_in(command: TakeLetterIn, *, actor: Actor, now: datetime) -> TakenIn:
    letter = open_letter_for(command.letter_id, actor=actor)
    if letter.state == kinds.TAKEN_IN and letter.appeal is not None:
        return told(letter.appeal, command.command, is_repeat=True)
    if letter.state != kinds.WAITING:
        raise LetterSettled({"state": letter.state})
    taken = replace(
        command.command,
        submission_key=letter.pk,
        body=letter.body.code,
        channel=CHANNEL,
        received_at=min(letter.received_at, now),
        upload_ids=tuple(upload.id for upload in list_uploads(letter.pk)),
    )
    policies.demand(policies.may_take_in(actor, directory().body(taken.body).pk), "take_in")
    appeal = enter_by_hand(taken, actor=actor, now=now)
    facts = facts_of(appeal, taken) | {"letter": str(letter.pk)}
    record("take_in", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    letter.state, letter.appeal = kinds.TAKEN_IN, appeal
    letter.decided_at, letter.decided_by = now, actor.name
    letter.is_acknowledged = bool(taken.applicant.email) and _may_be_answered(letter, now)
    if letter.is_acknowledged:
        tell_applicant(appeal, taken, now=now)
    letter.save()
    return told(appeal, taken, is_repeat=False)


def _may_be_answered(letter: InboundLetter, now: datetime) -> bool:
    """However many letters one address sends, it gets so many acknowledgements a day: two machines cannot talk for ever."""
    answered = InboundLetter.objects.filter(
        sender_address=letter.sender_address, decided_at__gt=now - A_DAY, is_acknowledged=True
    )
    most = directory().number("letter_acknowledgements_per_day")
    return kinds.may_be_answered(letter.headers, letter.sender_address, letter.kind, answered.count(), most)

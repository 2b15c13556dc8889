"""An internal note, or a question put to a co-executor. Never shown to the applicant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models import Note
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.staff import address_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for


@dataclass(frozen=True, kw_only=True)
class AddNote:
    """`asks` is the code of the co-executor who is asked; empty for a plain note."""

    appeal_id: UUID
    text: str
    asks: str = ""


class NoteEmpty(Refused):
    """A note needs words."""


class NotACoExecutor(Refused):
    """Only somebody who works on the appeal can be asked; facts: official."""


@act
def add_note(command: AddNote, *, actor: Actor, now: datetime) -> Note:
    if not command.text.strip():
        raise NoteEmpty()
    appeal = open_for("add_note", command.appeal_id, actor=actor)
    asked = _asked(command.asks, appeal.facts().co_official_ids | {appeal.facts().lead_official_id})
    appeal.save(update_fields=["version"])
    note = Note.objects.create(
        appeal=appeal, author_id=official_of(actor), asks=asked, text=command.text, written_at=now
    )

    facts = {"asks": asked.full_name if asked else ""}
    record("add_note", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    if asked:
        address, language = address_of(asked.pk)
        outbox.put("contribution_asked", address=address, language=language, appeal=appeal, now=now)
    return note


def _asked(code: str, working: frozenset[int | None]) -> Official | None:
    if not code:
        return None
    official = Official.objects.filter(code=code).first()
    if official is None or official.pk not in working:
        raise NotACoExecutor({"official": code})
    return official

"""Looking at letters: the list, one letter, a file of it, the letter as it came. Each look is noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Attachment, FileCheck
from kairyluu.data.journal.recording import record_look
from kairyluu.data.letters.models import InboundLetter
from kairyluu.gateways import files
from kairyluu.queries.letters.reading import Letters, find_letter, list_letters
from kairyluu.queries.sight import Sight
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters.access import may_read_letters
from kairyluu.usecases.act import act
from kairyluu.usecases.files.looking import FileHeld, content_of
from kairyluu.usecases.files.open_file import OpenedFile
from kairyluu.usecases.letters.opening import LetterNotFound


@dataclass(frozen=True, kw_only=True)
class LookAtLetters:
    """`state` is a state of letters."""

    sight: Sight
    state: str
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class LookAtLetter:
    letter_id: UUID


@dataclass(frozen=True, kw_only=True)
class OpenLetterFile:
    """Without `file_id` the letter as it came."""

    letter_id: UUID
    file_id: UUID | None = None


@act
def look_at_letters(command: LookAtLetters, *, actor: Actor, now: datetime) -> Letters:
    body = command.sight.body
    policies.demand(may_read_letters(actor, body.pk), "read_letters")
    found = list_letters(actor, body.pk, command.state, command.page)
    shown = [str(row.pk) for row in found.rows]
    record_look("letters", actor=actor, now=now, body_code=body.code, state=command.state, letters=shown)
    return found


@act
def look_at_letter(command: LookAtLetter, *, actor: Actor, now: datetime) -> InboundLetter:
    return _seen(command.letter_id, "inbound_letter", actor=actor, now=now)


@act
def open_letter_file(command: OpenLetterFile, *, actor: Actor, now: datetime) -> OpenedFile:
    """Raises `LetterNotFound` also for what is held."""
    letter = _seen(command.letter_id, "letter_file", actor=actor, now=now)
    try:
        return _file(letter, command.file_id) if command.file_id else _as_it_came(letter)
    except (files.FileMissing, FileHeld):
        raise LetterNotFound() from None


def _file(letter: InboundLetter, file_id: UUID) -> OpenedFile:
    file = Attachment.objects.select_related("checked").filter(pk=file_id, submission_key=letter.pk).first()
    if file is None:
        raise LetterNotFound()
    content = content_of(file)
    return OpenedFile(name=file.name, media_type=file.media_type, size=content.size, content=content.read)


def _as_it_came(letter: InboundLetter) -> OpenedFile:
    check = FileCheck.objects.filter(pk=letter.raw_sha256).first()
    if check is not None and check.state in ("waiting", "infected"):
        raise FileHeld(check.state)
    content = files.open(letter.raw_sha256)
    size = content.seek(0, 2)
    content.seek(0)
    return OpenedFile(name="letter.eml", media_type="application/octet-stream", size=size, content=content)


def _seen(letter_id: UUID, what: str, *, actor: Actor, now: datetime) -> InboundLetter:
    letter = find_letter(actor, letter_id)
    if letter is None or not may_read_letters(actor, letter.body_id):
        raise LetterNotFound()
    record_look(
        what,
        actor=actor,
        now=now,
        appeal_id=letter.appeal_id,
        body_code=letter.body.code,
        letter=str(letter.pk),
    )
    return letter

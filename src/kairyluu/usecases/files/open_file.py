"""Opening a file of an appeal: who may see the appeal may open it, and every opening is noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Applicant, Attachment
from kairyluu.data.journal.recording import record_look
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.secret_codes import matches
from kairyluu.usecases.conflicts.attempts import turned_away
from kairyluu.usecases.files.looking import FileHeld, content_of

# What of the work leaves the body, and only with the answer.
SENT_WITH_ANSWER = ("answer", "letter", "promise")


@dataclass(frozen=True, kw_only=True)
class OpenFile:
    """A file opened by an official."""

    appeal_id: UUID
    file_id: UUID


@dataclass(frozen=True, kw_only=True)
class OpenOwnFile:
    """A file opened by the applicant: by the account that sent the appeal, or by number and `secret`."""

    appeal_id: UUID
    file_id: UUID
    secret: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenedFile:
    """`content` is open for reading: whoever asked closes it. `size` is in bytes."""

    name: str
    media_type: str
    size: int
    content: BinaryIO


class FileNotFound(Refused):
    """There is no such file for this actor: absent, hidden and held look alike."""


@act
def open_file(command: OpenFile, *, actor: Actor, now: datetime) -> OpenedFile:
    appeal = _appeal(command.appeal_id)
    if not policies.may_see(actor, facts := appeal.facts()):
        raise turned_away(FileNotFound(), "open_file", actor=actor, appeal=appeal, facts=facts)
    return _open(appeal, command.file_id, actor, now)


@act
def open_own_file(command: OpenOwnFile, *, actor: Actor, now: datetime) -> OpenedFile:
    """The applicant's own files at any time; the letter and what goes with it once the answer was sent."""
    appeal = _appeal(command.appeal_id)
    if not (_is_sender(actor, appeal) or matches(appeal.secret_hash, command.secret)):
        raise FileNotFound()
    is_closed = appeal.state in states.FINAL
    return _open(
        appeal,
        command.file_id,
        actor,
        now,
        purposes=("applicant", "meeting", "reply", *SENT_WITH_ANSWER * is_closed),
    )


def _appeal(appeal_id: UUID) -> Appeal:
    appeal = Appeal.objects.select_related("body").filter(pk=appeal_id).first()
    if appeal is None:
        raise FileNotFound()
    return appeal


def _is_sender(actor: Actor, appeal: Appeal) -> bool:
    if actor.account_id is None:
        return False
    return Applicant.objects.filter(appeal=appeal, role="main", account_id=actor.account_id).exists()


def _open(
    appeal: Appeal, file_id: UUID, actor: Actor, now: datetime, purposes: tuple[str, ...] = ()
) -> OpenedFile:
    file = Attachment.objects.select_related("checked").filter(pk=file_id, appeal=appeal).first()
    if file is None or (purposes and file.purpose not in purposes):
        raise FileNotFound()
    try:
        content = content_of(file)
    except FileHeld:
        raise FileNotFound() from None
    record_look(
        "letter" if file.purpose == "letter" else "file",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        name=file.name,
        sha256=file.sha256,
    )
    return OpenedFile(name=file.name, media_type=file.media_type, size=content.size, content=content.read)

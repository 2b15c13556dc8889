"""A file is uploaded: to a form not sent yet, or to the work on an appeal."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from kairyluu.data.appeals.models import Attachment
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for
from kairyluu.usecases.files.keeping import keep_file


@dataclass(frozen=True, kw_only=True)
class UploadToForm:
    """A file of a form that is being filled; `name` as the browser gave it. `is_once`: the same content is there already where the
    answer to it was lost on its way."""

    submission_key: UUID
    name: str
    content: BinaryIO
    is_once: bool = False


@dataclass(frozen=True, kw_only=True)
class RemoveFromForm:
    submission_key: UUID
    attachment_id: UUID


@dataclass(frozen=True, kw_only=True)
class AttachToWork:
    """A file of the executor, seen inside the body; `goes_with_answer` sends it along with the letter; `is_once` as for a form."""

    appeal_id: UUID
    name: str
    content: BinaryIO
    goes_with_answer: bool = False
    is_once: bool = False


class TooManyFiles(Refused):
    """More files than one form may hold; facts: most."""


@act
def upload_to_form(command: UploadToForm, *, actor: Actor, now: datetime) -> Attachment:
    """Raises the refusals of `gateways.files` (wrong type, too big, empty, broken) and `TooManyFiles`."""
    return put_into_form(command, actor, now)


def put_into_form(command: UploadToForm, actor: Actor, now: datetime) -> Attachment:
    """The act itself, as a step for a file that came in pieces."""
    most = directory().number("file_count")
    queue_up(command.submission_key)
    waiting = Attachment.objects.filter(submission_key=command.submission_key, appeal__isnull=True)
    if command.is_once and (same := _same(waiting, command.content)):
        return same
    n_waiting = count_waiting(command.submission_key)
    if n_waiting >= most:
        raise TooManyFiles({"most": most})
    return keep_file(
        command.name, command.content, actor, now, submission_key=command.submission_key, position=n_waiting
    )


def count_waiting(submission_key: UUID) -> int:
    return Attachment.objects.filter(submission_key=submission_key, appeal__isnull=True).count()


@act
def remove_from_form(command: RemoveFromForm, *, actor: Actor, now: datetime) -> None:
    """The row goes; the content stays until the clean-up finds nobody names it."""
    Attachment.objects.filter(
        pk=command.attachment_id, submission_key=command.submission_key, appeal__isnull=True
    ).delete()


@act
def attach_to_work(command: AttachToWork, *, actor: Actor, now: datetime) -> Attachment:
    appeal = open_for("attach_file", command.appeal_id, actor=actor)
    purpose = "answer" if command.goes_with_answer else "execution"
    there = Attachment.objects.filter(appeal=appeal, purpose=purpose)
    if command.is_once and (same := _same(there, command.content)):
        return same
    appeal.save(update_fields=["version"])
    kept = keep_file(command.name, command.content, actor, now, appeal=appeal, purpose=purpose)
    facts = {"name": kept.name, "sha256": kept.sha256, "purpose": purpose}
    record("attach_file", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return kept


def _same(among: QuerySet[Attachment], content: BinaryIO) -> Attachment | None:
    content.seek(0)
    digest = hashlib.sha256()
    while part := content.read(1 << 20):
        digest.update(part)
    content.seek(0)
    return among.filter(sha256=digest.hexdigest()).first()


def queue_up(submission_key: UUID) -> None:
    """Files of one form come one after another, so that two requests at once do not both find the last free place."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [submission_key.int % 2**63])

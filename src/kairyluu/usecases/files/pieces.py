"""A file comes to a form in pieces, over a link that breaks: taken piece by piece, given up. The piece that makes
it whole takes it in by the rules of any other file of the form, in the same transaction: it is there once or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import OperationalError, transaction

from kairyluu.data.appeals.models import Appeal, PartialUpload
from kairyluu.gateways import files
from kairyluu.gateways.files import partial
from kairyluu.queries.uploads import UNFINISHED_FOR, Coming, coming_of, hash_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.files.upload import UploadToForm, put_into_form

MOST_PIECES = 4000  # of one file: ten megabytes in pieces of 2.5 KB


@dataclass(frozen=True, kw_only=True)
class TakePiece:
    upload_id: UUID
    holder: str
    offset: int
    content: bytes


@dataclass(frozen=True, kw_only=True)
class GiveUp:
    upload_id: UUID
    holder: str


class UploadGone(Refused):
    """Not there, not theirs, too old, or its form was sent."""


class UploadBusy(Refused):
    """Another piece of it is being written at this moment."""


class WrongOffset(Refused):
    """The piece does not go on where the last one ended; facts: received."""


class PieceTooLong(Refused):
    """More bytes than were announced, or more pieces than a file may have."""


@act
def take_piece(command: TakePiece, *, actor: Actor, now: datetime) -> Coming:
    """Raises the refusals above and, with the last piece, those of `upload_to_form`; then nothing of this piece is
    noted. Bytes that were lost on our side are told by a `received` of nothing."""
    row = _held(command.upload_id, command.holder, now)
    end = command.offset + len(command.content)
    if command.offset != row.received:
        raise WrongOffset({"received": row.received})
    if end > row.length or row.n_pieces >= MOST_PIECES:
        raise PieceTooLong()
    if not command.content:
        return coming_of(row)
    try:
        partial.write(row.id, command.offset, command.content)
        row.received = end
    except files.FileMissing:
        row.received = 0
    row.n_pieces, row.touched_at = row.n_pieces + 1, now
    if row.received == row.length:
        row.became = _made_attachment(row, actor, now)
    row.save(update_fields=["received", "n_pieces", "touched_at", "became"])
    return coming_of(row)


@act
def give_up(command: GiveUp, *, actor: Actor, now: datetime) -> None:
    """What had become an attachment before stays one. Raises `UploadGone`, `UploadBusy`."""
    row = _held(command.upload_id, command.holder, now)
    upload_id = row.id
    row.delete()
    transaction.on_commit(lambda: partial.discard(upload_id))


def _made_attachment(row: PartialUpload, actor: Actor, now: datetime) -> UUID:
    with partial.open(row.id) as content:
        whole = UploadToForm(submission_key=row.submission_key, name=row.name, content=content)
        made = put_into_form(whole, actor, now)
    transaction.on_commit(lambda: partial.discard(row.id))
    return made.id


def _held(upload_id: UUID, holder: str, now: datetime) -> PartialUpload:
    """The row, locked."""
    rows = PartialUpload.objects.select_for_update(nowait=True).filter(
        pk=upload_id, holder_hash=hash_of(holder), touched_at__gt=now - UNFINISHED_FOR
    )
    try:
        row = rows.first()
    except OperationalError:
        raise UploadBusy() from None
    if row is None or Appeal.objects.filter(submission_key=row.submission_key).exists():
        raise UploadGone()
    return row

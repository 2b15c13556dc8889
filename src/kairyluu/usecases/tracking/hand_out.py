"""The applicant takes a file of the own appeal: what was sent along, and after the answer the letter with its files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from django.db.models import Q

from kairyluu.data.appeals.models import Attachment
from kairyluu.gateways import files
from kairyluu.queries.following import where_it_goes_on
from kairyluu.queries.tracking import TO_APPLICANT
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.files.looking import FileHeld, content_of

OWN = ("applicant", "meeting", "reply")
PROMISE = "promise"  # what shows that a promise was kept, also one to the whole group


@dataclass(frozen=True, kw_only=True)
class HandOut:
    """Whoever asks has shown to be the applicant: by number and secret, or as the owner."""

    appeal_id: UUID
    attachment_id: UUID


@dataclass(frozen=True, kw_only=True)
class HandedOut:
    """`content` is open for reading; whoever takes it closes it."""

    name: str
    media_type: str
    content: BinaryIO


class FileNotYours(Refused):
    """There is no such file, or it is not for the applicant, or not yet, or held: the answer is the same."""


def hand_out(command: HandOut) -> HandedOut:
    """Raises FileNotYours."""
    own = Q(appeal_id=command.appeal_id)
    goes_on = where_it_goes_on(command.appeal_id)
    answer = Q(appeal_id=goes_on, purpose__in=TO_APPLICANT)
    kept = Q(purpose=PROMISE, promise__appeal__cause__members__appeal=goes_on)
    row = (
        Attachment.objects.select_related("appeal", "checked")
        .filter(own | answer | kept, pk=command.attachment_id)
        .distinct()
        .first()
    )
    if row is None or row.appeal is None or not _is_for_applicant(row):
        raise FileNotYours()
    try:
        content = content_of(row)
    except (files.FileMissing, FileHeld):
        raise FileNotYours() from None
    return HandedOut(name=row.name, media_type=row.media_type, content=content.read)


def _is_for_applicant(row: Attachment) -> bool:
    """Files that go with an answer are the body's own until it is sent."""
    is_closed = row.appeal is not None and row.appeal.closed_at is not None
    return row.purpose in OWN or (row.purpose in (*TO_APPLICANT, PROMISE) and is_closed)

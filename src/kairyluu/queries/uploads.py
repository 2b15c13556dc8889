"""Files that wait under the key of a form not sent yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Attachment, PartialUpload

UNFINISHED_FOR = timedelta(hours=24)  # after its last piece


@dataclass(frozen=True, kw_only=True)
class Upload:
    """`size` in bytes."""

    id: UUID
    name: str
    size: int


def list_uploads(submission_key: UUID) -> tuple[Upload, ...]:
    """In the order of uploading; empty once the form has become an appeal."""
    rows = Attachment.objects.filter(submission_key=submission_key, appeal__isnull=True)
    return tuple(Upload(id=row.id, name=row.name, size=row.size) for row in rows)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A file that comes in pieces; `received` and `length` in bytes; equal once it lies with the form's files."""

    id: UUID
    submission_key: UUID
    name: str
    length: int
    received: int
    expires_at: datetime


def find_coming(upload_id: UUID, holder: str, *, now: datetime) -> Coming | None:
    """None for whoever does not hold its secret, when its hours are over, and once the form was sent."""
    row = PartialUpload.objects.filter(
        pk=upload_id, holder_hash=hash_of(holder), touched_at__gt=now - UNFINISHED_FOR
    ).first()
    if row is None or Appeal.objects.filter(submission_key=row.submission_key).exists():
        return None
    return coming_of(row)


def coming_of(row: PartialUpload) -> Coming:
    return Coming(
        id=row.id,
        submission_key=row.submission_key,
        name=row.name,
        length=row.length,
        received=row.received,
        expires_at=row.touched_at + UNFINISHED_FOR,
    )


def hash_of(holder: str) -> str:
    """The secret itself is kept by the browser alone."""
    return hashlib.sha256(holder.encode()).hexdigest()

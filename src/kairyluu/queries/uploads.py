"""Files that wait under the key of a form not sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.appeals.models import Attachment


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

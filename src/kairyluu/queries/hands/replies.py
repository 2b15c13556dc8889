"""What the applicant replied to questions of the body, with the files that came along."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Attachment, Clarification


@dataclass(frozen=True, kw_only=True)
class PublicFile:
    """`size` in bytes; `held` is empty where it may be had, else waiting or infected."""

    id: UUID
    name: str
    size: int
    purpose: str
    held: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Replied:
    """A question of the body with the applicant's reply."""

    asked: Clarification
    files: tuple[PublicFile, ...]


def list_replies(appeal: Appeal) -> tuple[Replied, ...]:
    asked = appeal.clarifications.filter(replied_at__isnull=False).prefetch_related("files__checked")
    return tuple(Replied(asked=one, files=tuple(map(public_file, one.files.all()))) for one in asked)


def public_file(row: Attachment) -> PublicFile:
    return PublicFile(
        id=row.id,
        name=row.name,
        size=row.shown_size,
        purpose=row.purpose,
        held=row.held,
        flags=tuple(row.flags),
    )

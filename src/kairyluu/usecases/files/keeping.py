"""A file is looked at, stored and noted: a step of uploading and of confirming."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO
from uuid import UUID, uuid4

from kairyluu.data.appeals.models import Appeal, Attachment, Promise
from kairyluu.gateways import files
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.usecases.files.looking import note


def keep_file(
    name: str, content: BinaryIO, actor: Actor, now: datetime, **values: Appeal | Promise | UUID | str | int
) -> Attachment:
    """Raises the refusals of `gateways.files`: wrong type, too big, empty, broken."""
    limit = directory().number("file_size_mb") * 1024 * 1024
    recognised = files.recognise(name, content, limit=limit)
    stored = files.store(content, limit=limit)
    return Attachment.objects.create(
        id=uuid4(),
        name=recognised.name,
        media_type=recognised.media_type,
        size=stored.size,
        sha256=stored.sha256,
        checked=note(stored, recognised.media_type, now),
        uploaded_at=now,
        uploaded_by_id=actor.account_id,
        **values,
    )

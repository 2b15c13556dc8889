"""A citizen throws a draft away, with the files that hang on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Attachment, Draft
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.people.owner import owner


@dataclass(frozen=True, kw_only=True)
class DeleteDraft:
    submission_key: UUID


class NoSuchDraft(Refused):
    """The actor keeps no draft under this key."""


@act
def delete_draft(command: DeleteDraft, *, actor: Actor, now: datetime) -> None:
    """The rows of its files go too, unless they belong to an appeal by now; the stored bytes go with the next
    clean-up of abandoned files."""
    account_id = owner(actor, "delete_draft")

    n, _ = Draft.objects.filter(submission_key=command.submission_key, account_id=account_id).delete()
    if not n:
        raise NoSuchDraft()
    Attachment.objects.filter(submission_key=command.submission_key, appeal__isnull=True).delete()

    record("delete_draft", actor=actor, now=now)

"""A citizen keeps what is not finished yet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Draft
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.people.owner import owner

MOST_DRAFTS = 50
LARGEST = 200_000


@dataclass(frozen=True, kw_only=True)
class SaveDraft:
    """`fields` are the form's values as typed, plain JSON values; `submission_key` is the form's own key."""

    submission_key: UUID
    fields: dict[str, Any]


class AlreadySubmitted(Refused):
    """This form has become an appeal; facts: tracking_number."""


class DraftTooLarge(Refused):
    """More than the form can hold; facts: characters."""


class TooManyDrafts(Refused):
    """The cabinet is full of drafts; facts: most."""


class DraftNotYours(Refused):
    """Another account keeps a draft under this key, or nobody does."""


@act
def save_draft(command: SaveDraft, *, actor: Actor, now: datetime) -> Draft:
    """Saves or saves again under the same key."""
    account_id = owner(actor, "save_draft")
    _demand_bounds(command, account_id)

    draft, is_new = Draft.objects.select_for_update().get_or_create(
        submission_key=command.submission_key,
        defaults={"account_id": account_id, "fields": command.fields, "saved_at": now},
    )
    if draft.account_id != account_id:
        raise DraftNotYours()
    if not is_new:
        draft.fields = command.fields
        draft.saved_at = now
        draft.save(update_fields=["fields", "saved_at"])

    if is_new:  # saving again says nothing new, and the journal keeps everything for ever
        record("save_draft", actor=actor, now=now)
    return draft


def _demand_bounds(command: SaveDraft, account_id: int) -> None:
    characters = len(json.dumps(command.fields))
    if characters > LARGEST:
        raise DraftTooLarge({"characters": characters})
    sent = Appeal.objects.filter(submission_key=command.submission_key).values_list(
        "tracking_number", flat=True
    )
    if sent:
        raise AlreadySubmitted({"tracking_number": sent[0]})
    others = Draft.objects.filter(account_id=account_id).exclude(submission_key=command.submission_key)
    if others.count() >= MOST_DRAFTS:
        raise TooManyDrafts({"most": MOST_DRAFTS})

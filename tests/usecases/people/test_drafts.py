"""Drafts: kept under the form's key, only for their owner."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from kairyluu.data.appeals.models import Attachment, Draft
from kairyluu.queries.cabinet import NotInYourCabinet, find_draft, list_drafts
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.people.delete_draft import DeleteDraft, NoSuchDraft, delete_draft
from kairyluu.usecases.people.save_draft import (
    MOST_DRAFTS,
    AlreadySubmitted,
    DraftNotYours,
    DraftTooLarge,
    SaveDraft,
    TooManyDrafts,
    save_draft,
)
from tests.cast import NOW, Town
from tests.usecases.people.test_adopt_appeal import sent_by

KEY = UUID("0c0b1c70-1111-4222-8333-444455556666")
FIELDS = {"subject": "Көчө жарыгы", "body": "da-o-alai", "text": "Жарык\n\tжок \U0001f4a1"}


def saved(town: Town, who: str = "citizen", **changes: object) -> Draft:
    command = SaveDraft(submission_key=KEY, fields=FIELDS | changes)
    return save_draft(command, actor=getattr(town, who).actor, now=NOW)


def test_what_was_typed_comes_back_as_it_was(town: Town) -> None:
    saved(town)

    (line,) = list_drafts(town.citizen.actor, language="ky")

    assert (line.key, line.subject, line.body_name) == (KEY, "Көчө жарыгы", town.body.name_ky)
    assert find_draft(town.citizen.actor, KEY).fields == FIELDS


def test_saving_again_keeps_one_draft_with_the_newest_words(town: Town) -> None:
    saved(town)
    saved(town, text="Дагы деле жок.")

    assert Draft.objects.get().fields["text"] == "Дагы деле жок."


def test_a_stranger_neither_finds_nor_changes_nor_deletes_it(town: Town) -> None:
    saved(town)
    stranger = town.stranger.actor

    with pytest.raises(NotInYourCabinet):
        find_draft(stranger, KEY)
    with pytest.raises(DraftNotYours):
        saved(town, who="stranger", text="Меники")
    with pytest.raises(NoSuchDraft):
        delete_draft(DeleteDraft(submission_key=KEY), actor=stranger, now=NOW)

    assert list_drafts(stranger, language="ky") == []
    assert Draft.objects.get().fields == FIELDS


def test_deleting_takes_the_waiting_files_along(town: Town) -> None:
    saved(town)
    file = {
        "name": "сүрөт.jpg",
        "media_type": "image/jpeg",
        "size": 1,
        "sha256": "0" * 64,
        "uploaded_at": NOW,
    }
    Attachment.objects.create(id=uuid4(), submission_key=KEY, **file)

    delete_draft(DeleteDraft(submission_key=KEY), actor=town.citizen.actor, now=NOW)

    assert not Draft.objects.exists()
    assert not Attachment.objects.exists()


def test_a_form_that_was_sent_is_no_draft_any_more(town: Town) -> None:
    saved(town)
    sent_by(town.citizen.actor, town, key=KEY)

    assert list_drafts(town.citizen.actor, language="ky") == []
    with pytest.raises(AlreadySubmitted):
        saved(town)


def test_a_draft_and_their_number_have_bounds(town: Town) -> None:
    with pytest.raises(DraftTooLarge):
        saved(town, text="а" * 200_000)
    Draft.objects.bulk_create(
        Draft(submission_key=uuid4(), account=town.citizen.account, saved_at=NOW) for _ in range(MOST_DRAFTS)
    )
    with pytest.raises(TooManyDrafts):
        saved(town)


def test_a_visitor_keeps_no_drafts(town: Town) -> None:
    with pytest.raises(NotAllowed):
        save_draft(SaveDraft(submission_key=KEY, fields=FIELDS), actor=Actor(), now=NOW)
    assert list_drafts(Actor(), language="ky") == []

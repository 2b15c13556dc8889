"""A collective appeal: one case, so many people; signatures have states, one speaks for all, the meeting's resolution is a
file."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kairyluu.data.appeals.models import Appeal, Applicant, Attachment
from kairyluu.data.journal.models import Entry
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.mark_meeting import MarkMeeting, NotTheApplicantsFile, mark_meeting
from kairyluu.usecases.alike.set_signature import (
    NoSuchSignatory,
    RepresentativeMustSign,
    SetSignature,
    set_signature,
)
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.usecases.alike.pairs import NEIGHBOUR


@pytest.fixture
def collective(town: Town) -> Appeal:
    return appeals.registered(town, cosigners=(NEIGHBOUR, NEIGHBOUR))


def note(town: Town, appeal: Appeal, position: int, signature: str, **more: bool) -> Appeal:
    command = SetSignature(appeal_id=appeal.pk, position=position, signature=signature, **more)
    return set_signature(command, actor=town.registrar.actor, now=NOW)


def file_of(appeal: Appeal, purpose: str = "applicant") -> Attachment:
    return Attachment.objects.create(
        id=uuid4(),
        appeal=appeal,
        purpose=purpose,
        name="protocol.pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        uploaded_at=NOW,
    )


def test_who_withdrew_is_not_counted_and_who_is_not_confirmed_is(town: Town, collective: Appeal) -> None:
    note(town, collective, 1, "withdrawn")
    counted = note(town, collective, 2, "not_confirmed")

    assert counted.n_cosigners == 1
    assert list(Applicant.objects.order_by("position").values_list("signature", flat=True)) == [
        "signed",
        "withdrawn",
        "not_confirmed",
    ]
    assert Entry.objects.filter(act="set_signature").count() == 2


def test_one_speaks_for_all(town: Town, collective: Appeal) -> None:
    note(town, collective, 1, "signed", speaks_for_all=True)
    note(town, collective, 2, "signed", speaks_for_all=True)

    assert [a.position for a in Applicant.objects.filter(is_representative=True)] == [2]
    with pytest.raises(RepresentativeMustSign):
        note(town, collective, 1, "withdrawn", speaks_for_all=True)


def test_only_who_stands_there_and_only_listed_states(town: Town, collective: Appeal) -> None:
    for position, signature in ((9, "signed"), (1, "forged")):
        with pytest.raises(NoSuchSignatory):
            note(town, collective, position, signature)
    command = SetSignature(appeal_id=collective.pk, position=1, signature="withdrawn")
    with pytest.raises(NotAllowed):
        set_signature(command, actor=town.akim.actor, now=NOW)


def test_a_file_of_the_applicants_is_the_resolution_of_their_meeting(town: Town, collective: Appeal) -> None:
    file, work = file_of(collective), file_of(collective, "execution")

    mark_meeting(MarkMeeting(appeal_id=collective.pk, file_id=file.pk), actor=town.registrar.actor, now=NOW)

    file.refresh_from_db()
    assert file.purpose == "meeting"
    assert Entry.objects.get(act="mark_meeting").facts == {"name": "protocol.pdf"}
    with pytest.raises(NotTheApplicantsFile):
        mark_meeting(
            MarkMeeting(appeal_id=collective.pk, file_id=work.pk), actor=town.registrar.actor, now=NOW
        )

"""Files of a form that is being filled, and of the work on an appeal."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import pytest

from kairyluu.data.appeals.models import Attachment
from kairyluu.gateways.files import FileBroken, FileEmpty, FileTooBig, FileWrongType
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.files.upload import (
    AttachToWork,
    RemoveFromForm,
    TooManyFiles,
    UploadToForm,
    attach_to_work,
    remove_from_form,
    upload_to_form,
)
from tests.cast import NOW, Town
from tests.factories import appeals

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def upload(key: UUID, name: str = "план.pdf", content: bytes = PDF) -> Attachment:
    command = UploadToForm(submission_key=key, name=name, content=BytesIO(content))
    return upload_to_form(command, actor=Actor(), now=NOW)


def test_a_file_waits_for_its_form_and_goes_with_it(town: Town) -> None:
    key = uuid4()
    file = upload(key)

    appeal = appeals.received(town, submission_key=key, upload_ids=(file.pk,))

    kept = Attachment.objects.get(appeal=appeal)
    assert (kept.name, kept.media_type, kept.size, kept.purpose) == (
        *("план.pdf", "application/pdf", len(PDF), "applicant"),
    )


def test_a_form_holds_five_files_and_another_form_its_own(town: Town) -> None:
    key = uuid4()
    for _ in range(5):
        upload(key)

    with pytest.raises(TooManyFiles) as refused:
        upload(key)

    assert refused.value.facts == {"most": 5}
    upload(uuid4())


def test_a_removed_file_makes_room_and_only_its_own_form_removes_it(town: Town) -> None:
    key, other = uuid4(), uuid4()
    file = upload(key)

    remove = RemoveFromForm(submission_key=other, attachment_id=file.pk)
    remove_from_form(remove, actor=Actor(), now=NOW)
    assert Attachment.objects.filter(pk=file.pk).exists()

    remove_from_form(RemoveFromForm(submission_key=key, attachment_id=file.pk), actor=Actor(), now=NOW)
    assert not Attachment.objects.exists()


def test_a_file_that_was_sent_is_not_removed_by_its_form(town: Town) -> None:
    key = uuid4()
    file = upload(key)
    appeals.received(town, submission_key=key, upload_ids=(file.pk,))

    remove_from_form(RemoveFromForm(submission_key=key, attachment_id=file.pk), actor=Actor(), now=NOW)

    assert Attachment.objects.filter(pk=file.pk).exists()


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("план.pdf", b"", FileEmpty),
        ("план.pdf", b"MZ\x90\x00", FileWrongType),
        ("план.svg", b"<svg onload='x'/>", FileWrongType),
        ("план.pdf", b"%PDF-1.7 cut off", FileBroken),
        ("план.pdf", PDF + b"0" * 10 * 1024 * 1024, FileTooBig),
    ],
)
def test_what_is_not_one_of_the_kinds_is_told_and_not_kept(
    town: Town, name: str, content: bytes, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        upload(uuid4(), name, content)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "а\u202egpj.pdf", "CON\x00.pdf", ".htaccess", "план.php.pdf", "ш" * 500]
)
def test_a_name_is_made_harmless_and_says_what_the_file_is(town: Town, name: str) -> None:
    kept = upload(uuid4(), name)

    assert kept.name.endswith(".pdf")
    assert not set(kept.name) & set("/\\\x00\u202e")
    assert len(kept.name) <= 130


@pytest.mark.parametrize(("who", "refusal"), [("akim", NotAllowed), ("foreign_executor", AppealNotFound)])
def test_only_executors_attach_files_to_the_work(town: Town, who: str, refusal: type[Refused]) -> None:
    appeal = appeals.assigned(town)
    command = AttachToWork(appeal_id=appeal.pk, name="акт.pdf", content=BytesIO(PDF))

    with pytest.raises(refusal):
        attach_to_work(command, actor=getattr(town, who).actor, now=NOW)
    assert not Attachment.objects.exists()

"""Files are looked into and scanned after they came; until then nobody gets them, and nothing of the appeal waits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image

from kairyluu.data.appeals.models import Attachment, FileCheck
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways import files
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.usecases.files.check_file import CheckFile, check_file
from kairyluu.usecases.files.clear_uploads import ClearUploads, clear_uploads
from kairyluu.usecases.files.open_file import FileNotFound, OpenFile, open_file
from kairyluu.usecases.files.sweep_checks import SweepChecks, sweep_checks
from kairyluu.usecases.files.upload import UploadToForm, upload_to_form
from kairyluu.usecases.tracking.hand_out import FileNotYours, HandOut, hand_out
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.gateways.scanner import EICAR

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.KAIRYLUU_FILES_DIR = tmp_path / "files"
    return settings.KAIRYLUU_FILES_DIR


def sent_with(town: Town, content: bytes, name: str = "кат.pdf") -> Attachment:
    """The file of an appeal that was just sent."""
    key = uuid4()
    command = UploadToForm(submission_key=key, name=name, content=io.BytesIO(content))
    file = upload_to_form(command, actor=Actor(), now=NOW)
    appeals.received(town, submission_key=key, upload_ids=(file.pk,))
    return Attachment.objects.get(pk=file.pk)


def check(file: Attachment) -> str:
    state = check_file(CheckFile(sha256=file.sha256), actor=SYSTEM_ACTOR, now=NOW)
    file.refresh_from_db()
    return state


def handed(file: Attachment) -> bytes:
    assert file.appeal_id is not None
    with hand_out(HandOut(appeal_id=file.appeal_id, attachment_id=file.pk)).content as content:
        return content.read()


def nobody_gets(file: Attachment, town: Town) -> bool:
    appeal_id: UUID | None = file.appeal_id
    assert appeal_id is not None
    with pytest.raises(FileNotYours):
        hand_out(HandOut(appeal_id=appeal_id, attachment_id=file.pk))
    with pytest.raises(FileNotFound):
        open_file(OpenFile(appeal_id=appeal_id, file_id=file.pk), actor=town.registrar.actor, now=NOW)
    return True


def test_a_file_is_held_until_the_scanner_finds_it_clean(town: Town, clamd: str, settings: Any) -> None:
    settings.SCANNER = clamd
    file = sent_with(town, PDF)
    assert file.held == "waiting"
    assert nobody_gets(file, town)

    assert check(file) == "clean"

    assert (file.held, handed(file)) == ("", PDF)


def test_an_infected_file_is_never_handed_out_and_the_appeal_is_there(
    town: Town, clamd: str, settings: Any
) -> None:
    settings.SCANNER = clamd
    file = sent_with(town, PDF[:-6] + EICAR + b"\n%%EOF\n")

    assert check(file) == "infected"
    assert check(file) == "infected"

    assert file.held == "infected"
    assert nobody_gets(file, town)
    told = Entry.objects.get(act="find_virus")
    assert (told.appeal_id, told.facts["signature"]) == (file.appeal_id, "Own.Test.UNOFFICIAL")


def test_a_scanner_that_is_down_loses_nothing_and_its_keeper_is_told_once_a_day(
    town: Town, settings: Any, tmp_path: Path
) -> None:
    settings.SCANNER = f"unix:{tmp_path}/nobody"
    file = sent_with(town, PDF)

    assert check(file) == "waiting"
    assert nobody_gets(file, town)
    for minutes in (30, 61, 90):
        sweep_checks(SweepChecks(), actor=SYSTEM_ACTOR, now=NOW + timedelta(minutes=minutes))

    letter = Notice.objects.get(code="files_waiting")
    assert (letter.address, letter.facts["n"]) == (town.operator_of_the_system.email, 1)
    settings.SCANNER = ""
    assert file.held == "waiting"  # switching the scanner off opens nothing that waits


def test_a_scanner_set_later_holds_what_comes_again(town: Town, settings: Any, tmp_path: Path) -> None:
    file = sent_with(town, PDF)
    assert handed(file) == PDF
    settings.SCANNER = f"unix:{tmp_path}/nobody"

    again = sent_with(town, PDF)

    assert again.held == "waiting"
    assert nobody_gets(file, town)


def test_what_came_before_the_scanner_is_scanned_and_open_until_then(
    town: Town, clamd: str, settings: Any, tmp_path: Path
) -> None:
    good, bad = sent_with(town, PDF), sent_with(town, PDF[:-6] + EICAR + b"\n%%EOF\n")
    assert (check(good), check(bad)) == ("open", "open")
    settings.SCANNER = f"unix:{tmp_path}/nobody"
    assert (check(good), handed(good)) == ("open", PDF)

    settings.SCANNER = clamd
    later = NOW + timedelta(minutes=30)
    assert sweep_checks(SweepChecks(), actor=SYSTEM_ACTOR, now=later) == 2
    assert (check(good), check(bad)) == ("clean", "infected")
    assert nobody_gets(bad, town)
    assert sweep_checks(SweepChecks(), actor=SYSTEM_ACTOR, now=later) == 0


def picture() -> bytes:
    made, told = io.BytesIO(), Image.Exif()
    told[0x010F] = "Camera of Asan"
    Image.new("RGB", (3, 3), (1, 2, 3)).save(made, "JPEG", exif=told)
    return made.getvalue()


def test_what_is_handed_out_of_a_picture_is_its_clean_copy(town: Town) -> None:
    sent = picture()
    file = sent_with(town, sent, "сүрөт.jpg")
    before = handed(file)

    check(file)

    assert file.checked is not None
    assert file.checked.shown_sha256
    assert b"Asan" in sent
    assert b"Asan" not in before
    assert handed(file) == before
    assert file.shown_size == len(before)
    with files.open(file.sha256) as kept:
        assert kept.read() == sent


def test_a_torn_picture_comes_as_it_is_with_a_warning(town: Town) -> None:
    torn = picture()[:200]
    file = sent_with(town, torn, "сүрөт.jpg")
    check(file)

    assert file.flags == ["unreadable"]
    assert handed(file) == torn


def test_the_clean_up_leaves_clean_copies_in_use_and_takes_the_others(
    town: Town, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sent_with(town, picture(), "а.jpg")
    lost = upload_to_form(
        UploadToForm(submission_key=uuid4(), name="б.pdf", content=io.BytesIO(PDF)), actor=Actor(), now=NOW
    )
    check(kept)
    monkeypatch.setattr("time.time", lambda: NOW.timestamp() + 10**9)
    late = NOW + timedelta(days=3)

    for _ in range(2):
        clear_uploads(ClearUploads(), actor=SYSTEM_ACTOR, now=late)

    assert handed(kept)
    assert not FileCheck.objects.filter(pk=lost.sha256).exists()
    with pytest.raises(files.FileMissing):
        files.open(lost.sha256)

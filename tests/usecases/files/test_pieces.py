"""Files in pieces, from below: two at once, a kill between the bytes and their note, what is swept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from kairyluu.data.appeals.models import Attachment, PartialUpload
from kairyluu.gateways.files import partial
from kairyluu.queries.uploads import UNFINISHED_FOR, Coming
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.usecases.files import pieces
from kairyluu.usecases.files.begin import BeginUpload, begin_upload
from kairyluu.usecases.files.clear_uploads import ClearUploads, clear_uploads
from kairyluu.usecases.files.pieces import GiveUp, TakePiece, UploadBusy, take_piece
from tests.cast import NOW, Town

PDF = b"%PDF-1.7\n" + b"a page " * 100 + b"\n%%EOF\n"
HOLDER = "a secret of the browser"


@pytest.fixture(autouse=True)
def store(town: Town, settings: Any, tmp_path: Path) -> Path:
    settings.KAIRYLUU_FILES_DIR = tmp_path
    return tmp_path


def begun() -> Coming:
    command = BeginUpload(
        submission_key=uuid4(), name="a.pdf", length=len(PDF), holder=HOLDER, address="10.0.0.1"
    )
    return begin_upload(command, actor=Actor(), now=NOW)


def piece(coming: Coming, offset: int, content: bytes) -> Coming:
    command = TakePiece(upload_id=coming.id, holder=HOLDER, offset=offset, content=content)
    return take_piece(command, actor=Actor(), now=NOW)


def killed_before_the_note(
    monkeypatch: pytest.MonkeyPatch, coming: Coming, offset: int, content: bytes
) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(PartialUpload, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            piece(coming, offset, content)


@contextmanager
def held_elsewhere(coming: Coming) -> Iterator[None]:
    """Another request is writing a piece of it: the row is locked in a connection of its own."""
    locked, done = Event(), Event()

    def hold() -> None:
        with transaction.atomic():
            PartialUpload.objects.select_for_update().get(pk=coming.id)
            locked.set()
            done.wait(30)
        connection.close()

    other = Thread(target=hold)
    other.start()
    assert locked.wait(30)
    yield
    done.set()
    other.join()


@pytest.mark.django_db(transaction=True)
def test_of_two_pieces_at_once_one_is_sent_away(store: Path) -> None:
    coming = begun()

    with held_elsewhere(coming):
        for act, command in (
            (take_piece, TakePiece(upload_id=coming.id, holder=HOLDER, offset=0, content=PDF)),
            (pieces.give_up, GiveUp(upload_id=coming.id, holder=HOLDER)),
        ):
            with pytest.raises(UploadBusy):
                act(command, actor=Actor(), now=NOW)  # type: ignore[operator]

    assert piece(coming, 0, PDF).received == len(PDF)
    assert Attachment.objects.count() == 1
    assert list((store / "partial").iterdir()) == [], "what became a file of the form is not kept twice"


def test_bytes_are_on_the_disk_before_they_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    coming = begun()

    killed_before_the_note(monkeypatch, coming, 0, PDF[:300])
    with partial.open(coming.id) as lying:
        assert lying.read() == PDF[:300]
    assert PartialUpload.objects.get().received == 0

    piece(coming, 0, PDF[:200])  # a shorter piece than the one before: no byte of that one is left behind it
    with partial.open(coming.id) as lying:
        assert lying.read() == PDF[:200]
    piece(coming, 200, PDF[200:])
    assert Attachment.objects.get().size == len(PDF)


def test_what_was_killed_while_it_became_a_file_becomes_one_with_the_next_try(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coming = begun()
    piece(coming, 0, PDF[:300])

    killed_before_the_note(monkeypatch, coming, 300, PDF[300:])
    assert Attachment.objects.count() == 0

    piece(coming, 300, PDF[300:])
    assert Attachment.objects.count() == 1


def test_what_stopped_coming_is_swept_with_its_bytes_and_what_comes_stays(store: Path) -> None:
    old, orphan = begun(), uuid4()
    piece(old, 0, PDF[:300])
    partial.write(orphan, 0, b"bytes of a row that was never written")
    os.utime(store / "partial" / orphan.hex, (0, 0))
    later = NOW + UNFINISHED_FOR + timedelta(minutes=1)
    PartialUpload.objects.create(
        id=(fresh := uuid4()), submission_key=uuid4(), length=9, begun_at=later, touched_at=later
    )
    partial.write(fresh, 0, b"fresh")

    clear_uploads(ClearUploads(), actor=SYSTEM_ACTOR, now=later)

    assert [row.pk for row in PartialUpload.objects.all()] == [fresh]
    assert [place.name for place in (store / "partial").iterdir()] == [fresh.hex]


def test_nobody_else_reads_the_bytes(store: Path) -> None:
    coming = begun()
    piece(coming, 0, PDF[:300])

    place = store / "partial" / coming.id.hex
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)

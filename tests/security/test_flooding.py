"""Somebody fills the disk or changes his address at every try."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import RequestFactory

from kairyluu.data.appeals.models import Attachment
from kairyluu.faces.portal import gate
from kairyluu.gateways import files
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.usecases.files.clear_uploads import KEPT_FOR, ClearUploads, clear_uploads
from kairyluu.usecases.files.upload import (
    RemoveFromForm,
    TooManyFiles,
    UploadToForm,
    remove_from_form,
    upload_to_form,
)
from tests.cast import NOW, Town
from tests.factories import appeals

LATER = NOW + KEPT_FOR + timedelta(hours=1)


@pytest.fixture
def store(town: Town, settings: Any, tmp_path: Path) -> Path:
    settings.KAIRYLUU_FILES_DIR = tmp_path
    return tmp_path


def uploaded(key: object, words: bytes) -> Attachment:
    content = BytesIO(b"%PDF-1.4\n" + words + b"\n%%EOF\n")
    return upload_to_form(
        UploadToForm(submission_key=key, name="a.pdf", content=content),  # type: ignore[arg-type]
        actor=Actor(),
        now=NOW,
    )


def grow_old(store: Path) -> None:
    """Everything stored so far was stored long ago."""
    for place in store.glob("??/??/*"):
        os.utime(place, (0, 0))


def clear(now: Any = LATER) -> int:
    return clear_uploads(ClearUploads(), actor=SYSTEM_ACTOR, now=now)


def lies(sha256: str) -> bool:
    try:
        files.open(sha256).close()
    except files.FileMissing:
        return False
    return True


def test_what_was_taken_out_of_a_form_leaves_the_disk(store: Path) -> None:
    key = uuid4()
    file = uploaded(key, b"taken out")
    remove_from_form(RemoveFromForm(submission_key=key, attachment_id=file.pk), actor=Actor(), now=NOW)

    clear()
    assert lies(file.sha256), "somebody may be storing the same content just now"
    grow_old(store)
    clear()

    assert not lies(file.sha256)


def test_a_form_left_lying_goes_with_its_files_and_what_was_sent_stays(town: Town, store: Path) -> None:
    left, key = uploaded(uuid4(), b"left"), uuid4()
    sent = uploaded(key, b"sent")
    appeals.received(town, submission_key=key, upload_ids=(sent.pk,))
    grow_old(store)

    assert clear() == 1
    clear()

    assert not Attachment.objects.filter(pk=left.pk).exists()
    assert (lies(left.sha256), lies(sent.sha256)) == (False, True)


def test_every_file_of_a_request_counts(town: Town) -> None:
    known = directory()
    limit = known.number("submissions_per_hour") * known.number("file_count")

    def may(n: int) -> bool:
        sent = {"file": [SimpleUploadedFile(f"{i}.pdf", b"x") for i in range(n)]}
        return gate.may_upload(RequestFactory().post("/submit/", sent), known, now=NOW)

    assert limit % 5 == 0
    assert all(may(5) for _ in range(limit // 5))
    assert not may(1)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("", "", True),
    ],
)
def test_a_subscriber_of_ipv6_is_counted_as_one(one: str, other: str, is_same: bool) -> None:
    def counted(address: str) -> str:
        return gate.address_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert (counted(one) == counted(other)) is is_same


@pytest.mark.django_db(transaction=True)
def test_requests_at_the_same_moment_put_no_more_files_into_a_form_than_it_holds(
    town: Town, store: Path
) -> None:
    key = uuid4()

    def upload_in_own_connection(n: int) -> bool:
        try:
            return bool(uploaded(key, b"file %d" % n))
        except TooManyFiles:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(upload_in_own_connection, range(12)))

    assert taken.count(True) == Attachment.objects.filter(submission_key=key).count() == 5

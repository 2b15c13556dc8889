"""A file that comes in pieces, as a client of tus 1.0.0 sends it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from kairyluu.data.appeals.models import Attachment, FileCheck, PartialUpload
from kairyluu.faces.portal.views.uploads import tus
from kairyluu.gateways.files import partial
from kairyluu.queries.uploads import UNFINISHED_FOR
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

PDF = b"%PDF-1.7\n" + b"a page " * 300 + b"\n%%EOF\n"
HALF = 1000


class Sender:
    """A program that speaks tus; its cookies are its own."""

    def __init__(self, **options: Any) -> None:
        self.client = Client(**options)
        self.key = uuid4()

    def ask(self, method: str, where: str, content: bytes = b"", **headers: str) -> HttpResponse:
        spoken = {"Tus-Resumable": "1.0.0", "Content-Type": tus.PIECE_TYPE}
        spoken |= {name.replace("_", "-"): said for name, said in headers.items()}
        return self.client.generic(method, where, content, headers=spoken)  # type: ignore[return-value]

    def begin(self, length: int = len(PDF), name: str = "план.pdf", **headers: str) -> HttpResponse:
        said = tus.as_metadata(filename=name, key=str(self.key))
        return self.ask(
            "POST", "/submit/uploads/", Upload_Length=str(length), Upload_Metadata=said, **headers
        )

    def begun(self, length: int = len(PDF), name: str = "план.pdf") -> str:
        answer = self.begin(length, name)
        assert answer.status_code == 201, answer.content.decode()
        return str(answer["Location"])

    def piece(self, where: str, offset: int, content: bytes, **headers: str) -> HttpResponse:
        return self.ask("PATCH", where, content, Upload_Offset=str(offset), **headers)

    def offset(self, where: str) -> int:
        return int(self.ask("HEAD", where)["Upload-Offset"])


@pytest.fixture
def sender(town: Town, settings: Any, tmp_path: Path) -> Sender:
    settings.KAIRYLUU_FILES_DIR = tmp_path
    return Sender()


def test_pieces_become_a_file_of_the_form(sender: Sender) -> None:
    where = sender.begun()

    first = sender.piece(where, 0, PDF[:HALF])
    asked = sender.ask("HEAD", where)
    last = sender.piece(where, HALF, PDF[HALF:])

    assert (first.status_code, first["Upload-Offset"]) == (204, str(HALF))
    assert (asked.status_code, asked["Upload-Offset"], asked["Upload-Length"]) == (
        200,
        str(HALF),
        str(len(PDF)),
    )
    assert (asked["Cache-Control"], asked["Tus-Resumable"]) == ("no-store", "1.0.0")
    assert base64.b64encode("план.pdf".encode()).decode() in asked["Upload-Metadata"]
    assert "GMT" in last["Upload-Expires"]
    file = Attachment.objects.get(submission_key=sender.key)
    assert (file.name, file.sha256, file.size) == ("план.pdf", hashlib.sha256(PDF).hexdigest(), len(PDF))
    assert FileCheck.objects.filter(sha256=file.sha256).exists(), "it is looked at like any other file"
    assert PartialUpload.objects.get().became == file.pk


def test_finishing_twice_makes_one_file(sender: Sender) -> None:
    where = sender.begun()
    sender.piece(where, 0, PDF)

    again, empty = sender.piece(where, 0, PDF), sender.piece(where, len(PDF), b"")

    assert (again.status_code, empty.status_code) == (409, 204)
    assert sender.offset(where) == len(PDF)
    assert Attachment.objects.count() == 1
    Attachment.objects.all().delete()  # taken out of the form again
    assert sender.ask("DELETE", where).status_code == 204


def test_what_was_written_and_not_noted_is_written_again(sender: Sender) -> None:
    where = sender.begun()
    sender.piece(where, 0, PDF[:HALF])
    upload_id = PartialUpload.objects.get().pk
    partial.write(upload_id, HALF, b"bytes of a piece whose row was never written" * 100)

    assert sender.offset(where) == HALF
    assert sender.piece(where, HALF, PDF[HALF:]).status_code == 204

    assert Attachment.objects.get().sha256 == hashlib.sha256(PDF).hexdigest()


def test_bytes_that_were_lost_are_asked_for_again(sender: Sender) -> None:
    where = sender.begun()
    sender.piece(where, 0, PDF[:HALF])
    partial.discard(PartialUpload.objects.get().pk)

    assert sender.piece(where, HALF, PDF[HALF:]).status_code == 409
    assert sender.offset(where) == 0
    assert sender.piece(where, 0, PDF).status_code == 204
    assert Attachment.objects.get().size == len(PDF)


@pytest.mark.parametrize(
    ("offset", "headers", "status"),
    [
        ("5", {}, 409),
        ("x", {}, 400),
        ("-1", {}, 400),
        ("0", {"Content_Type": "application/octet-stream"}, 415),
        ("0", {"Tus_Resumable": "0.2.2"}, 412),
        ("0", {"Upload_Checksum": "md5 " + base64.b64encode(b"x").decode()}, 400),
        ("0", {"Upload_Checksum": "sha1 " + base64.b64encode(hashlib.sha1(b"other").digest()).decode()}, 460),
        ("0", {"Upload_Checksum": "sha1 ???"}, 400),
    ],
)
def test_a_piece_that_does_not_fit_changes_nothing(
    sender: Sender, offset: str, headers: dict[str, str], status: int
) -> None:
    where = sender.begun()

    answer = sender.ask("PATCH", where, PDF[:HALF], **{"Upload_Offset": offset} | headers)

    assert answer.status_code == status
    assert sender.offset(where) == 0


def test_a_piece_is_bounded_and_may_not_pass_the_end(sender: Sender) -> None:
    where = sender.begun(length=100)

    assert sender.piece(where, 0, b"x" * 101).status_code == 400
    assert sender.piece(where, 0, b"x" * (tus.MOST_PIECE + 1)).status_code == 413
    good = "sha256 " + base64.b64encode(hashlib.sha256(b"x" * 50).digest()).decode()
    assert sender.piece(where, 0, b"x" * 50, Upload_Checksum=good).status_code == 204


def test_a_strangers_address_opens_nothing(sender: Sender) -> None:
    where, stranger = sender.begun(), Sender()
    other = stranger.begun()  # has a secret, but another

    for nobody in (stranger, Sender()):
        assert nobody.ask("HEAD", where).status_code == 404
        assert nobody.piece(where, 0, PDF).status_code == 404
        assert nobody.ask("DELETE", where).status_code == 404
    assert sender.ask("HEAD", other).status_code == 404
    assert sender.ask("HEAD", f"/submit/uploads/{uuid4()}/").status_code == 404
    assert sender.offset(where) == 0
    cookie = sender.client.cookies["uploads"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/submit/uploads/")


def test_who_has_no_token_of_the_form_begins_nothing(sender: Sender) -> None:
    careful = Sender(enforce_csrf_checks=True)
    where = sender.begun()

    assert careful.begin().status_code == 403
    assert careful.ask("DELETE", where).status_code == 403
    assert PartialUpload.objects.count() == 1


def test_what_the_form_would_refuse_is_refused_with_its_sentence(sender: Sender) -> None:
    big, empty = sender.begin(length=10 * 1024 * 1024 + 1), sender.begin(length=0)
    where = sender.begun(length=20, name="кат.exe")

    wrong = sender.piece(where, 0, b"MZ" + b"\0" * 18)

    assert (big.status_code, empty.status_code, wrong.status_code) == (413, 422, 422)
    assert "10 МБ" in big.content.decode()
    assert "«кат.exe»" in wrong.content.decode()
    assert sender.ask("HEAD", where).status_code == 404
    assert (PartialUpload.objects.count(), Attachment.objects.count()) == (0, 0)


def test_a_form_takes_as_many_files_as_it_says(sender: Sender) -> None:
    first = sender.begun()
    for _ in range(4):
        sender.begun()

    assert sender.begin().status_code == 422
    assert sender.ask("DELETE", first).status_code == 204
    assert sender.ask("HEAD", first).status_code == 404
    assert sender.begin().status_code == 201


def test_an_address_has_room_for_so_many_unfinished_files(sender: Sender) -> None:
    most = 10 * 1024 * 1024
    for _ in range(20):
        sender.key = uuid4()
        sender.begun(length=most)
    sender.key = uuid4()

    full = sender.begin(length=1)
    elsewhere = Sender(REMOTE_ADDR="10.9.8.7").begin(length=1)

    assert (full.status_code, elsewhere.status_code) == (429, 201)


def test_what_stopped_coming_is_gone_after_its_hours(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    where = sender.begun()
    sender.piece(where, 0, PDF[:HALF])
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + UNFINISHED_FOR)

    assert sender.ask("HEAD", where).status_code == 404
    assert sender.piece(where, HALF, PDF[HALF:]).status_code == 404


def test_a_form_that_was_sent_takes_nothing_more(town: Town, sender: Sender) -> None:
    where = sender.begun()
    appeals.received(town, submission_key=sender.key)

    assert sender.ask("HEAD", where).status_code == 404
    assert sender.piece(where, 0, PDF).status_code == 404


@pytest.mark.parametrize(
    "said",
    ["", "filename", "key !!!,filename !!!", f"key {base64.b64encode(b'1').decode()}", "x" * 5000],
)
def test_a_beginning_without_its_words_is_refused(sender: Sender, said: str) -> None:
    answer = sender.ask("POST", "/submit/uploads/", Upload_Length="5", Upload_Metadata=said)

    assert answer.status_code == 400


def test_what_the_server_can_do_is_told(sender: Sender) -> None:
    told = sender.client.options("/submit/uploads/")

    assert (told.status_code, told["Tus-Version"]) == (204, "1.0.0")
    assert told["Tus-Extension"] == "creation,termination,expiration,checksum"
    assert told["Tus-Max-Size"] == str(10 * 1024 * 1024)


def test_the_form_shows_it_with_its_other_files_and_sends_it(
    visitor: InspectingClient, filled: dict[str, Any], settings: Any, tmp_path: Path
) -> None:
    settings.KAIRYLUU_FILES_DIR = tmp_path
    sender = Sender()
    sender.key = UUID(filled["submission_key"])
    sender.piece(sender.begun(), 0, PDF)

    page = visitor.post("/submit/", filled | {"upload": "1"})

    assert "план.pdf" in text_of(page.content)

"""An appeal sent by a program: once in effect, the same act as by the form, and followed as on the page."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.journal.models import Entry
from kairyluu.faces.api import keys
from kairyluu.usecases.programs.answering import alone
from tests.cast import Town
from tests.factories.callers import Program

KEY = {"Idempotency-Key": "1b4e28ba-2fa1-4d3a-a3f5-ef19b5a7633b"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def whole(town: Town, instruction: str) -> dict[str, Any]:
    """A complete appeal."""
    return {
        "body": town.body.code,
        "kind": "application",
        "subject": "Айылда таза суу жок",
        "text": "Үч жумадан бери айылда таза суу жок. Насосту оңдоп берүүңүздөрдү суранам.",
        "reply_language": "ky",
        "applicant": {
            "surname": "Үлгүбаева",
            "given_name": "Айгүл",
            "phone": "0700 12 34 56",
            "territory": "kg-o-alai",
            "address": "Гүлчө айылы, Манас көчөсү, 5",
        },
        "instruction_version": instruction,
        "consent": True,
    }


def places(answer: Any) -> list[str]:
    return [fault["pointer"] for fault in answer.json()["errors"]]


def test_sent_followed_and_nothing_twice(program: Program, whole: dict[str, Any]) -> None:
    first = program.send("appeals", whole, **KEY)
    again = program.send("appeals", whole, **KEY)

    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert ("Idempotency-Replayed" in first, again["Idempotency-Replayed"]) == (False, "true")
    assert first["Cache-Control"] == "no-store"
    appeal = Appeal.objects.get()
    assert Applicant.objects.get(appeal=appeal).phone == "+996700123456"
    assert Entry.objects.get(act="submit").actor_kind == "visitor"

    receipt = first.json()
    assert receipt["registration"]["due_on"] == "2026-03-11"
    told = program.send("tracking", {"number": receipt["number"], "secret": receipt["secret"]}).json()
    assert (told["state"], told["body"]["code"]) == ("received", whole["body"])
    assert [step["code"] for step in told["steps"]] == ["received"]


def test_the_same_key_for_other_words_is_refused_and_tells_nothing(
    program: Program, whole: dict[str, Any]
) -> None:
    sent = program.send("appeals", whole, **KEY).json()
    other = program.send("appeals", whole | {"subject": "Башка"}, **KEY)

    assert (other.status_code, other.json()["code"]) == (422, "sent_differently")
    assert sent["number"] not in other.content.decode()
    assert Appeal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_once_under_one_key() -> None:
    """The first is still being answered, on a connection of its own."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    key = uuid4()

    def second() -> bool:
        try:
            with keys.one_at_a_time(key):
                return True
        except keys.Trouble as trouble:
            return trouble.code != "still_answering"
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with alone(key):
            assert pool.submit(second).result() is False
        assert pool.submit(second).result() is True


def test_a_repeat_is_answered_as_before_whatever_has_changed_since(
    program: Program, whole: dict[str, Any], town: Town
) -> None:
    from kairyluu.data.agencies.models import Body
    from kairyluu.data.reference.models import ContentPage, Setting

    first = program.send("appeals", whole, **KEY)
    ContentPage.objects.filter(slug="instruction").update(version="8")
    Setting.objects.filter(code="submissions_per_hour").update(value="1")
    Body.objects.filter(pk=town.body.pk).update(is_open=False)
    again = program.send("appeals", whole, **KEY)

    assert (again.status_code, again["Idempotency-Replayed"]) == (201, "true"), again.content
    assert again.json() == first.json()
    other = program.send("appeals", whole | {"text": "Башка сөздөр жазылды. Мурдагыдай эмес."}, **KEY)
    assert (other.status_code, other.json()["code"]) == (422, "sent_differently")


def test_the_key_is_asked_for(program: Program, whole: dict[str, Any]) -> None:
    for given in ({}, {"Idempotency-Key": "1"}, {"Idempotency-Key": "x" * 36}):
        answer = program.send("appeals", whole, **given)
        assert (answer.status_code, answer.json()["code"]) == (400, "key_missing")
    assert program.send("appeals", whole, **{"Idempotency-Key": f'"{uuid4()}"'}).status_code == 201


def test_every_fault_is_told_at_once_with_its_place(
    program: Program, whole: dict[str, Any], town: Town
) -> None:
    wrong = whole | {
        "body": town.unconnected.code,
        "topic": "nothing",
        "subject": " ",
        "text": "x" * 4001,
        "about": {"body": "none"},
        "applicant": whole["applicant"]
        | {"phone": "12", "email": "a@", "territory": "x", "surname": "\u200b"},
    }
    assert places(program.send("appeals", wrong, **KEY)) == [
        *("/body", "/topic", "/subject", "/text", "/about", "/about/body"),
        *("/applicant/surname", "/applicant/territory", "/applicant/phone", "/applicant/email"),
    ]
    strange = whole | {"state": "answered", "kind": "order", "consent": False}
    assert set(places(program.send("appeals", strange, **KEY))) == {"/state", "/kind", "/consent"}
    unread = program.send("appeals", whole | {"instruction_version": "0"}, **KEY)
    assert (unread.status_code, unread.json()["code"]) == (422, "instruction_first")
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b'{"a": NaN}', 400),
        (b'{"a": "\\ud800"}', 400),
        (b'{"a": "\\u0000"}', 400),
        (b"[" * 50_000, 400),
        (b"\xff\xfe", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"' + b"x" * 300_000 + b'"', 413),
        (b'"' + b"x" * 3_000_000 + b'"', 413),
    ],
)
def test_no_bytes_break_it(program: Program, town: Town, body: bytes, status: int) -> None:
    for path in ("appeals", "tracking"):
        answer = program.send(path, body, **KEY)
        assert answer.status_code == status, answer.content[:200]
        assert answer["Content-Type"] == "application/problem+json"


def test_another_kind_of_content_is_not_read(program: Program, town: Town) -> None:
    answer = program.client.post("/api/v1/appeals", "{}", content_type="text/plain", headers=KEY)

    assert (answer.status_code, answer.json()["code"]) == (415, "not_json")


def test_files_go_under_the_same_key(program: Program, whole: dict[str, Any]) -> None:
    path = f"/api/v1/appeals/{KEY['Idempotency-Key']}/files"
    kept = program.client.post(path, {"file": SimpleUploadedFile("сүрөт.png", PNG)})
    assert kept.status_code == 201, kept.content
    again = program.client.post(path, {"file": SimpleUploadedFile("сүрөт.png", PNG)})
    assert (again.status_code, again.json()) == (201, kept.json())  # its first answer may have been lost
    bad = program.client.post(path, {"file": SimpleUploadedFile("a.html", b"<script>")})
    assert (bad.status_code, places(bad)) == (422, ["file"])

    foreign = program.send(
        "appeals", whole | {"files": [kept.json()["id"]]}, **{"Idempotency-Key": str(uuid4())}
    )
    assert places(foreign) == ["/files"]
    receipt = program.send("appeals", whole | {"files": [kept.json()["id"]]}, **KEY).json()
    shown = {"number": receipt["number"], "secret": receipt["secret"]}
    (file,) = program.send("tracking", shown).json()["files"]
    got = program.send(f"tracking/files/{file['id']}", shown)
    assert got.status_code == 200
    assert got["Content-Disposition"].startswith("attachment")
    assert b"".join(got.streaming_content).startswith(b"\x89PNG")
    assert program.send(f"tracking/files/{uuid4()}", shown).status_code == 404


def test_advice_stands_beside_the_receipt_and_stops_nobody(program: Program, whole: dict[str, Any]) -> None:
    sent = whole | {"kind": "complaint", "text": "СУУ ЖОК. ОҢДОП БЕРИҢИЗДЕР"}
    sent["applicant"] = whole["applicant"] | {"personal_number": "12"}
    answer = program.send("appeals", sent, **KEY)

    assert answer.status_code == 201
    codes = {one["code"] for one in answer.json()["advice"]}
    assert codes == {"all_capitals", "very_short", "about_nobody", "personal_number"}


def test_a_wrong_secret_and_an_unknown_number_look_alike(program: Program, whole: dict[str, Any]) -> None:
    receipt = program.send("appeals", whole, **KEY).json()
    wrong = program.send("tracking", {"number": receipt["number"], "secret": "1111 1111 1111"})
    unknown = program.send("tracking", {"number": "26-267-118-232-8", "secret": receipt["secret"]})

    assert wrong.status_code == unknown.status_code == 404
    assert wrong.content == unknown.content
    for _ in range(12):
        last = program.send("tracking", {"number": receipt["number"], "secret": "1111 1111 1111"})
    assert last.status_code == 429
    assert int(last["Retry-After"]) > 0
    page = program.client.post("/track/", {"number": receipt["number"], "secret": receipt["secret"]})
    assert page.status_code in (403, 429)  # the same count; the page wants its form token first


def test_sending_is_counted_together_with_the_form(
    program: Program, whole: dict[str, Any], settings: Any, town: Town
) -> None:
    from kairyluu.data.reference.models import Setting

    Setting.objects.filter(code="submissions_per_hour").update(value="1")
    assert program.send("appeals", whole, **KEY)["RateLimit-Remaining"] == "0"
    more = program.send("appeals", whole, **{"Idempotency-Key": str(uuid4())})
    assert (more.status_code, more.json()["code"]) == (429, "too_often")
    assert Appeal.objects.count() == 1

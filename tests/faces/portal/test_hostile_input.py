"""Every field with what nobody should send: an exact round trip or a sentence, never an error of the server."""

from __future__ import annotations

import html
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from tests.inspecting import InspectingClient, form_of

FIELDS = (
    *("submission_key", "instruction", "search", "more", "body", "post", "kind", "topic", "subject", "text"),
    *("target", "target_text", "who", "legal_form", "organisation", "surname", "given_name", "patronymic"),
    *("personal_number", "cosigners", "territory", "address", "postal_address", "phone", "email"),
    *("reply_language", "agree", "upload", "remove", "til", "draft", "anew"),
)
VALUES = {
    "empty": "",
    "long": "Ө" * 5000,
    "controls": "а\x00\x01\x1b\x7f\u2028б",
    "right_to_left": "\u202eнасос\u202c \u200f",
    "emoji": "👨‍👩‍👧 🇰🇬 суу",
    "markup": "<script>alert(1)</script>'\"&amp;",
    "template": "%(x)s %s {0}",
    "lone": "\ud800".encode("utf-8", "surrogatepass"),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_field_gives_a_page_or_is_sent(
    visitor: InspectingClient, filled: dict[str, Any], settings: Any, name: str
) -> None:
    settings.THROTTLE_SUBMISSIONS = False
    for field in FIELDS:
        before = Appeal.objects.count()
        typed = filled | {"submission_key": str(uuid4()), field: VALUES[name]}

        shown = visitor.post("/submit/", typed)
        sent = visitor.post("/submit/send/", typed)

        assert shown.status_code == 200, field
        assert b"<script>alert" not in shown.content, field
        assert sent.status_code in (200, 302), field
        assert Appeal.objects.count() - before == (sent.status_code == 302), field


@pytest.mark.parametrize("name", ["emoji", "markup", "template"])
def test_what_can_be_seen_comes_back_exactly(
    visitor: InspectingClient, filled: dict[str, Any], name: str
) -> None:
    value = VALUES[name]
    fields = ("subject", "text", "surname", "address", "organisation")
    typed = filled | dict.fromkeys(fields, value) | {"who": "organisation", "legal_form": "ЖЧК"}

    kept = form_of(visitor.post("/submit/", typed | {"phone": ""}).content, having="submission_key")
    visitor.post("/submit/send/", typed)

    appeal = Appeal.objects.get()
    person = appeal.applicants.get()
    stored = (appeal.subject, appeal.text, person.surname, person.home_address, person.organisation)
    assert set(stored) == {value}
    assert {kept[field].strip() for field in fields} == {value}
    assert html.escape(value) in visitor.get("/receipt/").content.decode()


def test_a_megabyte_in_one_field_gets_a_sentence(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    page = visitor.post("/submit/", filled | {"surname": "ө" * 500_000})

    assert page.status_code == 200
    assert "499900 белгиге кыскартыңыз" in page.content.decode()


def test_too_much_at_once_gets_a_page(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    large = Client.post(visitor, "/submit/", filled | {"text": "ө" * 3_000_000})
    many = Client.post(visitor, "/submit/", {f"x{n}": "1" for n in range(2000)})

    assert (large.status_code, many.status_code) == (413, 413)
    assert "Бир жолу өтө көп маалымат жиберилди" in many.content.decode()


def test_a_body_too_large_is_not_even_read(visitor: InspectingClient) -> None:
    page = visitor.generic("POST", "/submit/", b"x", CONTENT_LENGTH=str(60 * 1024 * 1024))

    assert page.status_code == 413


def test_a_form_from_elsewhere_is_refused(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    strict = InspectingClient(enforce_csrf_checks=True)
    strict.cookies = visitor.cookies

    page = strict.post("/submit/send/", filled)

    assert page.status_code == 403
    assert "Форманын мөөнөтү бүттү" in page.content.decode()
    assert Appeal.objects.count() == 0


def test_strange_addresses_are_not_found() -> None:
    client = InspectingClient()

    assert client.get("/track/%0d%0aX: y/").status_code in (302, 404)

"""Taking in letters: keyboard speed, one appeal however often it is sent, the number at once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kairyluu.data.appeals.models import Appeal, Attachment
from tests.cast import NOW, Town
from tests.faces.desk.entering import at_desk

URL = "/desk/take-in/"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def desk(town: Town) -> Client:
    return at_desk(town.registrar)


def letter(**changes: Any) -> dict[str, Any]:
    typed = {
        "submission_key": str(uuid4()),
        "channel": "post",
        "received_on": "09.03.2026",
        "kind": "application",
        "reply_language": "ky",
        "surname": "Үлгүбаева",
        "given_name": "Айгүл",
        "phone": "0700 12 34 56",
        "home_territory": "kg-o-alai",
        "subject": "Мектептин чатыры агат",
        "text": "Чатырды оңдоп берүүңүздөрдү суранам.",
    }
    return typed | changes


def test_letter_gets_its_number_and_the_next_form_is_empty(desk: Client) -> None:
    page = desk.post(URL, letter(), follow=True)

    taken = Appeal.objects.get()
    html = page.content.decode()
    assert page.redirect_chain == [(f"{URL}?last=1", 302)]
    assert taken.number in html
    assert taken.tracking_number in html
    assert "Мектептин чатыры" not in html
    assert 'value="09.03.2026"' in html


def test_slip_shows_number_and_code(desk: Client) -> None:
    desk.post(URL, letter())

    html = desk.get("/desk/take-in/slip/").content.decode()

    assert Appeal.objects.get().number in html


def test_same_form_sent_twice_makes_one_appeal(desk: Client) -> None:
    typed = letter()

    desk.post(URL, typed)
    again = desk.post(URL, typed, follow=True)

    assert Appeal.objects.count() == 1
    assert Appeal.objects.get().number in again.content.decode()


def test_wrong_fields_are_told_and_nothing_typed_is_lost(desk: Client) -> None:
    page = desk.post(URL, letter(surname="", received_on="32.13.2026", phone="12", email="ba"))

    html = page.content.decode()
    assert page.status_code == 422
    assert 'href="#take-surname"' in html
    assert 'href="#take-received_on"' in html
    assert "Мектептин чатыры агат" in html
    assert not Appeal.objects.exists()


def test_day_to_come_is_refused(desk: Client) -> None:
    page = desk.post(URL, letter(received_on="2026-03-11"))

    assert page.status_code == 422
    assert not Appeal.objects.exists()


def test_scan_travels_with_the_letter_also_through_a_mistake(desk: Client) -> None:
    typed = letter(surname="")
    wrong = desk.post(URL, typed | {"scans": SimpleUploadedFile("kat.pdf", PDF)})
    desk.post(URL, typed | {"surname": "Сыналбаев"})

    assert "kat.pdf" in wrong.content.decode()
    assert Attachment.objects.get().appeal == Appeal.objects.get()


def test_wrong_scan_is_told_and_keeps_the_rest(desk: Client) -> None:
    page = desk.post(URL, letter(scans=SimpleUploadedFile("virus.pdf", b"MZ...")))

    assert page.status_code == 422
    assert "virus.pdf" in page.content.decode()
    assert not Appeal.objects.exists()


def test_registrar_does_not_take_in_a_complaint_about_himself(desk: Client, town: Town) -> None:
    page = desk.post(URL, letter(kind="complaint", target=town.registrar.official.code))

    assert page.status_code == 422
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("who", ["akim", "executor", "overseer", "citizen"])
def test_only_the_registrar_takes_in(town: Town, who: str) -> None:
    client = at_desk(getattr(town, who))

    assert client.get(URL).status_code == 404
    assert client.post(URL, letter()).status_code == 404
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(
    "name", ["surname", "received_on", "subject", "text", "phone", "channel", "cosigners"]
)
@pytest.mark.parametrize("value", ["", "\x00", "a" * 200_000, "\u202eабв", "🙂", "<b>ө</b>", "'; DROP TABLE"])
def test_no_value_of_a_field_breaks_the_screen(desk: Client, name: str, value: str) -> None:
    page = desk.post(URL, letter(**{name: value}))

    assert page.status_code in (302, 422)

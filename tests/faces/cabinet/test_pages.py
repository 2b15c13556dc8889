"""Every page that the door and the rooms can show, in three languages."""

from __future__ import annotations

import re

import html5lib
import pytest
from django.core import mail

from tests.cast import PASSWORD, Town
from tests.faces.cabinet.test_entrance import GOOD, NEW, link_in
from tests.inspecting import InspectingClient

OUTSIDE = {
    "login": "/account/login/",
    "signup": "/account/signup/",
    "verification_sent": "/account/confirm-email/",
    "reset": "/account/password/reset/",
    "reset_done": "/account/password/reset/done/",
    "reset_saved": "/account/password/reset/key/done/",
    "inactive": "/account/inactive/",
    "old_reset_link": "/account/password/reset/key/1-abc/",
    "old_confirm_link": "/account/confirm-email/abc/",
}
INSIDE = {
    "logout": "/account/logout/",
    "email": "/account/email/",
    "password": "/account/password/change/",
    "reauthenticate": "/account/reauthenticate/",
    "profile": "/cabinet/profile/",
    "adopt": "/cabinet/adopt/",
}
LANGUAGES = ["ky", "ru", "en"]
TWO_LATIN_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")


def speaking(language: str, account=None) -> InspectingClient:
    client = InspectingClient()
    client.cookies["til"] = language
    if account is not None:
        client.force_login(account)
    return client


def inspected(response, language: str):
    """The parsed page, after what every page must keep beyond the inspecting client's own checks."""
    html = response.content.decode()
    page = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(html)
    assert page.get("lang") == language
    if language != "en":
        assert not TWO_LATIN_WORDS.search("".join(page.find("body//main").itertext()))
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OUTSIDE)
def test_a_page_outside(town: Town, name: str, language: str) -> None:
    response = speaking(language).get(OUTSIDE[name])

    assert response.status_code == 200
    inspected(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", INSIDE)
def test_a_page_inside(town: Town, name: str, language: str) -> None:
    response = speaking(language, town.citizen.account).get(INSIDE[name])

    assert response.status_code == 200
    inspected(response, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("login", {"login": "nobody@example.kg", "password": "x"}),
        ("login", {}),
        ("login", {"login": "a\x00@b\u202e", "password": "\x00"}),
        ("signup", {"email": "nobody", "password1": "1234567", "password2": "7654321"}),
        ("signup", {"email": "a@example.kg", "password1": "password123", "password2": "password12"}),
        ("signup", {"email": "jazgul@example.kg", "password1": "jazgul@example", "surname": "а" * 200}),
        ("reset", {"email": ""}),
        ("email", {"email": "aigul@citizen.example", "action_add": ""}),
        ("password", {"oldpassword": "wrong", "password1": "1111111111", "password2": "2"}),
        ("reauthenticate", {"password": "wrong"}),
        ("profile", {"phone": "1", "language": "kk"}),
        ("adopt", {"number": "1", "secret": ""}),
    ],
)
def test_errors_are_said_in_the_language_and_linked(town: Town, name: str, typed, language: str) -> None:
    is_inside = name in INSIDE
    client = speaking(language, town.citizen.account if is_inside else None)

    response = client.post((INSIDE | OUTSIDE)[name], typed)

    assert response.status_code == 422
    page = inspected(response, language)
    ids = {e.get("id") for e in page.iter()}
    links = [a.get("href") for a in page.findall(".//div[@class='error-summary']//a")]
    assert all(link.removeprefix("#") in ids for link in links)
    assert page.findall(".//div[@class='error-summary']//li")


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("ky", "Электрондук почта дарегиңизди ырастаңыз"),
        ("ru", "Подтвердите адрес электронной почты"),
        ("en", "Confirm your e-mail address"),
    ],
)
def test_letters_speak_the_language_of_the_page(town: Town, language: str, subject: str) -> None:
    client = speaking(language)

    client.post("/account/signup/", NEW)
    client.post("/account/signup/", NEW | {"email": town.citizen.email})
    client.post("/account/password/reset/", {"email": "nobody@example.kg"})
    client.post("/account/password/reset/", {"email": town.citizen.email})
    inspected(client.get(link_in(mail.outbox[0])), language)
    inspected(client.get(link_in(mail.outbox[3]), follow=True), language)

    assert [letter.to[0] for letter in mail.outbox] == [
        "jazgul@example.kg",
        town.citizen.email,
        "nobody@example.kg",
        town.citizen.email,
    ]
    assert mail.outbox[0].subject == subject
    for letter in mail.outbox:
        assert language == "en" or not TWO_LATIN_WORDS.search(letter.subject + letter.body)
        assert "&" not in letter.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_changes_are_told_by_letter_and_on_the_page(town: Town, language: str) -> None:
    client = speaking(language, town.citizen.account)
    change = {"oldpassword": PASSWORD, "password1": GOOD, "password2": GOOD}

    page = client.post("/account/password/change/", change, follow=True)

    inspected(page, language)
    (told,) = page.context["messages"]
    assert str(told) in page.content.decode()
    assert language == "en" or not TWO_LATIN_WORDS.search(mail.outbox[0].subject + mail.outbox[0].body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_attempts_have_a_page(town: Town, language: str, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"signup": "1/m/ip"}
    client = speaking(language)
    client.post("/account/signup/", {})

    response = client.post("/account/signup/", {})

    assert response.status_code == 429
    inspected(response, language)

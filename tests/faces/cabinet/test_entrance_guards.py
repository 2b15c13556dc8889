"""What the door does not tell, and to whom it does not open."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client

from tests.cast import PASSWORD, Town
from tests.faces.cabinet.test_entrance import GOOD, LOGIN, NEW, RESET, SIGNUP, signed_in

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def told(page) -> tuple[int, str, str]:
    """What a person can tell apart: status, next place, words."""
    return page.status_code, page.headers.get("Location", ""), TOKEN.sub("", page.content.decode())


def test_sign_up_answers_a_known_and_an_unknown_address_alike(town: Town) -> None:
    unknown = Client().post(SIGNUP, NEW)
    known = Client().post(SIGNUP, NEW | {"email": town.citizen.email})

    assert told(unknown) == told(known)
    assert [letter.to for letter in mail.outbox] == [["jazgul@example.kg"], [town.citizen.email]]
    assert PASSWORD not in mail.outbox[1].body


def test_sign_up_takes_as_long_for_a_known_address(town: Town, monkeypatch) -> None:
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda self, word, salt: hashed.append(word) or encode(self, word, salt)
    )

    Client().post(SIGNUP, NEW)
    Client().post(SIGNUP, NEW | {"email": town.citizen.email})

    assert hashed == [GOOD, GOOD]


def test_reset_answers_a_known_and_an_unknown_address_alike(town: Town) -> None:
    unknown = Client().post(RESET, {"email": "nobody@example.kg"}, follow=True)
    known = Client().post(RESET, {"email": town.citizen.email}, follow=True)

    assert told(unknown) == told(known)
    assert len(mail.outbox) == 2


def test_login_answers_a_wrong_password_and_an_unknown_address_alike(town: Town) -> None:
    email = town.citizen.email
    wrong = told(signed_in(Client(), email, "wrong-password"))
    unknown = told(signed_in(Client(), "nobody@example.kg", "wrong-password"))

    assert wrong[0] == 422
    assert wrong[2].replace(email, "") == unknown[2].replace("nobody@example.kg", "")


def test_a_mail_server_that_is_away_shows_nothing(town: Town, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert Client().post(RESET, {"email": town.citizen.email}).status_code == 302


def test_guessing_a_password_is_stopped_for_everybody(town: Town) -> None:
    for _ in range(5):
        signed_in(Client(), town.citizen.email, "wrong-password")

    assert signed_in(Client(REMOTE_ADDR="10.1.1.1"), town.citizen.email).status_code == 422
    assert signed_in(Client(), town.stranger.email).status_code == 302  # others are not locked out


def test_no_network_address_is_kept(town: Town) -> None:
    signed_in(Client(REMOTE_ADDR="10.9.8.7"), town.citizen.email, "wrong-password")

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM people_shared_cache")
        rows = cursor.fetchall()
    assert rows
    assert all(re.fullmatch("[0-9a-f]{64}", key) for key, _ in rows)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "http://testserver/desk/",
        " //evil.example",
    ],
)
def test_after_login_nobody_is_sent_elsewhere(town: Town, elsewhere: str) -> None:
    client = Client()

    assert signed_in(client, town.citizen.email, next=elsewhere).headers["Location"] == "/cabinet/"
    assert client.post("/account/logout/", {"next": elsewhere}).headers["Location"] == "/"


def test_after_login_a_page_of_ours_is_found_again(town: Town) -> None:
    client = Client()
    asked = client.get("/cabinet/profile/")
    assert asked.headers["Location"] == "/account/login/?next=/cabinet/profile/"

    assert signed_in(client, town.citizen.email, next="/cabinet/profile/").headers["Location"] == (
        "/cabinet/profile/"
    )


@pytest.mark.parametrize("path", [LOGIN, "/account/logout/", "/cabinet/profile/", SIGNUP, RESET])
def test_every_change_needs_the_token_of_our_form(town: Town, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.citizen.account)

    assert client.post(path, {}).status_code == 403
    assert client.session.get("_auth_user_id") == str(town.citizen.account.pk)


def test_looking_at_the_sign_out_page_signs_nobody_out(town: Town) -> None:
    client = Client()
    client.force_login(town.citizen.account)

    assert client.get("/account/logout/").status_code == 200
    assert client.get("/cabinet/").status_code == 200


def test_cookies_are_not_for_scripts_and_not_for_other_sites(town: Town) -> None:
    client = Client()
    signed_in(client, town.citizen.email)
    client.get("/cabinet/profile/")

    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


def test_rights_taken_away_hold_at_once(town: Town) -> None:
    client = Client()
    signed_in(client, town.citizen.email)
    type(town.citizen.account).objects.filter(pk=town.citizen.account.pk).update(is_active=False)

    assert client.get("/cabinet/").status_code == 302
    assert signed_in(Client(), town.citizen.email).status_code in (302, 422)
    assert Client().get("/cabinet/").status_code == 302


def test_an_address_with_marks_stays_itself_in_the_letter(town: Town) -> None:
    Client().post(SIGNUP, NEW | {"email": "o'neil+<b>@example.kg"})
    Client().post(SIGNUP, NEW | {"email": "o'neil&co@example.kg"})

    assert [letter.to for letter in mail.outbox] == [["o'neil&co@example.kg"]]
    assert "o'neil&co@example.kg" in mail.outbox[0].body
    assert GOOD not in mail.outbox[0].body


def test_the_system_administration_has_no_door_of_its_own(town: Town) -> None:
    asked = Client().get("/sysadmin/", follow=True)
    assert asked.redirect_chain[-1][0].startswith("/account/login/?next=")

    client = Client()
    client.force_login(town.registrar.account)
    assert client.get("/sysadmin/", follow=True).status_code == 403
    assert client.post("/sysadmin/login/", {"username": "x", "password": "y"}).status_code == 403

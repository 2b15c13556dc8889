"""Sign-up, confirmation, login, reset: the whole way, by letters and buttons."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account
from tests.cast import PASSWORD, Town

SIGNUP, LOGIN, RESET = "/account/signup/", "/account/login/", "/account/password/reset/"
GOOD = "таза-суу-2026"
NEW = {"email": "Jazgul@Example.kg", "password1": GOOD, "password2": GOOD, "surname": "Үлгүбаева"}


def link_in(letter: mail.EmailMessage) -> str:
    """The path of the first link that is not the first page."""
    return re.search(r"http://testserver(/account/\S+)", letter.body)[1]


def signed_in(client: Client, email: str, password: str = PASSWORD, **more: str):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def test_from_sign_up_to_the_cabinet(client: Client, town: Town) -> None:
    asked = client.post(SIGNUP, NEW)
    assert asked.headers["Location"] == "/account/confirm-email/"
    assert signed_in(client, NEW["email"], GOOD).headers["Location"] == "/account/confirm-email/"

    confirm = link_in(mail.outbox[0])
    assert client.get(confirm).status_code == 200
    assert client.get("/cabinet/").status_code == 302  # looking at the link confirms nothing
    client.post(confirm)
    entered = signed_in(client, NEW["email"], GOOD)

    assert entered.headers["Location"] == "/cabinet/"
    assert "Үлгүбаева" in client.get("/cabinet/").content.decode()
    account = Account.objects.get(email="jazgul@example.kg")
    assert account.joined_at
    assert list(Entry.objects.filter(actor_account=account.pk).values_list("act", flat=True)) == [
        "sign_up",
        "log_in",
    ]


@pytest.mark.parametrize(
    ("who", "home"),
    [
        ("citizen", "/cabinet/"),
        ("registrar", "/desk/"),
        ("overseer", "/desk/"),
        ("operator_of_the_system", "/sysadmin/"),
    ],
)
def test_everyone_lands_where_the_work_is(client: Client, town: Town, who: str, home: str) -> None:
    assert signed_in(client, getattr(town, who).email).headers["Location"] == home


def test_an_official_need_not_confirm_the_address_the_administrator_gave(client: Client, town: Town) -> None:
    town.registrar.account.emailaddress_set.all().delete()

    assert signed_in(client, town.registrar.email).headers["Location"] == "/desk/"
    assert not mail.outbox


def test_the_session_is_renewed_at_login_and_over_after_logout(client: Client, town: Town) -> None:
    client.get(LOGIN)
    client.session.save()
    before = client.session.session_key
    signed_in(client, town.citizen.email)
    within = client.session.session_key
    stolen = client.cookies["sessionid"].value

    client.post("/account/logout/")
    client.cookies["sessionid"] = stolen

    assert before != within
    assert client.get("/cabinet/").status_code == 302


def test_a_new_password_through_a_letter(client: Client, town: Town) -> None:
    client.post(RESET, {"email": town.citizen.email})
    form = client.get(link_in(mail.outbox[0]), follow=True)
    place = form.redirect_chain[-1][0]
    assert "set-password" in place  # the secret is no longer in the address

    client.post(place, {"password1": GOOD, "password2": GOOD})

    assert signed_in(client, town.citizen.email).status_code == 422
    assert signed_in(client, town.citizen.email, GOOD).headers["Location"] == "/cabinet/"
    assert mail.outbox[-1].to == [town.citizen.email]
    used = Client().get(link_in(mail.outbox[0]), follow=True)
    assert 'name="password1"' not in used.content.decode()


def test_changing_the_password_ends_other_sessions(town: Town) -> None:
    here, elsewhere = Client(), Client()
    signed_in(here, town.citizen.email)
    signed_in(elsewhere, town.citizen.email)

    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": GOOD, "password2": GOOD})

    assert here.get("/cabinet/").status_code == 200
    assert elsewhere.get("/cabinet/").status_code == 302


def test_a_new_address_is_confirmed_and_the_old_one_told(client: Client, town: Town) -> None:
    signed_in(client, town.citizen.email)
    old = town.citizen.email

    asked = client.post("/account/email/", {"email": "new@example.kg", "action_add": ""})
    assert asked.headers["Location"].startswith("/account/reauthenticate/")  # somebody at an open computer
    client.post(asked.headers["Location"], {"password": PASSWORD})
    assert Account.objects.get(pk=town.citizen.account.pk).email == old
    client.post(link_in(mail.outbox[0]))

    assert Account.objects.get(pk=town.citizen.account.pk).email == "new@example.kg"
    assert [letter.to for letter in mail.outbox] == [["new@example.kg"], [old]]
    assert Entry.objects.filter(act="email_changed", actor_account=town.citizen.account.pk).exists()


@pytest.mark.parametrize("password", ["short", "1234567890", "password123", "jazgul@example.kg"])
def test_a_weak_password_is_refused_and_the_rest_kept(client: Client, town: Town, password: str) -> None:
    page = client.post(SIGNUP, NEW | {"password1": password, "password2": password})

    assert page.status_code == 422
    assert 'value="Үлгүбаева"' in page.content.decode()
    assert not Account.objects.filter(email__startswith="jazgul").exists()


@pytest.mark.parametrize(
    ("path", "sentences"),
    [
        (
            SIGNUP,
            {
                "Электрондук почта дарегиңизди жазыңыз",
                "Сырсөз ойлоп таап, жазыңыз",
                "Ошол эле сырсөздү дагы бир жолу жазыңыз",
            },
        ),
        (LOGIN, {"Электрондук почта дарегиңизди жазыңыз", "Сырсөзүңүздү жазыңыз"}),
        (RESET, {"Электрондук почта дарегиңизди жазыңыз"}),
    ],
)
def test_an_empty_field_says_what_to_write(
    client: Client, town: Town, path: str, sentences: set[str]
) -> None:
    errors = client.post(path, {}).context["form"].errors

    assert {str(sentence) for found in errors.values() for sentence in found} == sentences


def test_more_fields_than_the_form_has_change_nothing(client: Client, town: Town) -> None:
    client.post(SIGNUP, NEW | {"is_staff": "1", "is_superuser": "1", "official": "1", "is_active": "0"})

    account = Account.objects.get(email="jazgul@example.kg")
    assert (account.is_staff, account.is_superuser, account.official, account.is_active) == (
        False,
        False,
        None,
        True,
    )

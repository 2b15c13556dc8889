"""The second step: who must have it, how it is set up by test client, what a stolen password opens without it."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import Fernet
from django.core import mail
from django.test import Client

from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import SignIn
from kairyluu.data.reference.models import Setting
from kairyluu.faces.cabinet.factors.gate import STAFF_PAGES
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.people.reseal import ResealSecrets, reseal_secrets
from kairyluu.wiring.urls import FACES
from tests.cast import NOW, PASSWORD, Town
from tests.faces.cabinet.test_entrance import signed_in
from tests.inspecting import InspectingClient, text_of

INDEX, CONNECT, STEP = "/account/2fa/", "/account/2fa/app/connect/", "/account/2fa/authenticate/"


@pytest.fixture
def required(settings) -> None:
    settings.SECOND_FACTOR_OBEYED = True


def code_of(secret: str, *, steps_ago: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


def proven(client: Client) -> None:
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def connected(client: Client) -> str:
    """Connects an application; gives its secret."""
    proven(client)
    secret = client.get(CONNECT).context["form"].secret
    answer = client.post(CONNECT, {"code": code_of(secret)})
    assert answer.headers["Location"] == "/account/2fa/codes/"
    return secret


def test_the_gate_stands_before_every_face_of_the_staff() -> None:
    open_to_all = {"cabinet", "portal", "api", "mailroom"}

    assert {f"/{prefix}" for prefix, face in FACES if face not in open_to_all} == set(STAFF_PAGES)


@pytest.mark.parametrize("who", ["akim", "executor", "operator", "overseer", "operator_of_the_system"])
def test_who_holds_a_post_sets_it_up_first(town: Town, required: None, who: str) -> None:
    client = Client()
    entered = signed_in(client, getattr(town, who).email)

    stopped = client.get(entered.headers["Location"])
    assert stopped.headers["Location"] == INDEX
    assert client.post("/desk/", {}).headers["Location"] == INDEX
    assert "Кызмат ордуңуз" in text_of(client.get(INDEX).content)
    connected(client)
    assert client.get("/account/2fa/home/", follow=True).status_code == 200


def test_it_is_not_asked_of_citizens_nor_before_its_day_nor_when_switched_off(
    town: Town, required: None
) -> None:
    citizen, registrar = Client(), Client()
    citizen.force_login(town.citizen.account)
    registrar.force_login(town.registrar.account)

    assert citizen.get("/cabinet/").status_code == 200
    assert registrar.get("/desk/inbox/").status_code == 302
    Setting.objects.filter(code="second_factor_required_from").update(value="2999-01-01")
    assert registrar.get("/desk/inbox/").status_code == 200
    Setting.objects.filter(code="second_factor_required_from").update(value="")
    Setting.objects.filter(code="second_factor_required_for_posts").update(value="no")
    assert registrar.get("/desk/inbox/").status_code == 200


def test_a_password_alone_opens_nothing_any_more(town: Town, required: None) -> None:
    owner, thief, before = Client(), InspectingClient(), Client()
    signed_in(owner, town.akim.email)
    signed_in(before, town.akim.email)
    secret = connected(owner)
    assert before.get("/cabinet/").status_code == 302  # who was in before it is out

    assert signed_in(thief, town.akim.email).headers["Location"] == STEP
    assert thief.get("/cabinet/").status_code == 302
    assert thief.get(STEP).status_code == 200
    assert thief.post(STEP, {"code": "000000"}).status_code == 422

    again, code = Client(), code_of(secret)
    signed_in(again, town.akim.email)
    key = again.session.session_key
    assert again.post(STEP, {"code": code}).headers["Location"] == "/desk/"
    assert thief.post(STEP, {"code": code}).status_code == 422, "a code opens once"
    assert again.get("/desk/inbox/").status_code == 200
    assert again.session.session_key != key


@pytest.mark.django_db(transaction=True)  # allauth tells of it after the commit
def test_its_owner_and_the_journal_hear_of_a_new_factor(town: Town) -> None:
    client = Client()
    signed_in(client, town.akim.email)

    connected(client)

    assert ["телефон" in letter.body for letter in mail.outbox] == [True]
    acts = Entry.objects.filter(actor_account=town.akim.account.pk).values_list("act", flat=True)
    assert {"totp_activated", "end_all_sessions", "log_in"} <= set(acts)


def test_recovery_codes_are_shown_once_and_open_once(town: Town) -> None:
    client = InspectingClient()
    signed_in(client, town.registrar.email)
    connected(client)
    shown = re.findall(r"<code>(\d+)</code>", client.get("/account/2fa/codes/").content.decode())
    again = client.get("/account/2fa/codes/")

    assert len(shown) == len(set(shown)) == 10
    assert not re.search(r"<code>\d+</code>", again.content.decode())
    later = Client()
    signed_in(later, town.registrar.email)
    assert later.post(STEP, {"code": shown[0]}).headers["Location"] == "/desk/"
    other = Client()
    signed_in(other, town.registrar.email)
    assert other.post(STEP, {"code": shown[0]}).status_code == 422


def test_seeds_are_sealed_in_the_database(town: Town) -> None:
    client = Client()
    signed_in(client, town.registrar.email)
    secret = connected(client)

    kept = [str(data) for data in Authenticator.objects.values_list("data", flat=True)]

    assert len(kept) == 2
    assert not [data for data in kept if secret in data or "gAAAA" not in data]


def test_secrets_follow_the_newest_seal_key(town: Town, settings) -> None:
    client = Client()
    signed_in(client, town.registrar.email)
    secret = connected(client)
    older = settings.SEAL_KEYS
    newer = [Fernet.generate_key().decode()]
    settings.SEAL_KEYS = newer + older

    assert reseal_secrets(ResealSecrets(), actor=SYSTEM_ACTOR, now=NOW) == 2

    settings.SEAL_KEYS = newer
    later = Client()
    signed_in(later, town.registrar.email)
    assert later.post(STEP, {"code": code_of(secret)}).headers["Location"] == "/desk/"


def test_factors_change_only_after_proof_and_an_official_keeps_one(town: Town, required: None) -> None:
    client = InspectingClient()
    signed_in(client, town.registrar.email)
    assert client.get(CONNECT).headers["Location"].startswith("/account/reauthenticate/")
    connected(client)

    refused = client.post("/account/2fa/app/disconnect/")

    assert refused.status_code == 422
    assert Authenticator.objects.filter(user=town.registrar.account, type="totp").exists()


def test_the_picture_of_the_key_is_of_the_page_that_is_open(town: Town) -> None:
    client = Client()
    signed_in(client, town.registrar.email)
    assert client.get("/account/2fa/app/picture.svg").status_code == 404
    proven(client)
    client.get(CONNECT)

    drawn = client.get("/account/2fa/app/picture.svg")

    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert b"<path" in drawn.content
    assert "no-store" in drawn.headers["Cache-Control"]
    assert Client().get("/account/2fa/app/picture.svg").status_code == 302


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_page_speaks(town: Town, language: str) -> None:
    client = InspectingClient()
    client.cookies["til"] = language
    signed_in(client, town.registrar.email)
    proven(client)
    for path in ("", "app/connect/", "passkeys/add/"):
        assert client.get(INDEX + path).status_code == 200, path
    connected(client)
    for path in ("", "codes/", "codes/new/", "reauthenticate/", "app/disconnect/"):
        assert client.get(INDEX + path).status_code == 200, path
    assert SignIn.objects.filter(account=town.registrar.account).count() == 1

"""Providers of identities, doors of accounts and lists of staff, as the technical operator meets them."""

from __future__ import annotations

import base64
import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account, IdentityProvider
from kairyluu.usecases.people.sealing import unseal
from tests.cast import Town
from tests.faces.cabinet.test_entrance import GOOD, signed_in
from tests.inspecting import InspectingClient, text_of
from tests.usecases.people.test_load_staff import EMAIL, HEAD, row

PROVIDERS = "/sysadmin/people/identityprovider/"
VALUES = {
    "code": "esi",
    "name_ky": "ЕСИ",
    "name_ru": "ЕСИ",
    "name_en": "ESI",
    "address": "https://esia.example/",
    "client_id": "kairyluu",
    "scopes": "openid profile",
    "new_secret": "very-secret",
    "claim_surname": "family_name",
    "claim_personal_number": "person.pin",
    "is_active": "on",
}


@pytest.fixture
def operator(town: Town) -> Client:
    client = Client()
    client.cookies["til"] = "ru"
    client.force_login(town.operator_of_the_system.account)
    return client


def doors(town: Town, who: str = "akim") -> str:
    return f"/sysadmin/people/account/{getattr(town, who).account.pk}/doors/"


def test_a_provider_is_a_row_and_its_secret_is_sealed(town: Town, operator: Client) -> None:
    assert operator.post(f"{PROVIDERS}add/", VALUES).status_code == 302

    provider = IdentityProvider.objects.get()
    assert provider.address == "https://esia.example"
    assert provider.claims == {"surname": "family_name", "personal_number": "person.pin"}
    assert unseal(provider.sealed_secret) == "very-secret"
    assert "very-secret" not in provider.sealed_secret
    page = operator.get(f"{PROVIDERS}{provider.pk}/change/").content.decode()
    assert "very-secret" not in page
    assert provider.sealed_secret not in page
    operator.post(f"{PROVIDERS}{provider.pk}/change/", VALUES | {"new_secret": "", "client_id": "other"})
    provider.refresh_from_db()
    assert (unseal(provider.sealed_secret), provider.client_id) == ("very-secret", "other")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("address", "http://esia.example"),
        ("address", "https://user:pass@esia.example"),
        ("address", "ftp://esia.example"),
        ("scopes", "profile"),
    ],
)
def test_a_provider_that_cannot_be_trusted_is_not_saved(
    town: Town, operator: Client, field: str, value: str
) -> None:
    assert operator.post(f"{PROVIDERS}add/", VALUES | {field: value}).status_code == 200
    assert not IdentityProvider.objects.exists()


def test_the_map_is_tried_on_a_pasted_token(town: Town, operator: Client) -> None:
    operator.post(f"{PROVIDERS}add/", VALUES)
    address = f"{PROVIDERS}{IdentityProvider.objects.get().pk}/preview/"
    claims = {"sub": "1", "family_name": "<b>Үлгүбаева</b>", "person": {"pin": "123"}, "inn": "7"}
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")

    for sample in (json.dumps(claims), f"e30.{body}.x"):
        page = text_of(operator.post(address, {"sample": sample}).content)
        assert "<b>Үлгүбаева</b>" in page
        assert "пришло, но не читается" in page
        assert "inn" in page
    for wrong in ("x", "[1]", "a.b.c", "[" * 10_000):
        assert "Это не токен" in text_of(operator.post(address, {"sample": wrong}).content)


def test_signing_out_by_force_holds_at_once(town: Town, operator: Client) -> None:
    akim = Client()
    signed_in(akim, town.akim.email)

    operator.post(doors(town), {"do": "sign_out", "because": "ноутбук уурдалды"})

    assert akim.get("/desk/inbox/").status_code == 302
    assert Entry.objects.get(act="force_sign_out").reason == "ноутбук уурдалды"


def test_a_locked_door_is_opened_by_the_administrator(town: Town, operator: Client) -> None:
    for _ in range(5):
        signed_in(Client(REMOTE_ADDR="10.1.1.1"), town.akim.email, "wrong-password")
    assert signed_in(Client(REMOTE_ADDR="10.2.2.2"), town.akim.email).status_code == 422

    operator.post(doors(town), {"do": "open"})

    assert signed_in(Client(REMOTE_ADDR="10.2.2.2"), town.akim.email).headers["Location"] == "/desk/"
    assert Entry.objects.filter(act="open_door").count() == 1


def test_lost_factors_are_taken_away_but_never_ones_own(town: Town, operator: Client) -> None:
    for who in ("akim", "operator_of_the_system"):
        Authenticator.objects.create(user=getattr(town, who).account, type="totp", data={"secret": "x"})
        operator.post(doors(town, who), {"do": "factors", "because": "телефон жоголду"})

    assert [one.user for one in Authenticator.objects.all()] == [town.operator_of_the_system.account]
    assert Entry.objects.filter(act="take_factors_away").count() == 1


@pytest.mark.parametrize("who", ["akim", "body_admin", "citizen"])
def test_nobody_else_keeps_doors(town: Town, who: str) -> None:
    client = Client()
    client.force_login(getattr(town, who).account)

    for path in (doors(town, "registrar"), f"{PROVIDERS}add/", "/sysadmin/people/account/staff/"):
        assert client.post(path, {"do": "sign_out"} | VALUES).status_code == 302
    assert not Entry.objects.filter(act="force_sign_out").exists()
    assert not IdentityProvider.objects.exists()


def test_a_list_is_tried_then_loaded_and_its_people_invited(
    town: Town, operator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "/sysadmin/people/account/staff/"
    file = SimpleUploadedFile("staff.csv", (HEAD + row(town) + row(town, "bad")).encode())
    tried = operator.post(page, {"file": file})
    assert "новый человек" in text_of(tried.content)
    assert "это не адрес электронной почты" in text_of(tried.content)
    assert not Account.objects.filter(email=EMAIL).exists()

    operator.post(page, {"confirmed": "1", "content": tried.context["content"]})
    account = Account.objects.get(email=EMAIL)
    operator.post(f"/sysadmin/people/account/{account.pk}/doors/", {"do": "invite"})

    letter = mail.outbox[0]
    assert letter.to == [EMAIL]
    link = re.search(r"http://testserver(/account/invited/\S+)", letter.body)[1]
    invited = InspectingClient()
    asked = invited.get(link, follow=True)
    assert asked.redirect_chain[-1][0] == "/account/invited/"  # the secret is no longer in the address
    assert invited.post("/account/invited/", {"password1": "1", "password2": "1"}).status_code == 422
    assert invited.post("/account/invited/", {"password1": GOOD, "password2": GOOD}).status_code == 302
    assert signed_in(invited, EMAIL, GOOD).headers["Location"] == "/desk/"
    assert InspectingClient().get(link, follow=True).status_code == 404


@pytest.mark.parametrize("content", ["!!", base64.b64encode(b"x").decode()])
def test_a_spoilt_confirmation_loads_nothing(town: Town, operator: Client, content: str) -> None:
    page = operator.post("/sysadmin/people/account/staff/", {"confirmed": "1", "content": content})

    assert page.status_code == 200
    assert not Entry.objects.filter(act="load_staff").exists()

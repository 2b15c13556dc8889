"""Signing in through a provider of identities: a real one on loopback, and everything it may lie about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.core import mail
from django.test import Client

from kairyluu.data.appeals.models import Applicant
from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account, Identity, IdentityProvider
from kairyluu.faces.portal.gate import actor_at
from kairyluu.usecases.people.sealing import seal
from tests.cast import NOW, PASSWORD, Town
from tests.faces.cabinet.test_entrance import signed_in
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

START, BACK = "/account/with/esi/", "/account/with/esi/back/"
PERSON = {
    "family_name": "Үлгүбаева",
    "given_name": "Жазгүл",
    "middle_name": "Асановна",
    "pin": "10101199012345",
}


class Stand:
    def __init__(self, address: str) -> None:
        self.address = address

    def told(self, path: str, data: object, method: str = "POST") -> None:
        request = urllib.request.Request(
            self.address + path,
            json.dumps(data).encode(),
            {"Content-Type": "application/json"},
            method=method,
        )
        urllib.request.urlopen(request, timeout=60).close()

    def knows(self, sub: str, **claims: object) -> None:
        self.told(f"/users/{sub}", claims, "PUT")

    def answer(self, page: str, **form: str) -> str:
        """What the person presses at the provider's page; the path and query it sends the browser back to."""
        opener = urllib.request.build_opener(_Stay)
        try:
            opener.open(page, urlencode(form).encode(), timeout=60).close()
        except HTTPError as answer:
            back = urlsplit(answer.headers["Location"])
            answer.close()
            return f"{back.path}?{back.query}"
        raise AssertionError("the provider sends nobody back")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


@pytest.fixture(scope="session")
def standing() -> Iterator[Stand]:
    program = Path(__file__).parents[2] / "gateways" / "identity_provider.py"
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"},
    )
    assert process.stdin
    assert process.stdout
    yield Stand(f"http://127.0.0.1:{process.stdout.readline().strip()}")
    process.stdin.close()
    process.terminate()
    process.wait()
    process.stdout.close()


@pytest.fixture
def stand(standing: Stand) -> Stand:
    standing.told("/lie", {})
    return standing


@pytest.fixture
def esi(town: Town, stand: Stand) -> IdentityProvider:
    return _provider(stand, "esi")


def _provider(stand: Stand, code: str, **more: object) -> IdentityProvider:
    return IdentityProvider.objects.create(
        code=code,
        **{f"name_{language}": "ЕСИ" for language in ("ky", "ru", "en")},
        address=stand.address,
        client_id="kairyluu",
        sealed_secret=seal("provider-secret"),
        is_active=True,
        **more,
    )


def through(client: Client, stand: Stand, sub: str, start: str = START):
    page = client.get(start)
    return client.get(stand.answer(page.headers["Location"], sub=sub))


def said(client: Client) -> str:
    return text_of(InspectingClient.get(client, "/account/login/").content)


def test_a_citizen_comes_in_and_needs_no_password(town: Town, stand: Stand, esi: IdentityProvider) -> None:
    stand.knows("kg-1", **PERSON, email="jazgul@example.kg", email_verified=True)
    client = InspectingClient()
    assert "ЕСИ" in text_of(client.get("/account/login/").content)

    entered = through(client, stand, "kg-1", f"{START}?next=/cabinet/profile/")

    assert entered.headers["Location"] == "/cabinet/profile/"
    account = Account.objects.get(email="jazgul@example.kg")
    assert (account.surname, account.given_name, account.has_usable_password()) == (
        "Үлгүбаева",
        "Жазгүл",
        False,
    )
    assert Identity.objects.get(account=account).personal_number == "10101199012345"
    acts = list(Entry.objects.filter(actor_account=account.pk).order_by("id").values_list("act", flat=True))
    assert acts == ["sign_up", "sign_in_by_identity", "log_in"]
    assert "10101199012345" not in str(list(Entry.objects.values("facts")))
    client.post("/account/logout/")
    through(client, stand, "kg-1")
    assert Identity.objects.get().account == account
    assert client.get("/cabinet/").status_code == 200


def test_what_is_asked_of_the_provider(town: Town, stand: Stand, esi: IdentityProvider, settings) -> None:
    settings.BASE_URL = "https://kairyluu.example"
    page = Client(HTTP_HOST="localhost").get(START).headers["Location"]

    asked = {name: values[0] for name, values in parse_qs(urlsplit(page).query).items()}

    assert asked["redirect_uri"] == f"https://kairyluu.example{BACK}"  # never by the host of the request
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert "provider-secret" not in page


@pytest.mark.parametrize(
    ("lie", "why"),
    [
        ("issuer", "proves nothing: issuer"),
        ("audience", "proves nothing: audience"),
        ("party", "proves nothing: audience"),
        ("expired", "proves nothing: expired"),
        ("nonce", "proves nothing: nonce"),
        ("unsigned", "proves nothing: signature"),
        ("key", "proves nothing: signature"),
        ("subject", "proves nothing: subject"),
        ("elsewhere", "HTTP 302"),
        ("huge", "an answer too large"),
    ],
)
def test_a_provider_that_lies_opens_nothing(
    town: Town, stand: Stand, esi: IdentityProvider, caplog: pytest.LogCaptureFixture, lie: str, why: str
) -> None:
    stand.knows("kg-2", **PERSON)
    stand.told("/lie", {"lie": lie})
    client = Client()

    assert through(client, stand, "kg-2").headers["Location"] == "/account/login/"

    assert why in caplog.text
    assert client.get("/cabinet/").status_code == 302
    assert not Identity.objects.exists()


def test_a_return_counts_once_and_only_in_the_browser_that_began(
    town: Town, stand: Stand, esi: IdentityProvider
) -> None:
    stand.knows("kg-3", **PERSON)
    client, other = Client(), Client()
    back = stand.answer(client.get(START).headers["Location"], sub="kg-3")
    other.get(START)

    assert other.get(back).headers["Location"] == "/account/login/"  # forced on somebody else
    assert client.get(back.replace("state=", "state=x")).headers["Location"] == "/account/login/"
    assert client.get(back).headers["Location"] == "/account/login/"  # spent by the attempt before
    assert not Identity.objects.exists()
    entered = through(client, stand, "kg-3")
    client.post("/account/logout/")
    assert client.get(back).headers["Location"] == "/account/login/"
    assert entered.headers["Location"] == "/cabinet/"


def test_who_stops_midway_is_told_so(town: Town, stand: Stand, esi: IdentityProvider) -> None:
    client = InspectingClient()
    page = client.get(START).headers["Location"]
    back = stand.answer(page, action="deny")
    state = parse_qs(urlsplit(page).query)["state"][0]

    client.get(back if "state=" in back else f"{BACK}?error=access_denied&state={state}")

    assert "Аягына чыкпай токтоттуңуз" in said(client)


@pytest.mark.parametrize("is_verified", [False, None])
def test_an_address_nobody_verified_links_to_nothing(
    town: Town, stand: Stand, esi: IdentityProvider, is_verified: bool | None
) -> None:
    more = {} if is_verified is None else {"email_verified": is_verified}
    stand.knows("kg-4", **PERSON, email=town.citizen.email, **more)
    client = Client()

    through(client, stand, "kg-4")

    account = Identity.objects.get().account
    assert account.pk != town.citizen.account.pk
    assert account.address == ""
    assert ".invalid" not in client.get("/cabinet/profile/").content.decode()
    assert not mail.outbox


def test_a_known_address_is_connected_by_its_owner_only(
    town: Town, stand: Stand, esi: IdentityProvider
) -> None:
    stand.knows("kg-5", **PERSON, email=town.citizen.email, email_verified=True)
    client = InspectingClient()
    through(client, stand, "kg-5")
    assert "кабинет мурда эле бар" in said(client)
    signed_in(client, town.citizen.email)
    asked = client.get("/account/with/esi/connect/")
    assert asked.headers["Location"].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    through(client, stand, "kg-5", "/account/with/esi/connect/")

    assert Identity.objects.get().account == town.citizen.account
    assert "Үлгүбаева Жазгүл" in text_of(client.get("/cabinet/identities/").content)
    client.post("/account/logout/")
    assert through(client, stand, "kg-5").headers["Location"] == "/cabinet/"
    client.post("/cabinet/identities/", {"provider": "esi"})
    assert not Identity.objects.exists()


def test_no_official_comes_in_as_a_citizen(town: Town, stand: Stand, esi: IdentityProvider) -> None:
    stand.knows("kg-6", **PERSON)
    client = Client()
    signed_in(client, town.akim.email)
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    through(client, stand, "kg-6", "/account/with/esi/connect/")

    assert not Identity.objects.exists()


@pytest.mark.parametrize(
    ("who", "comes_in"),
    [
        ("registrar", True),
        ("akim", True),
        ("foreign_registrar", False),
        ("overseer", False),
        ("operator_of_the_system", False),
        ("citizen", False),
    ],
)
def test_a_bodys_provider_opens_for_its_listed_staff_only(
    town: Town, stand: Stand, who: str, comes_in: bool
) -> None:
    _provider(stand, "alai", body=town.body)
    member = getattr(town, who)
    stand.knows(f"alai-{who}", email=member.email, email_verified=True)
    client = Client()

    through(client, stand, f"alai-{who}", "/account/with/alai/")

    assert (client.session.get("_auth_user_id") == str(member.account.pk)) is comes_in
    assert Identity.objects.exists() is comes_in
    assert "Алай" in text_of(InspectingClient().get("/account/bodies/").content)
    if comes_in:
        assert client.get("/desk/", follow=True).status_code == 200


def test_a_bodys_provider_needs_a_verified_address_and_the_same_person(town: Town, stand: Stand) -> None:
    _provider(stand, "alai", body=town.body)
    stand.knows("alai-x", email=town.registrar.email)
    through(client := Client(), stand, "alai-x", "/account/with/alai/")
    assert "_auth_user_id" not in client.session
    stand.knows("alai-1", email=town.registrar.email, email_verified=True)
    stand.knows("alai-2", email=town.registrar.email, email_verified=True)

    through(Client(), stand, "alai-1", "/account/with/alai/")
    through(second := Client(), stand, "alai-2", "/account/with/alai/")

    assert "_auth_user_id" not in second.session
    assert Identity.objects.get().subject == "alai-1"


def test_a_provider_that_is_away_or_off_leaves_the_other_ways(town: Town, esi: IdentityProvider) -> None:
    client = InspectingClient()
    IdentityProvider.objects.update(address="http://127.0.0.1:1")
    assert client.get(START).headers["Location"] == "/account/login/"
    assert "азыр жооп бербейт" in said(client)
    IdentityProvider.objects.update(is_active=False)
    assert client.get(START).headers["Location"] == "/account/login/"
    assert "ЕСИ" not in said(client)


@pytest.mark.parametrize(("given_name", "mark"), [("Жазгүл", "esi"), ("Башка", "")])
def test_an_appeal_in_the_confirmed_name_is_marked_so(
    town: Town, stand: Stand, esi: IdentityProvider, given_name: str, mark: str
) -> None:
    stand.knows("kg-7", **PERSON)
    client = Client()
    through(client, stand, "kg-7")
    actor = actor_at(client.get("/cabinet/").wsgi_request, NOW.date())
    assert actor.proven_by == "esi"
    sender = replace(appeals.SENDER, surname="Үлгүбаева", given_name=given_name, personal_number="")

    appeal = appeals.received(town, actor=actor, applicant=sender)

    assert Applicant.objects.get(appeal=appeal).vouched_by == mark
    desk = InspectingClient()
    desk.force_login(town.registrar.account)
    shown = text_of(desk.get(f"/desk/appeals/{appeal.pk}/").content)
    assert ("Ким экени ырасталган" in shown) is bool(mark)


def test_a_password_later_confirms_nothing(town: Town, stand: Stand, esi: IdentityProvider) -> None:
    client = Client()
    signed_in(client, town.citizen.email)

    assert actor_at(client.get("/cabinet/").wsgi_request, NOW.date()).proven_by == ""

"""Where I am signed in, and how a door is locked and opened again."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import SignIn
from kairyluu.faces.cabinet.sessions.reading import browser_of, device_of, shortened
from tests.cast import NOW, PASSWORD, Town
from tests.faces.cabinet.test_entrance import GOOD, signed_in
from tests.inspecting import InspectingClient, text_of

PAGE = "/cabinet/sessions/"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("203.0.113.77", "203.0.113.0"),
        ("2001:db8:1:2:3::4", "2001:db8:1::"),
        ("::ffff:203.0.113.77", "203.0.113.0"),
        ("not an address", ""),
    ],
)
def test_an_address_is_shortened(given: str, kept: str) -> None:
    assert shortened(given) == kept


@pytest.mark.parametrize(
    ("agent", "seen"),
    [
        (PHONE, ("Chrome", "Android")),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537.36 Edg/130", ("Edge", "Windows")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17) Version/17 Mobile Safari/604", ("Safari", "iPhone")),
        ("<script>alert(1)</script>", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_browser_is_known_by_its_name(agent: str, seen: tuple[str, str]) -> None:
    assert (browser_of(agent), device_of(agent)) == seen


def test_sessions_are_listed_and_one_is_ended(town: Town) -> None:
    here, phone = InspectingClient(), Client(HTTP_USER_AGENT=PHONE, REMOTE_ADDR="203.0.113.77")
    signed_in(here, town.citizen.email)
    signed_in(phone, town.citizen.email)
    page = here.get(PAGE)
    other = next(one["row"] for one in page.context["sessions"] if not one["is_own"])

    assert "Android, Chrome" in text_of(page.content)
    assert "203.0.113.0" in text_of(page.content)
    here.post(PAGE, {"session": str(other.key)})

    assert phone.get("/cabinet/").status_code == 302
    assert here.get("/cabinet/").status_code == 200
    assert Entry.objects.filter(act="end_session").count() == 1
    assert not SignIn.objects.filter(address="203.0.113.77").exists()


def test_nobody_ends_another_persons_session(town: Town) -> None:
    victim, other = Client(), Client()
    signed_in(victim, town.citizen.email)
    signed_in(other, town.stranger.email)
    row = SignIn.objects.get(account=town.citizen.account)

    other.post(PAGE, {"session": str(row.key)})

    assert victim.get("/cabinet/").status_code == 200


def test_all_others_are_ended_also_those_no_list_shows(town: Town) -> None:
    here, unlisted = Client(), Client()
    unlisted.force_login(town.citizen.account)
    signed_in(here, town.citizen.email)
    key = here.session.session_key

    here.post(PAGE, {"do": "others"})

    assert unlisted.get("/cabinet/").status_code == 302
    assert here.get("/cabinet/").status_code == 200
    assert here.session.session_key != key
    assert not Session.objects.filter(session_key=key).exists()
    assert [one["is_own"] for one in here.get(PAGE).context["sessions"]] == [True]


def test_a_new_password_empties_the_list_but_for_this_session(town: Town) -> None:
    here, phone = Client(), Client()
    signed_in(phone, town.citizen.email)
    signed_in(here, town.citizen.email)

    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": GOOD, "password2": GOOD})

    assert phone.get("/cabinet/").status_code == 302
    assert [one["is_own"] for one in here.get(PAGE).context["sessions"]] == [True]


def test_reading_writes_at_most_every_ten_minutes(town: Town, monkeypatch) -> None:
    client = Client()
    signed_in(client, town.citizen.email)
    row = SignIn.objects.get(account=town.citizen.account)
    client.get("/cabinet/")
    assert SignIn.objects.get(pk=row.pk).seen_at == row.seen_at
    session = client.session
    session["sign_in"] = session["sign_in"] | {"seen": 0}
    session.save()

    client.get("/cabinet/")

    assert SignIn.objects.get(pk=row.pk).seen_at > row.seen_at


def test_a_locked_door_tells_what_to_do_and_the_journal_hears_of_it_once(town: Town) -> None:
    for _ in range(5):
        signed_in(Client(REMOTE_ADDR="10.1.1.1"), town.akim.email, "wrong-password")

    refused = signed_in(InspectingClient(REMOTE_ADDR="10.2.2.2"), town.akim.email)

    assert refused.status_code == 422
    assert "мүнөт күтүңүз" in text_of(refused.content)
    assert (
        signed_in(Client(HTTP_HOST="localhost"), town.akim.email).status_code == 422
    )  # by every name of the site
    assert Entry.objects.filter(act="sign_in_locked", actor_account=town.akim.account.pk).count() == 1


def test_ended_sessions_leave_the_list(town: Town) -> None:
    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.people.tidy import TidyDoor, tidy_door

    client = Client()
    signed_in(client, town.citizen.email)
    client.post("/account/logout/")

    tidy_door(TidyDoor(), actor=SYSTEM_ACTOR, now=NOW)

    assert not SignIn.objects.exists()

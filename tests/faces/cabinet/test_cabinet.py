"""The rooms: my appeals, my drafts, my data; nobody else's."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal, Draft
from kairyluu.queries.cabinet import PER_PAGE
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.adopt_appeal import TRIES
from kairyluu.usecases.people.save_draft import SaveDraft, save_draft
from tests.cast import NOW, Town
from tests.inspecting import InspectingClient
from tests.usecases.people.test_adopt_appeal import sent_by

DRAFT = UUID("0c0b1c70-1111-4222-8333-444455556666")
ROOMS = ["/cabinet/", "/cabinet/appeals/", "/cabinet/adopt/", "/cabinet/profile/"]


def kept_draft(town: Town, key: UUID = DRAFT) -> None:
    fields = {"subject": "Көпүрө <b>бузулган</b>", "body": town.body.code}
    save_draft(SaveDraft(submission_key=key, fields=fields), actor=town.citizen.actor, now=NOW)


def inside(account, language: str = "ky") -> InspectingClient:
    client = InspectingClient()
    client.cookies["til"] = language
    client.force_login(account)
    return client


def page(client: InspectingClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("room", [*ROOMS, f"/cabinet/drafts/{DRAFT}/delete/"])
def test_a_visitor_is_asked_to_sign_in_and_nothing_is_kept_in_caches(town: Town, room: str) -> None:
    kept_draft(town)

    assert Client().get(room).headers["Location"] == f"/account/login/?next={room}"
    answer = inside(town.citizen.account).get(room)
    assert (answer.status_code, "no-store" in answer.headers["Cache-Control"]) == (200, True)


def test_my_appeals_and_drafts_are_here_and_only_mine(town: Town) -> None:
    mine = sent_by(town.citizen.actor, town)
    theirs = sent_by(town.stranger.actor, town)
    kept_draft(town)

    home = page(inside(town.citizen.account), "/cabinet/")

    assert mine.tracking_number in home
    assert theirs.tracking_number not in home
    assert f"/track/{mine.tracking_number}/" in home
    assert f"/submit/?draft={DRAFT}" in home
    assert "Көпүрө &lt;b&gt;бузулган&lt;/b&gt;" in home
    assert str(DRAFT) not in page(inside(town.stranger.account), "/cabinet/")


def test_many_appeals_come_in_pages_with_a_fixed_number_of_queries(
    town: Town, django_assert_max_num_queries
) -> None:
    for _ in range(PER_PAGE + 1):
        sent_by(town.citizen.actor, town)
    client = inside(town.citizen.account)

    with django_assert_max_num_queries(10):
        first = page(client, "/cabinet/appeals/")
    second = page(client, "/cabinet/appeals/?page=2")

    assert first.count("/track/26-") == PER_PAGE
    assert second.count("/track/26-") == 1
    assert page(client, "/cabinet/appeals/?page=99999").count("/track/26-") == 1
    assert page(client, "/cabinet/appeals/?page=x'--").count("/track/26-") == PER_PAGE


def test_an_earlier_appeal_is_added_by_number_and_secret(town: Town) -> None:
    sent = sent_by(Actor(), town)
    client = inside(town.citizen.account)

    added = client.post("/cabinet/adopt/", {"number": sent.tracking_number, "secret": sent.secret})

    assert added.headers["Location"] == f"/track/{sent.tracking_number}/"
    assert sent.tracking_number in page(client, "/cabinet/")


def test_guessing_numbers_and_secrets_learns_nothing_and_is_stopped(town: Town) -> None:
    sent = sent_by(Actor(), town)
    client = inside(town.citizen.account)
    guesses = [(sent.tracking_number, "1111 1111 1111"), ("26-111-111-1", sent.secret)]

    answers = [client.post("/cabinet/adopt/", {"number": n, "secret": s}) for n, s in guesses]
    for n in range(TRIES):
        last = client.post("/cabinet/adopt/", {"number": f"26-222-22{n}-1", "secret": sent.secret})

    assert [a.status_code for a in answers] == [422, 422]
    wrong, unknown, stopped = (list(a.context["form"].non_field_errors()) for a in (*answers, last))
    assert wrong == unknown
    assert stopped != wrong


def test_a_draft_is_deleted_by_its_owner_after_a_question(town: Town) -> None:
    kept_draft(town)
    place = f"/cabinet/drafts/{DRAFT}/delete/"

    assert inside(town.stranger.account).get(place).status_code == 404
    assert inside(town.stranger.account).post(place).status_code == 404
    assert inside(town.citizen.account).get(place).status_code == 200
    assert Draft.objects.count() == 1

    assert inside(town.citizen.account).post(place).headers["Location"] == "/cabinet/"
    assert not Draft.objects.exists()


def test_my_data_are_saved_and_a_wrong_telephone_keeps_what_was_typed(town: Town) -> None:
    client = inside(town.citizen.account)
    typed = {"surname": "Үлгүбаева", "given_name": "Жазгүл", "phone": "12", "language": "ru"}

    wrong = client.post("/cabinet/profile/", typed)
    assert wrong.status_code == 422
    assert 'value="Жазгүл"' in wrong.content.decode()

    client.post("/cabinet/profile/", typed | {"phone": "0555 11 22 33", "is_staff": "1", "official": "1"})

    town.citizen.account.refresh_from_db()
    account = town.citizen.account
    assert (account.given_name, account.phone, account.language) == ("Жазгүл", "+996555112233", "ru")
    assert not account.is_staff
    assert account.official is None


@pytest.mark.parametrize("value", ["а" * 500, "<script>", "\x00", "\u202eэрбас", "😀", "' OR 1=1--"])
def test_whatever_is_typed_is_an_error_or_comes_back_exactly(town: Town, value: str) -> None:
    client = inside(town.citizen.account)

    answer = client.post("/cabinet/profile/", {"surname": value, "given_name": "Айгүл", "language": "ky"})

    assert answer.status_code in (302, 422)
    assert "<script>" not in page(client, "/cabinet/")


@pytest.mark.parametrize(
    ("language", "heading"), [("ky", "Жеке кабинет"), ("ru", "Личный кабинет"), ("en", "My cabinet")]
)
def test_the_cabinet_speaks_three_languages(town: Town, language: str, heading: str) -> None:
    sent_by(town.citizen.actor, town)
    home = page(inside(town.citizen.account, language), "/cabinet/")

    assert f"<h1>{heading}</h1>" in home
    assert f"<title>{heading}" in home
    assert f'lang="{language}"' in home
    assert Appeal.objects.get().tracking_number in home

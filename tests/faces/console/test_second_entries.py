"""The screen of what does not get through, for who looks after it."""

from __future__ import annotations

import pytest
from django.test import Client

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.rules.exchange import second_entries as second
from tests.cast import NOW, Member, Town
from tests.factories import exchange
from tests.inspecting import InspectingClient, text_of

PAGE = "/console/second-entries/"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def row(town: Town) -> SecondEntry:
    exchange.system(town)
    row = exchange.waiting(town)
    SecondEntry.objects.update(state=second.DEAD, next_try_at=None, last_error="http_400", attempts=3)
    return row


def signed_in(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


@pytest.mark.parametrize("who", ["registrar", "akim", "body_admin"])
def test_what_was_given_up_is_listed_with_the_reason_and_sent_again(
    town: Town, row: SecondEntry, who: str
) -> None:
    client = signed_in(getattr(town, who))

    page = text_of(client.get(PAGE).content)
    assert row.appeal.number in page
    assert "Тутумдун жообу: http_400" in page
    assert row.appeal.text not in page

    done = client.post(f"{PAGE}{row.pk}/", {"do": "again"}, follow=True)
    assert "Кайра жөнөтүлүп жатат" in text_of(done.content)
    assert SecondEntry.objects.get().state == second.WAITING


def test_a_number_read_there_is_written_down_by_the_registrar_only(town: Town, row: SecondEntry) -> None:
    sent = {"do": "number", "number": "Э-9", "on": "2026-03-10"}
    assert signed_in(town.body_admin).post(f"{PAGE}{row.pk}/", sent).status_code == 404

    client = signed_in(town.registrar)
    told = client.post(f"{PAGE}{row.pk}/", sent | {"on": "2026-99-10"}, follow=True)
    assert "Номерди жана датаны" in text_of(told.content)
    page = client.post(f"{PAGE}{row.pk}/", sent, follow=True)

    assert "Э-9" in text_of(page.content)
    assert f'href="{PAGE}"' in client.get("/desk/register-book/").content.decode()
    case = text_of(client.get(f"/desk/appeals/{row.appeal_id}/").content)
    assert "Документ жүгүртүү тутумунда катталды: № Э-9, 10.03.2026" in case
    assert "Документ жүгүртүү Э-9, 10.03.2026" in case


@pytest.mark.parametrize("who", ["executor", "foreign_head", "foreign_registrar", "citizen", "overseer"])
def test_for_others_there_is_no_such_page(town: Town, row: SecondEntry, who: str) -> None:
    client = signed_in(getattr(town, who))

    assert client.get(PAGE).status_code == 404
    assert client.post(f"{PAGE}{row.pk}/", {"do": "again"}).status_code == 404


def test_without_a_system_there_is_nothing_to_look_after(town: Town) -> None:
    assert signed_in(town.registrar).get(PAGE).status_code == 404

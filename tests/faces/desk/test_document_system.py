"""The desk's page of the document system: what waits for whom, why, and the act that goes on from there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from kairyluu.data.exchange.models import Difference, IncomingMessage, LaterMessage, SecondEntry
from kairyluu.faces.desk.templatetags.exchange import exchange_fault
from kairyluu.queries.exchange.documents import count_stuck, list_come
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from tests.cast import NOW, Member, Town
from tests.factories import appeals, exchange
from tests.inspecting import InspectingClient, text_of

PAGE = "/desk/document-system/"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def at_desk(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def given_up(town: Town) -> tuple[LaterMessage, SecondEntry]:
    """A resolution that did not get through, of a registration that did."""
    exchange.system(town, "files", "")
    appeal = appeals.assigned(town)
    row = SecondEntry.objects.get(appeal=appeal)
    SecondEntry.objects.update(
        state=known.REGISTERED, number="Э-1", registered_on=NOW.date(), next_try_at=None
    )
    LaterMessage.objects.update(state=known.DEAD, last_error="http_400", attempts=3, next_try_at=None)
    return LaterMessage.objects.get(), row


def test_what_waits_for_a_person_is_listed_with_its_reason_and_goes_on_from_there(town: Town) -> None:
    later, row = given_up(town)
    state = {"kind": "resolution", "about": str(row.pk), "resolution": {"text": "x", "executors": []}}
    exchange.came(row.system, state)
    client = at_desk(town.registrar)

    page = text_of(client.get(PAGE).content)
    assert f"Резолюция: {row.appeal.number}" in page
    assert "Тутум билдирүүбүздү кабыл алган жок (http_400)" in page
    assert "Муну кимдин атынан аткаруу көрсөтүлгөн эмес" in page
    assert row.appeal.text not in page
    assert "дал келет" not in page  # nothing was compared yet

    sent = {"which": "later", "id": str(later.pk), "do": "again"}
    assert "Кайра жөнөтүлүп жатат" in text_of(client.post(f"{PAGE}act/", sent, follow=True).content)
    came = IncomingMessage.objects.get()
    client.post(f"{PAGE}act/", {"which": "incoming", "id": str(came.pk), "do": "again"})
    later.refresh_from_db()
    came.refresh_from_db()
    assert (later.state, came.state) == (known.WAITING, known.WAITING)


def test_a_difference_stands_beside_its_cure(town: Town) -> None:
    _later, row = given_up(town)
    SecondEntry.objects.update(state=known.DEAD, number="", registered_on=None)
    compare_registers(CompareRegisters(), actor=SYSTEM_ACTOR, now=NOW)
    found = Difference.objects.get()
    client = at_desk(town.akim)

    assert "Ал жакта каттоо токтотулду" in text_of(client.get(PAGE).content)
    client.post(f"{PAGE}act/", {"do": "cure", "id": str(found.pk)})
    client.post(f"{PAGE}act/", {"do": "compare"})

    row.refresh_from_db()
    assert row.state == known.WAITING
    assert not Difference.objects.filter(gone_on=None).exists()


def test_what_came_of_a_complaint_about_the_reader_is_neither_listed_nor_counted(town: Town) -> None:
    exchange.system(town, "files", "")
    assert town.registrar.official is not None
    row = exchange.waiting(town, concern="official", about_official=town.registrar.official.code)
    state = {"kind": "resolution", "about": str(row.pk), "resolution": {"text": "x", "executors": []}}
    exchange.came(row.system, state)
    IncomingMessage.objects.update(second=row, state=known.DEAD)

    for who, n_known in ((town.registrar, 0), (town.akim, 1)):
        assert len(list_come(who.actor, row.system)) == count_stuck(who.actor, row.system) == n_known


@pytest.mark.parametrize("who", ["executor", "foreign_registrar", "citizen"])
def test_for_others_there_is_no_such_page(town: Town, who: str) -> None:
    later, _row = given_up(town)
    client = at_desk(getattr(town, who))

    assert client.get(PAGE).status_code == 404
    assert client.post(f"{PAGE}act/", {"which": "later", "id": str(later.pk)}).status_code == 404
    later.refresh_from_db()
    assert later.state == known.DEAD


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "Ещё не отправлено"),
        ("http_503", "Система сама неисправна (http_503)"),
        ("http_403", "Система нас не впускает: позвоните техническому оператору (http_403)"),
        ("http_422", "Система не приняла наше сообщение (http_422)"),
        ("xroad:Server.Other", "X-Road не передал сообщение (xroad:Server.Other)"),
        (
            "message_unreadable:about",
            "В их сообщении есть поле, которое не читается (message_unreadable:about)",
        ),
        ("something_new", "Ответ системы: something_new"),
    ],
)
def test_why_a_message_does_not_get_through_is_said_in_words(code: str, said: str) -> None:
    with translation.override("ru"):
        assert exchange_fault(code) == said

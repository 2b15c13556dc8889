"""The console suggests an urgent class while the call is typed; the operator decides, and the decision is recorded."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import UrgentWord
from tests.cast import NOW, Town
from tests.factories import calls
from tests.factories.reference import add_urgent_words
from tests.inspecting import InspectingClient, text_of

BOMB = {"text": "Алло, мектепке бомба коюшкан, тез келгиле.", "said_name": "on"}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def client(town: Town) -> Client:
    add_urgent_words()
    client = InspectingClient()
    client.force_login(town.operator.account)
    return client


def saved(client: Client, url: str, version: int, **fields: str) -> dict[str, str]:
    sent = fields | {"seen_version": str(version), "save_key": str(uuid4())}
    answer = client.post(url + "autosave/", json.dumps(sent), content_type="application/json")
    return dict(answer.json())


def test_the_saved_text_is_answered_with_the_class_and_the_word(town: Town, client: Client) -> None:
    url = f"/console/calls/{calls.opened(town).pk}/"

    told = saved(client, url, 1, **BOMB)

    assert "Бул шашылышпы? Объекттерге коркунуч" in text_of(told["urgent"].encode())
    assert "Сөз: бомба." in told["urgent"]
    assert "Сөз: бомба." in text_of(client.get(url).content)  # and without a line of script


def test_put_aside_it_is_not_suggested_again(town: Town, client: Client) -> None:
    url = f"/console/calls/{calls.opened(town).pk}/"
    client.post(url, BOMB | {"seen_version": "1", "do": "aside:A"})

    assert "шашылышпы" not in text_of(client.get(url).content)
    facts = Entry.objects.filter(act="decide_suggestion").first().facts
    assert (facts["class"], facts["words"], facts["taken_up"]) == ("A", "бомба", False)


def test_taken_up_it_stays_with_the_call(town: Town, client: Client) -> None:
    call = calls.opened(town)
    url = f"/console/calls/{call.pk}/"

    client.post(url, BOMB | {"seen_version": "1", "do": "urgent:A"})

    call.refresh_from_db()
    assert call.fields["urgent"] == "A"
    assert "Шашылыш: Объекттерге коркунуч" in text_of(client.get(url).content)


def test_what_the_text_does_not_say_cannot_be_decided(town: Town, client: Client) -> None:
    url = f"/console/calls/{calls.opened(town).pk}/"

    answer = client.post(url, {"text": "Суу жок.", "seen_version": "1", "do": "urgent:A"})

    assert answer.status_code == 422
    assert not Entry.objects.filter(act="decide_suggestion").exists()


def test_an_administrators_word_counts_at_once(town: Town, client: Client) -> None:
    UrgentWord.objects.update(is_active=False)
    url = f"/console/calls/{calls.opened(town).pk}/"

    told = saved(client, url, 1, **BOMB)

    assert "бомба" not in told["urgent"]

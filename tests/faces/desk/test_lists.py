"""The lists of the desk as a registrar, an executor and an overseer read them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import NOW, Member, Town
from tests.factories import appeals


def at_desk(member: Member) -> Client:
    client = Client()
    client.force_login(member.account)
    return client


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_inbox_shows_what_waits_for_its_number(town: Town) -> None:
    appeals.received(town)

    page = at_desk(town.registrar).get("/desk/inbox/")

    assert page.status_code == 200
    assert "Айылда таза суу жок" in page.content.decode()

"""How somebody chooses to be told, at the portal, at home and at the desk; and the worker that shows what was pushed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice, Way
from kairyluu.gateways import push
from kairyluu.queries.notices.chosen import Whose
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.notices.tickets import LASTS, read_ticket, ticket_for
from tests.cast import NOW, Town
from tests.faces.portal.test_voice import opened
from tests.factories import appeals
from tests.gateways.web_stand_in import PushStandIn
from tests.inspecting import InspectingClient, text_of


@pytest.fixture(autouse=True)
def _services(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    settings.REACH = {"sms": "log", "messenger": "none"}
    settings.PUSH_KEY = push.new_key()
    settings.TELEGRAM_TOKEN, settings.TELEGRAM_NAME = "42:x", "kairyluu_bot"


def test_the_applicant_chooses_for_one_appeal(town: Town) -> None:
    client, appeal = InspectingClient(), appeals.received(town)
    page = f"{opened(client, appeal)}ways/"
    words = text_of(client.get(page).content)
    assert "ai…@" in words or "…@" in words
    assert appeals.command(town).applicant.email not in words
    assert "https://t.me/kairyluu_bot?start=" in client.get(page).content.decode()

    client.post(page, {"do": "save", "sms": "on"})
    subscription = PushStandIn(address="http://127.0.0.1:9").subscription()
    client.post(page, {"do": "browser", "subscription": json.dumps(subscription)})
    client.post(page, {"do": "browser", "subscription": json.dumps({"endpoint": "https://evil.example"})})

    chosen = set(Way.objects.filter(appeal_id=appeal.pk).values_list("channel", "is_on"))
    assert chosen == {("email", False), ("sms", True), ("push", True)}
    assert "Бул браузерди же чатты кошуу мүмкүн болгон жок." in text_of(client.get(page).content)
    assert "+996" not in str(list(Entry.objects.filter(act="choose_ways").values_list("facts", flat=True)))
    register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)
    told = Notice.objects.filter(code="appeal_registered").values_list("channel", flat=True)
    assert set(told) == {"sms", "push"}

    client.post(page, {"do": "push"})
    assert not Way.objects.filter(channel="push").exists()


def test_strangers_and_confidential_appeals_have_no_such_page(town: Town) -> None:
    appeal = appeals.received(town)

    assert InspectingClient().get(f"/track/{appeal.tracking_number}/ways/")["Location"] == "/track/"


@pytest.mark.parametrize(("who", "page"), [("citizen", "/cabinet/ways/"), ("executor", "/desk/ways/")])
def test_a_person_chooses_about_all_his_own(town: Town, who: str, page: str) -> None:
    client, member = InspectingClient(), getattr(town, who)
    client.force_login(member.account)
    member.account.phone = "+996700000004"
    member.account.save()

    assert client.get(page).status_code == 200
    client.post(page, {"do": "save", "email": "on", "sms": "on"})

    assert list(Way.objects.values_list("account_id", "channel")) == [(member.account.pk, "sms")]
    if who == "executor":
        appeals.assigned(town)
        told = Notice.objects.filter(code="work_assigned").values_list("channel", "address")
        assert set(told) == {("email", member.account.email), ("sms", "+996700000004")}


def test_a_ticket_is_one_persons_and_short_lived(town: Town) -> None:
    whose = Whose(appeal_id=appeals.received(town).pk)
    ticket = ticket_for(whose, now=NOW)

    assert len(ticket) <= 64
    assert read_ticket(ticket, now=NOW) == whose
    assert read_ticket(ticket_for(Whose(account_id=7), now=NOW), now=NOW) == Whose(account_id=7)
    assert read_ticket(ticket, now=NOW + LASTS * 2) is None
    assert read_ticket("B" + ticket[1:], now=NOW) is None
    assert read_ticket("ө", now=NOW) is None


def test_the_worker_may_speak_for_the_whole_site() -> None:
    answer = InspectingClient().get("/push-worker.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert "showNotification" in answer.content.decode()

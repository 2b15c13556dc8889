"""The page on which an official sees and steers where his program is told of events."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kairyluu.data.exchange.models import Delivery, Program, Webhook
from kairyluu.rules.exchange.programs import READ, WEBHOOKS
from kairyluu.usecases.programs.open import OpenProgram, open_program
from tests.cast import NOW, TODAY, Member, Town
from tests.inspecting import InspectingClient, text_of

ADDRESS = "https://edo.example/hook"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def program(town: Town) -> Program:
    command = OpenProgram(
        name="Иш кагаздары",
        body=town.body.code,
        official_id=town.registrar.official.pk,
        scopes=(READ, WEBHOOKS),
        ends_on=TODAY + timedelta(days=90),
    )
    return open_program(command, actor=town.operator_of_the_system.actor, now=NOW)


def at_desk(member: Member) -> InspectingClient:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def test_added_tried_given_up_sent_again_removed(town: Town, program: Program) -> None:
    desk = at_desk(town.registrar)
    page = reverse("desk:program-webhooks", args=[program.pk])
    assert page in desk.get(reverse("desk:programs")).content.decode()
    sent = {"do": "add", "address": ADDRESS, "events": ["appeal.received"]}

    made = desk.post(page, sent)
    assert made.status_code == 200
    assert "whsec_" in made.content.decode()
    assert f'value="{ADDRESS}"' not in made.content.decode(), "the form is empty again"
    assert "whsec_" not in desk.get(page).content.decode()
    hook = Webhook.objects.get()
    Delivery.objects.create(
        webhook=hook, event="appeal.received", happened_at=NOW, state="dead", last_error="http_500"
    )
    assert "http_500" in text_of(desk.get(page).content)
    for do in ("again", "test"):
        assert desk.post(page, {"do": do, "webhook": hook.pk}).status_code == 302
    assert Delivery.objects.filter(state="waiting").count() == 2
    assert "whsec_" in desk.post(page, {"do": "rotate", "webhook": hook.pk}).content.decode()
    desk.post(page, {"do": "end", "webhook": hook.pk})
    assert ADDRESS not in desk.get(page).content.decode()


def test_faults_are_told_and_others_are_kept_out(town: Town, program: Program) -> None:
    page = reverse("desk:program-webhooks", args=[program.pk])
    wrong = at_desk(town.registrar).post(page, {"do": "add", "address": "http://x.example/", "events": []})
    inside = {"do": "add", "address": "https://10.1.2.3/", "events": ["appeal.received"]}

    assert wrong.status_code == 422
    assert at_desk(town.registrar).post(page, inside).status_code == 422
    assert not Webhook.objects.exists()
    assert at_desk(town.akim).get(page).status_code == 404
    assert at_desk(town.registrar).post(page, {"do": "eat", "webhook": "x"}).status_code == 404

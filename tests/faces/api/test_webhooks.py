"""A program subscribes by the API: the secret is shown once, wrong addresses are told why."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F

from kairyluu.data.exchange.models import Delivery, Webhook
from kairyluu.rules.exchange.programs import READ, WEBHOOKS
from tests.cast import Town
from tests.faces.api.test_programs import program_of

SENT = {"address": "https://edo.example/hook", "events": ["appeal.received"]}


def test_subscribed_listed_tried_rotated_ended(town: Town) -> None:
    program = program_of(town, town.registrar, (WEBHOOKS,))
    made = program.send("webhooks", SENT)
    assert (made.status_code, made.json()["secret"][:6]) == (201, "whsec_")
    hook = made.json()["id"]
    listed = program.get("webhooks").json()["items"]
    assert [(one["id"], one["state"]) for one in listed] == [(hook, "working")]
    assert "secret" not in listed[0]

    assert program.send(f"webhooks/{hook}/test", {}).json()["waiting"] == 1
    again = program.send(f"webhooks/{hook}/secret", {}).json()
    assert again["secret"] != made.json()["secret"]
    assert again["older_secret_until"]
    assert program.send(f"webhooks/{hook}", {}, "delete").status_code == 200
    assert program.get("webhooks").json()["items"] == []
    assert program.send(f"webhooks/{hook}/test", {}).status_code == 404
    assert Delivery.objects.get().state == "dropped"


def test_a_repeated_subscription_is_the_same_webhook_for_a_day(
    town: Town,
) -> None:
    program = program_of(town, town.registrar, (WEBHOOKS,))
    key = {"Idempotency-Key": str(uuid4())}
    first = program.send("webhooks", SENT, **key)
    again = program.send("webhooks", SENT, **key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert (first.get("Idempotency-Replayed"), again.get("Idempotency-Replayed")) == (None, "true")
    other = program.send("webhooks", SENT | {"events": ["appeal.answered"]}, **key)
    assert (other.status_code, other.json()["code"]) == (422, "sent_differently")
    assert program.send("webhooks", SENT, **{"Idempotency-Key": "7"}).status_code == 400

    program.send(f"webhooks/{first.json()['id']}/secret", {})
    assert program.send("webhooks", SENT, **key).status_code == 422  # the secret is another one now
    assert program_of(town, town.akim, (WEBHOOKS,)).send("webhooks", SENT, **key).status_code == 201
    assert program.send("webhooks", SENT).status_code == 201
    assert Webhook.objects.count() == 3


def test_a_day_later_the_secret_is_not_told_again(town: Town) -> None:
    program = program_of(town, town.registrar, (WEBHOOKS,))
    key = {"Idempotency-Key": str(uuid4())}
    program.send("webhooks", SENT, **key)
    Webhook.objects.update(made_at=F("made_at") - timedelta(hours=25))
    assert program.send("webhooks", SENT, **key).json()["code"] == "sent_differently"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"address": "http://edo.example/"}, "/address"),
        ({"address": "https://10.0.0.7/"}, "/address"),
        ({"events": ["appeal.eaten"]}, "/events"),
        ({"events": []}, "/events"),
    ],
)
def test_what_does_not_fit_is_told(town: Town, change: dict[str, object], where: str) -> None:
    answer = program_of(town, town.registrar, (WEBHOOKS,)).send("webhooks", SENT | change)

    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [where]
    assert not Webhook.objects.exists()


def test_another_programs_webhook_is_not_there(town: Town) -> None:
    hook = program_of(town, town.registrar, (WEBHOOKS,)).send("webhooks", SENT).json()["id"]

    other = program_of(town, town.akim, (WEBHOOKS,))
    assert other.send(f"webhooks/{hook}/secret", {}).status_code == 404
    assert program_of(town, town.registrar, (READ,)).get("webhooks").status_code == 403

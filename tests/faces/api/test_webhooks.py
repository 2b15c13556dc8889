"""A program subscribes by the API: the secret is shown once, wrong addresses are told why."""

from __future__ import annotations

import pytest

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

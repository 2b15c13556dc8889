"""A program is told of what happens in its body: signed, in order, at least once, and nothing it may not know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks.webhooks import WebhookVerificationError

from kairyluu.data.exchange.models import Delivery, Webhook
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.exchange.programs import READ, WEBHOOKS
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.programs.open import OpenProgram, open_program
from kairyluu.usecases.programs.take import TakeSecret, take_secret
from kairyluu.usecases.webhooks.keeping import Steer, steer
from kairyluu.usecases.webhooks.subscribing import Subscribe, subscribe
from kairyluu.usecases.webhooks.sweep import SweepWebhooks, forget_deliveries, sweep_webhooks
from kairyluu.usecases.webhooks.tell import TellNext, tell_next
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals
from tests.gateways.receiver import Receiver, receiving


@pytest.fixture
def here() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def subscribed(town: Town, here: Receiver, events: tuple[str, ...] = rule.EVENTS) -> tuple[Webhook, str]:
    command = OpenProgram(
        name="Иш кагаздары",
        body=town.body.code,
        official_id=town.registrar.official.pk,
        scopes=(READ, WEBHOOKS),
        ends_on=TODAY + timedelta(days=90),
    )
    program = open_program(command, actor=town.operator_of_the_system.actor, now=NOW)
    take_secret(TakeSecret(program_id=program.pk), actor=town.registrar.actor, now=NOW)
    wanted = Subscribe(program_id=program.pk, address=here.address, events=events)
    made = subscribe(wanted, actor=town.registrar.actor, now=NOW)
    return made.hook, made.secret


def tell(hook: Webhook, now: datetime = NOW) -> list[str]:
    """Until there is nothing more to tell at this moment."""
    done = []
    while (one := tell_next(TellNext(webhook_id=hook.pk), actor=SYSTEM_ACTOR, now=now)) != "nothing":
        done.append(one)
    return done


def said(here: Receiver) -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in here.taken]


def verified(secret: str, taken: tuple[dict[str, str], str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """By the library of the scheme, at the moment of the cast."""
    headers, body = taken
    monkeypatch.setattr(Verifier, "_Webhook__verify_timestamp", lambda self, header: _stamp(header))
    return Verifier(secret).verify(body, headers)


def _stamp(header: str) -> datetime:
    from datetime import UTC

    return datetime.fromtimestamp(float(header), tz=UTC)


def test_signed_thin_and_in_order(town: Town, here: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    hook, secret = subscribed(town, here)
    appeal = appeals.answered(town)
    appeals.received(town, body=town.ministry.code)

    done = tell(hook, NOW + timedelta(days=9))

    assert done == ["sent"] * 4
    events = ["received", "registered", "resolved", "answered"]
    assert [one["type"] for one in said(here)] == [f"appeal.{event}" for event in events]
    sequence = [one["data"]["sequence"] for one in said(here)]
    assert sequence == sorted(sequence)
    first = said(here)[0]
    assert set(first["data"]) == {"body", "sequence", "appeal", "number", "link"}
    assert first["data"]["link"] == f"http://testserver/api/v1/cases/{appeal.pk}"
    assert appeal.subject not in str(here.taken)
    assert verified(secret, here.taken[0], monkeypatch)["type"] == "appeal.received"
    with pytest.raises(WebhookVerificationError):
        verified(rule.written_secret(b"x" * 32), here.taken[0], monkeypatch)


def test_while_one_fails_later_ones_of_its_appeal_wait(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    one = appeals.registered(town)
    other = appeals.received(town)
    here.statuses = [422]

    assert tell(hook) == ["failed", "sent"]
    assert said(here)[1]["data"]["appeal"] == str(other.pk)
    assert tell(hook, NOW + timedelta(minutes=1)) == ["sent", "sent"]
    assert [m["type"] for m in said(here) if m["data"]["appeal"] == str(one.pk)] == [
        *("appeal.received", "appeal.received", "appeal.registered"),
    ]
    first, again = here.taken[0], here.taken[2]
    assert (first[0]["webhook-id"], first[1]) == (again[0]["webhook-id"], again[1])


def test_a_worker_killed_on_the_way_loses_nothing(
    town: Town, here: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, _ = subscribed(town, here)
    appeals.received(town)
    with monkeypatch.context() as killed:
        killed.setattr("kairyluu.usecases.webhooks.tell._settle", lambda *a, **k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tell(hook)

    assert tell(hook) == []
    assert sweep_webhooks(SweepWebhooks(), actor=SYSTEM_ACTOR, now=NOW + timedelta(minutes=2)) == 1
    assert tell(hook, NOW + timedelta(minutes=2)) == ["sent"]
    assert len(here.taken) == 2


def test_a_message_nobody_takes_is_given_up_and_sent_again_by_hand(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    appeals.received(town)
    here.statuses = [422] * 10
    now = NOW
    for _ in range(10):
        assert tell(hook, now) == ["failed"]
        now += timedelta(days=2)
    assert Delivery.objects.get().state == rule.DEAD
    assert tell(hook, now) == []

    steer(Steer(webhook_id=hook.pk, do="again"), actor=town.registrar.actor, now=now)
    assert tell(hook, now) == ["sent"]
    assert forget_deliveries(SweepWebhooks(), actor=SYSTEM_ACTOR, now=now + timedelta(days=40)) == 1


def test_days_of_failures_pause_it_and_tell_the_official(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    appeals.received(town)
    here.statuses = [503] * 2
    assert tell(hook) == ["failed"]
    assert tell(hook) == []  # left in peace for a while
    assert tell(hook, NOW + timedelta(days=4)) == ["failed"]

    hook.refresh_from_db()
    assert hook.paused_at == NOW + timedelta(days=4)
    assert Notice.objects.get(code="webhook_paused").address == town.registrar.email
    appeals.received(town)
    assert tell(hook, NOW + timedelta(days=5)) == []
    steer(Steer(webhook_id=hook.pk, do="resume"), actor=town.registrar.actor, now=NOW + timedelta(days=5))
    assert tell(hook, NOW + timedelta(days=5)) == ["sent", "sent"]


def test_gone_is_paused_at_once(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    appeals.received(town)
    here.statuses = [410]

    assert tell(hook) == ["failed"]
    hook.refresh_from_db()
    assert hook.paused_at == NOW


def test_two_secrets_sign_for_a_day(town: Town, here: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    hook, older = subscribed(town, here)
    _, newer = steer(Steer(webhook_id=hook.pk, do="rotate"), actor=town.registrar.actor, now=NOW)
    steer(Steer(webhook_id=hook.pk, do="test"), actor=town.registrar.actor, now=NOW)
    assert tell(hook) == ["sent"]
    for secret in (older, newer):
        assert verified(secret, here.taken[0], monkeypatch)["type"] == "test"

    steer(Steer(webhook_id=hook.pk, do="test"), actor=town.registrar.actor, now=NOW + timedelta(days=2))
    assert tell(hook, NOW + timedelta(days=2)) == ["sent"]
    assert verified(newer, here.taken[1], monkeypatch)
    with pytest.raises(WebhookVerificationError):
        verified(older, here.taken[1], monkeypatch)


def test_what_the_official_may_not_know_his_program_is_not_told(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    about = [Target(official=town.registrar.official.code)]
    appeals.received(town, kind="complaint", targets=about)

    assert set(tell(hook)) <= {"dropped"}
    assert here.taken == []


@pytest.mark.parametrize("who", ["akim", "operator_of_the_system", "citizen"])
def test_only_the_official_himself_steers(town: Town, here: Receiver, who: str) -> None:
    hook, _ = subscribed(town, here)
    for do in ("rotate", "test", "end"):
        with pytest.raises(Refused):
            steer(Steer(webhook_id=hook.pk, do=do), actor=getattr(town, who).actor, now=NOW)


def test_an_ended_one_is_told_nothing(town: Town, here: Receiver) -> None:
    hook, _ = subscribed(town, here)
    appeals.received(town)
    steer(Steer(webhook_id=hook.pk, do="end"), actor=town.registrar.actor, now=NOW)
    appeals.received(town)

    assert tell(hook) == []
    assert not Delivery.objects.filter(state=rule.WAITING).exists()

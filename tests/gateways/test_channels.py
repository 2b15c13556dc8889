"""Short messages by SMPP, Telegram and Web Push, each held against a stand-in that speaks the protocol itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from kairyluu.gateways import push, reach, telegram
from kairyluu.gateways.reach import sms_parts
from kairyluu.rules.exchange.short_messages import measure
from tests.gateways.smsc import Centre, smsc
from tests.gateways.web_stand_in import PushStandIn, TelegramStandIn, served

TO, KEY = "+996700000004", "k-1"
LONG = "Кайрылууңуз катталды: АЛ-2026-00042. Мөөнөтү: 01.04.2026. https://kairyluu.example/track/"


@pytest.fixture
def centre(settings: Any) -> Iterator[Centre]:
    with smsc() as one:
        settings.REACH, settings.REACH_TOKENS = {"sms": one.address}, {"sms": one.password}
        yield one


def test_a_long_message_goes_in_the_parts_that_were_counted(centre: Centre) -> None:
    centre.asks_link = True

    receipt = reach.messenger(reach.SMS).send(TO, LONG, KEY)

    first, last = centre.taken
    assert (first.to, first.sender, first.coding) == ("996700000004", "Kairyluu", 8)
    assert first.text + last.text == LONG
    assert first.content[:6] == bytes([5, 0, 3, first.content[3], 2, 1])
    assert [one.registered for one in centre.taken] == [0, 1]
    assert receipt.reference == "0000ABC2"
    assert (centre.n_links, centre.n_unbound, centre.binds) == (2, 1, [2])


def test_a_long_message_goes_whole_where_the_service_cuts_it(centre: Centre, settings: Any) -> None:
    settings.REACH_SMPP = {"sender": "4040", "long_by": "payload"}

    reach.messenger(reach.SMS).send(TO, LONG, KEY)

    (whole,) = centre.taken
    assert (whole.text, whole.esm_class, whole.registered) == (LONG, 0, 1)


@pytest.mark.parametrize("text", ["a" * 160, "a" * 161, "€" * 77, "a" + "€" * 153, "ө" * 71, "😀" * 67])
def test_what_is_cut_is_what_was_measured(text: str) -> None:
    cut = sms_parts.cut(text)

    assert len(cut.parts) == measure(text).n_parts
    assert not any(part.endswith(b"\x1b") for part in cut.parts if cut.coding == 0)


def test_receipts_are_kept_before_they_are_acknowledged(centre: Centre) -> None:
    centre.receipts = [("0000ABC1", "DELIVRD"), ("0000ABC2", "UNDELIV"), ("0000ABC3", "ENROUTE")]
    kept: list[tuple[str, str, str]] = []
    carrier: Any = reach.messenger(reach.SMS)
    carrier.receive = lambda *read: kept.append(read)

    carrier.collect(0.2)

    assert kept == [("0000ABC1", "delivered", "DELIVRD"), ("0000ABC2", "failed", "UNDELIV")]
    assert centre.acknowledged == [9001, 9002, 9003]


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [(0x58, reach.ReachAway), (0x14, reach.ReachAway), (0xB, reach.ReachRefused), ("lost", reach.ReachAway)],
)
def test_what_the_centre_says_decides(centre: Centre, fault: Any, verdict: type[Exception]) -> None:
    centre.faults = [fault]

    with pytest.raises(verdict):
        reach.messenger(reach.SMS).send(TO, "Кайрылуу", KEY)


def test_a_wrong_password_and_a_closed_door_are_for_later(centre: Centre, settings: Any) -> None:
    settings.REACH_TOKENS = {"sms": "wrong"}
    with pytest.raises(reach.ReachAway):
        reach.messenger(reach.SMS).send(TO, "x", KEY)

    settings.REACH = {"sms": "smpp://kairyluu@127.0.0.1:1"}
    with pytest.raises(reach.ReachAway):
        reach.messenger(reach.SMS).send(TO, "x", KEY)
    assert not centre.taken


def test_the_bot_says_and_hears(settings: Any) -> None:
    with served(TelegramStandIn()) as service:
        settings.TELEGRAM_API, settings.TELEGRAM_TOKEN = service.address, service.token
        bot = telegram.bot()
        service.writes(7, "/start")
        service.presses(7, "rate:5")

        assert bot.send("7", "Салам", KEY).reference == "7/1"
        heard = bot.updates(0, wait=0)
        assert [(one.chat, one.text, one.pressed) for one in heard] == [(7, "/start", ""), (7, "", "rate:5")]
        assert bot.updates(2, wait=0) == []
        assert "Айгүл" not in repr(heard)
        for code, verdict in ((403, reach.Gone), (429, reach.ReachAway), (400, reach.ReachRefused)):
            service.answers.append(code)
            with pytest.raises(verdict) as told:
                bot.send("7", "Салам", KEY)
            assert service.token not in str(told.value)


def test_a_push_message_opens_only_in_the_browser_and_is_signed(settings: Any) -> None:
    settings.PUSH_KEY, settings.PUSH_CONTACT = push.new_key(), "mailto:it@kairyluu.example"
    with served(PushStandIn()) as service:
        push.send(service.subscription(), "Кайрылууңуз катталды", KEY)

        assert service.shown == [{"text": "Кайрылууңуз катталды", "key": KEY}]
        claims = json.loads(service.headers[0]["claims"])
        assert (claims["aud"], claims["k"]) == (service.address, push.public_key())
        assert service.headers[0]["ttl"] == "86400"
        for code, verdict in ((410, reach.Gone), (500, reach.ReachDeferred), (413, reach.ReachRefused)):
            service.answers.append(code)
            with pytest.raises(verdict):
                push.send(service.subscription(), "x", KEY)


def test_a_subscription_leads_to_a_push_service_and_nowhere_else(settings: Any) -> None:
    settings.PUSH_LOOPBACK = False
    good = PushStandIn(address="https://fcm.googleapis.com").subscription()

    assert push.is_subscription(good)
    for endpoint in ("http://fcm.googleapis.com/x", "https://evil.example/x", "https://127.0.0.1/x", 5):
        assert not push.is_subscription(good | {"endpoint": endpoint})
    assert not push.is_subscription(good | {"keys": {"p256dh": "AAAA", "auth": "AAAA"}})
    assert not push.is_subscription(None)

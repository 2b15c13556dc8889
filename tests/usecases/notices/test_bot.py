"""The bot: a chat is linked by number and code, hears where the appeal stands, rates the answer, and leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal, Rating
from kairyluu.data.outbox.models import Chat, Notice, Way
from kairyluu.queries.notices.chosen import Whose
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.notices.bot.hear import MOST_A_MINUTE, HearBot, hear_bot
from kairyluu.usecases.notices.deliver import Drain, drain
from kairyluu.usecases.notices.tickets import ticket_for
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.gateways.web_stand_in import TelegramStandIn, served

CHAT = 7001


@pytest.fixture
def service(settings: Any) -> Iterator[TelegramStandIn]:
    with served(TelegramStandIn()) as one:
        settings.TELEGRAM_API, settings.TELEGRAM_TOKEN = one.address, one.token
        yield one


def heard(service: TelegramStandIn) -> list[str]:
    """What the bot says to what came since."""
    before = len(service.said)
    hear_bot(HearBot(), actor=SYSTEM_ACTOR, now=NOW)
    return [said["text"] for said in service.said[before:]]


def receipt(appeal: Appeal) -> str:
    return f"{appeal.tracking_number} {secret_for(appeal.submission_key)}"


def buttons(service: TelegramStandIn) -> list[str]:
    return [one["callback_data"] for one in service.said[-1]["reply_markup"]["inline_keyboard"][0]]


def test_from_number_and_code_to_the_rating(town: Town, service: TelegramStandIn) -> None:
    appeal = appeals.answered(town)
    service.writes(CHAT, "/start")
    service.writes(CHAT, f"{appeal.tracking_number} 0000 0000 0000")
    service.writes(CHAT, receipt(appeal))
    hello, wrong, linked, where, ask = heard(service)
    assert hello.startswith("Саламатсызбы")
    assert wrong.startswith("Номер же текшерүү коду туура эмес.")
    assert linked.startswith("Байланышты.")
    assert where.startswith(f"{appeal.tracking_number}: ")
    assert ask.startswith(f"{appeal.tracking_number}: жоопту кандай баалайсыз?")

    service.presses(CHAT, buttons(service)[3])
    assert heard(service) == ["Маселе чечилдиби?"]
    service.presses(CHAT, buttons(service)[0])
    assert heard(service) == ["Рахмат. Бааңыз жазылды."]

    rating = Rating.objects.get(appeal=appeal)
    assert (rating.score, rating.is_resolved) == (4, True)
    everything = " ".join(said["text"] for said in service.said)
    for private in (appeal.subject, appeal.text[:20], *appeal.applicants.values_list("surname", flat=True)):
        assert private not in everything
    assert heard(service) == [], "nothing is answered twice"


def test_a_linked_chat_is_told_and_can_leave(town: Town, service: TelegramStandIn) -> None:
    appeal = appeals.received(town)
    service.writes(CHAT, f"/start {ticket_for(Whose(appeal_id=appeal.pk), now=NOW)}", language="ru")
    assert heard(service) == [
        "Привязано. Когда с обращением что-то произойдёт, я сообщу здесь. Сообщение с кодом лучше удалить."
    ]

    register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)
    assert drain(Drain(channel="telegram"), actor=SYSTEM_ACTOR, now=NOW) == 1
    assert service.said[-1]["chat_id"] == CHAT
    assert service.said[-1]["text"].startswith("Кайрылууңуз катталды: АЛ-2026-00001.")
    assert Notice.objects.get(channel="telegram").state == "sent"

    service.writes(CHAT, "/stop")
    assert heard(service) == ["Отвязано. Сюда больше ничего не придёт."]
    assert not Way.objects.exists()
    assert not Chat.objects.exists()


def test_nobody_speaks_of_what_he_was_not_linked_to(town: Town, service: TelegramStandIn) -> None:
    appeal = appeals.answered(town)
    service.presses(CHAT, f"d:{appeal.pk.hex}:1:no")
    service.presses(CHAT, "d:nonsense:9:no")
    service.writes(CHAT, "/start AAAA")

    assert heard(service) == [
        *["Байланышкан кайрылуу жок. Номерди жана текшерүү кодун жазыңыз."] * 2,
        "Шилтеменин мөөнөтү бүттү. Баракты кайра ачып, жаңысын басыңыз.",
    ]
    assert not Rating.objects.exists()


def test_a_cabinet_hears_of_all_its_appeals_and_a_flood_of_little(
    town: Town, service: TelegramStandIn
) -> None:
    mine = appeals.received(town, actor=town.citizen.actor)
    appeals.received(town, actor=Actor())
    ticket = ticket_for(Whose(account_id=town.citizen.account.pk), now=NOW)
    service.writes(CHAT, f"/start {ticket}")
    service.writes(CHAT, "/status")
    assert [mine.tracking_number in one for one in heard(service)] == [False, True]

    for _ in range(MOST_A_MINUTE * 2):
        service.writes(CHAT, "?")
    assert len(heard(service)) == MOST_A_MINUTE - 2


def test_an_installation_without_a_bot_hears_nothing(settings: Any) -> None:
    settings.TELEGRAM_TOKEN = ""

    assert hear_bot(HearBot(), actor=SYSTEM_ACTOR, now=NOW) == 0

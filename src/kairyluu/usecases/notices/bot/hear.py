"""Asking Telegram what people wrote, the oldest first. How far it was read is kept after each answer: a worker killed in
between answers that one again."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.outbox.models import Chat, Lane
from kairyluu.gateways import reach, telegram
from kairyluu.notices.letter import LANGUAGES
from kairyluu.rules.facts import Actor
from kairyluu.usecases.notices.bot.answering import Answering
from kairyluu.usecases.notices.lanes import alone
from kairyluu.usecases.people.throttle import count_attempt

NAME = "bot"  # of the lane that keeps how far was read
MOST_A_MINUTE = 20  # messages of one chat that are answered

log = logging.getLogger("kairyluu.bot")


@dataclass(frozen=True, kw_only=True)
class HearBot:
    """`wait` is how many seconds to wait for something to come."""

    wait: int = 0


def hear_bot(command: HearBot, *, actor: Actor, now: datetime) -> int:
    """How many were answered; 0 without a bot, or while another worker listens."""
    if not telegram.is_configured():
        return 0
    with alone(NAME) as is_ours:
        if not is_ours:
            return 0
        lane, _is_new = Lane.objects.get_or_create(channel=NAME)
        try:
            return _hear(telegram.bot(), lane, command.wait, now)
        except reach.ReachDeferred as away:
            log.warning("the bot is not heard: %s", away)
            return 0


def _hear(bot: telegram.Bot, lane: Lane, wait: int, now: datetime) -> int:
    n = 0
    for update in bot.updates(lane.cursor, wait=wait):
        if update.chat and _may_go_on(update.chat, now):
            _answer(bot, update, now)
            n += 1
        Lane.objects.filter(pk=lane.pk).update(cursor=update.id)
    return n


def _may_go_on(chat: int, now: datetime) -> bool:
    return count_attempt(f"bot:chat:{chat}", limit=MOST_A_MINUTE, period=timedelta(minutes=1), now=now)


def _answer(bot: telegram.Bot, update: telegram.Update, now: datetime) -> None:
    language = update.language if update.language in LANGUAGES else LANGUAGES[0]
    chat, _is_new = Chat.objects.get_or_create(
        pk=update.chat, defaults={"language": language, "chosen_at": now}
    )
    try:
        if update.press_id:
            bot.answer_press(update.press_id)
        for said in Answering(chat, now).to(update):
            bot.say(chat.pk, said.text, said.buttons)
    except reach.ReachRefused as refused:  # the chat was closed meanwhile
        log.info("the bot could not answer: %s", refused)

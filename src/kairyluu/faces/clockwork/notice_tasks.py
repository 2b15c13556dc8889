"""Time knocks for the notices: each task is for a whole line, and comes after what people wait for."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.notices.ask_fates import AskFates, ask_fates
from kairyluu.usecases.notices.bot.hear import HearBot, hear_bot
from kairyluu.usecases.notices.sweep import SweepOutbox, WakeLine, sweep_outbox, wake_line

AFTER_PEOPLE = -10


@app.task(name="drain_line", priority=AFTER_PEOPLE)
def drain(channel: str) -> int:
    return wake_line(WakeLine(channel=channel), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="deliver_notice", priority=AFTER_PEOPLE)
def deliver(notice_id: str) -> int:
    """Tasks of before a line had one for all: the sweep sees to their letters."""
    return 0


@app.periodic(cron="* * * * *")
@app.task(name="sweep_outbox", queueing_lock="sweep_outbox", priority=AFTER_PEOPLE)
def sweep(timestamp: int) -> int:
    """Each minute: what came back, what a killed worker left, what waited for the morning."""
    return sweep_outbox(SweepOutbox(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="1-59/2 * * * *")
@app.task(name="ask_notice_fates", queueing_lock="ask_notice_fates", priority=AFTER_PEOPLE)
def fates(timestamp: int) -> int:
    return ask_fates(AskFates(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="hear_bot", queueing_lock="hear_bot")
def hear(timestamp: int) -> int:
    return hear_bot(HearBot(), actor=SYSTEM_ACTOR, now=timezone.now())


if settings.TELEGRAM_TOKEN:  # an installation without a bot is not asked twelve times a minute
    app.periodic(cron="* * * * * */5")(hear)

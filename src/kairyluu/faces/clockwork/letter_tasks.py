"""Time knocks for letters that arrive."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.letters.poll import PollAll, PollMailbox, poll_all, poll_mailbox


@app.periodic(cron="*/2 * * * *")
@app.task(name="poll_mailboxes", queueing_lock="poll_mailboxes")
def poll(timestamp: int) -> int:
    return poll_all(PollAll(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="poll_mailbox")
def poll_one(mailbox_id: int) -> int:
    return poll_mailbox(PollMailbox(mailbox_id=mailbox_id), actor=SYSTEM_ACTOR, now=timezone.now())

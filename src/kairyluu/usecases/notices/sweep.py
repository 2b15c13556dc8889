"""Waking the lines of notices: by the task of one notice, and each minute for whatever nobody woke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

from kairyluu.data.outbox.models import Notice
from kairyluu.notices.outbox import AFTER_PEOPLE
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import CHANNELS, KEPT_FOR
from kairyluu.usecases.act import act
from kairyluu.usecases.notices.deliver import MOST, Drain, drain, settle

SWEEP = "sweep_outbox"


@dataclass(frozen=True, kw_only=True)
class SweepOutbox:
    pass


@dataclass(frozen=True, kw_only=True)
class WakeLine:
    """The line that this notice stands in."""

    notice_id: UUID


def wake_line(command: WakeLine, *, actor: Actor, now: datetime) -> int:
    """How many left. Of a notice that another task sent meanwhile, nothing is to be done."""
    waiting = Notice.objects.filter(pk=command.notice_id, state="waiting")
    channel = waiting.values_list("channel", flat=True).first()
    return drain(Drain(channel=channel), actor=actor, now=now) if channel else 0


def sweep_outbox(command: SweepOutbox, *, actor: Actor, now: datetime) -> int:
    """How many left; comes back at once where a line is longer than one sweep."""
    give_up(command, actor=actor, now=now)
    left = {channel: drain(Drain(channel=channel), actor=actor, now=now) for channel in CHANNELS}
    if any(n >= MOST for n in left.values()):
        deferrer = app.configure_task(SWEEP, allow_unknown=True, priority=AFTER_PEOPLE)
        deferrer.defer(timestamp=int(now.timestamp()))
    return sum(left.values())


def give_up(command: SweepOutbox, *, actor: Actor, now: datetime) -> None:
    """A letter whose service was away for a week is printed by the body instead of waiting on."""
    _declare_failed(command, actor=actor, now=now)
    for channel in CHANNELS:
        settle(channel, actor=actor, now=now)


@act
def _declare_failed(command: SweepOutbox, *, actor: Actor, now: datetime) -> int:
    old = Notice.objects.filter(state="waiting", created_at__lt=now - KEPT_FOR)
    return old.update(state="passed")

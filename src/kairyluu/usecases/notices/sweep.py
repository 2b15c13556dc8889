"""Waking the lines of notices: by a task put with the notice, and each minute for whatever nobody woke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.outbox.models import Notice
from kairyluu.notices.outbox import wake
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import CHANNELS, KEPT_FOR
from kairyluu.usecases.act import act
from kairyluu.usecases.notices.deliver import MOST, Drain, drain, settle


@dataclass(frozen=True, kw_only=True)
class SweepOutbox:
    pass


@dataclass(frozen=True, kw_only=True)
class WakeLine:
    channel: str


def wake_line(command: WakeLine, *, actor: Actor, now: datetime) -> int:
    """How many left; comes back at once where the line is longer."""
    n = drain(Drain(channel=command.channel), actor=actor, now=now)
    if n >= MOST:
        wake(command.channel)
    return n


def sweep_outbox(command: SweepOutbox, *, actor: Actor, now: datetime) -> int:
    """How many left; comes back at once where a line is longer than one sweep."""
    give_up(command, actor=actor, now=now)
    left = {channel: drain(Drain(channel=channel), actor=actor, now=now) for channel in CHANNELS}
    for channel in (one for one, n in left.items() if n >= MOST):
        wake(channel)
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

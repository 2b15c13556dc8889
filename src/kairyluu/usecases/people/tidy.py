"""Sweeping before the door: counts of attempts that are over, sessions that have ended. Nobody's act, so nothing is
asked and nothing enters the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session

from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.people.sessions.begin import forget_ended_sessions
from kairyluu.usecases.people.throttle import forget_attempts


@dataclass(frozen=True, kw_only=True)
class TidyDoor:
    """Everything that is over."""


@act
def tidy_door(command: TidyDoor, *, actor: Actor, now: datetime) -> int:
    """Says how many rows went."""
    n_sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    return n_sessions + forget_ended_sessions(now) + forget_attempts(now)

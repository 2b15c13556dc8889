"""After a change of the calendar: what was received or registered in the same moments by the old one is found and counted
again. Finds nothing on any other day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.clock.change_calendar import VERB
from kairyluu.usecases.clock.updating import changed_day, recount_days


@dataclass(frozen=True, kw_only=True)
class SettleDays:
    """Changes of the last `hours`."""

    hours: int = 2


@act
def settle_days(command: SettleDays, *, actor: Actor, now: datetime) -> int:
    """How many appeals moved; each has its entry in the journal."""
    since = now - timedelta(hours=command.hours)
    changes = Entry.objects.filter(body_code="", at__gt=since, act=VERB).values_list("facts", flat=True)
    return recount_days({changed_day(facts) for facts in changes}, actor=actor, now=now)

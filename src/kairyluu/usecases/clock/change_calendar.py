"""A day is entered into the working calendar, changed or taken back, and every open deadline is counted again in the
same act. What was closed stays as it was: it was judged by the calendar of its time."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.clock.writing import VERB, ChangeCalendar, DayNotNamed, write_change

__all__ = ["VERB", "ChangeCalendar", "DayNotNamed", "change_calendar"]


@act
def change_calendar(command: ChangeCalendar, *, actor: Actor, now: datetime) -> Entry:
    """Returns the entry of the change; its facts tell what moved."""
    return write_change(command, actor=actor, now=now)

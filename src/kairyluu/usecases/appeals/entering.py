"""An appeal closed from the inbox is entered in the register book first, so that everything that came can be found
there (decision record 0009)."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.registering import enter_in_book
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.opening import surname_letter
from kairyluu.usecases.exchange.queueing import queue_registered


def enter_if_waiting(appeal: Appeal, *, now: datetime) -> None:
    """Gives number and days; saves nothing of the appeal. Nothing happens to one that has its number."""
    if appeal.number:
        return
    known, today = directory(), date_in_bishkek(now)
    enter_in_book(
        appeal,
        now=now,
        today=today,
        due=known.consideration_due(today, appeal.body, kind=appeal.kind),
        pattern=known.setting("register_pattern"),
        letter=surname_letter(appeal),
    )
    queue_registered(appeal, now=now)

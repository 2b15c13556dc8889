"""Days by law of the rows of a register, each counted once: a register of ten years has few different days."""

from __future__ import annotations

import datetime as dt
from functools import cache

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import Directory
from kairyluu.rules import deadlines
from kairyluu.rules.workdays import BISHKEK

NINE, NOON, FIVE = dt.time(9), dt.time(12), dt.time(17)


def moment(day: dt.date, clock: dt.time) -> dt.datetime:
    """A register has days; the moment of the day is ours."""
    return dt.datetime.combine(day, clock, BISHKEK)


class LawfulDays:
    """By the terms in force then and the calendar of the body."""

    def __init__(self, known: Directory, body: Body) -> None:
        calendar = known.calendar_for(body)

        @cache
        def registration(received: dt.date, kind: str) -> dt.date:
            return deadlines.registration_due(moment(received, NINE), known.terms, calendar, kind).due_on

        @cache
        def consideration(registered: dt.date, kind: str) -> dt.date:
            return deadlines.consideration_due(registered, known.terms, calendar, kind).due_on

        @cache
        def extended(shown: dt.date, registered: dt.date, kind: str) -> dt.date:
            return deadlines.extension_due(shown, registered, known.terms, calendar, kind).due_on

        self.registration, self._consideration, self._extended = registration, consideration, extended

    def consideration(self, registered: dt.date, kind: str, *, is_extended: bool) -> dt.date:
        """The day by law, or after one extension."""
        shown = self._consideration(registered, kind)
        return self._extended(shown, registered, kind) if is_extended else shown

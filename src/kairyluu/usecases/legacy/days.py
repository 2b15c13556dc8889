"""Days by law of the rows of a register, each counted once: a register of ten years has few different days."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import Directory
from kairyluu.rules.deadlines import CONSIDERATION, EXTENSION, REGISTRATION, last_day, term_in_force
from kairyluu.rules.workdays import BISHKEK

NINE, NOON, FIVE = dt.time(9), dt.time(12), dt.time(17)


@lru_cache(maxsize=50_000)
def moment(day: dt.date, clock: dt.time) -> dt.datetime:
    """A register has days; the moment of the day is ours."""
    return dt.datetime.combine(day, clock, BISHKEK)


class LawfulDays:
    """By the terms in force then and the calendar of the body."""

    def __init__(self, known: Directory, body: Body) -> None:
        calendar = known.calendar_for(body)
        self._kinds = {term.kind for term in known.terms}

        @cache
        def counted(code: str, since: dt.date, registered: dt.date, kind: str) -> dt.date:
            return last_day(term_in_force(known.terms, code, registered, kind), since, calendar)

        self._counted = counted

    def registration(self, received: dt.date, kind: str) -> dt.date:
        return self._counted(REGISTRATION, received, received, self._own(kind))

    def consideration(self, registered: dt.date, kind: str, *, is_extended: bool) -> dt.date:
        """The day by law, or after one extension."""
        own = self._own(kind)
        shown = self._counted(CONSIDERATION, registered, registered, own)
        return self._counted(EXTENSION, shown, registered, own) if is_extended else shown

    def _own(self, kind: str) -> str:
        """Kinds without a term of their own share their days."""
        return kind if kind in self._kinds else ""

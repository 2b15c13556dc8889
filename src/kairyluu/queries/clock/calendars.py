"""The working calendar of each body: the republic's days, those of its district, its own."""

from __future__ import annotations

from collections.abc import Iterable

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.rules.workdays import CalendarDay, WorkCalendar


class Calendars:
    """All rows of one edition; a calendar is built once for each set of scopes that has rows of its own."""

    def __init__(self, rows: Iterable[CalendarDay], territories: Iterable[Territory]) -> None:
        self.rows = tuple(rows)
        self.whole = WorkCalendar(self.rows)
        self._territories = {row.pk: row for row in territories}
        self._mentioned = {row.scope for row in self.rows if row.scope}
        self._built: dict[tuple[str, ...], WorkCalendar] = {(): self.whole}

    def scopes_of(self, body: Body) -> tuple[str, ...]:
        """Where days of its own may stand for this body, the widest first: its territory and those above, itself.
        A day of a body above is that body's own and does not come down."""
        above: list[str] = []
        place = self._territories.get(body.territory_id or 0)
        while place is not None and place.code not in above:
            above.insert(0, place.code)
            place = self._territories.get(place.parent_id or 0)
        return (*above, body.code)

    def of(self, body: Body | None) -> WorkCalendar:
        """None: the calendar of the whole republic."""
        if body is None or not self._mentioned:
            return self.whole
        scopes = tuple(scope for scope in self.scopes_of(body) if scope in self._mentioned)
        if scopes not in self._built:
            self._built[scopes] = WorkCalendar(self.rows, scopes=scopes)
        return self._built[scopes]

    def with_rows(self, rows: Iterable[CalendarDay]) -> Calendars:
        """The same territories under other rows: to see what a change would mean."""
        return Calendars(rows, self._territories.values())

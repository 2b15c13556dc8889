"""What becomes of an appeal of the invented country: registered, considered, refused, handed on, left lying."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from kairyluu.rules import states
from kairyluu.usecases.generating import proportions as usual
from kairyluu.usecases.generating.almanac import Almanac
from kairyluu.usecases.generating.country import Country, Place, Weighted, summed
from kairyluu.usecases.generating.life import Life

_APART = 1_000_000  # serials of what is numbered apart
CLOSED_AS = {
    states.REFUSED: "refused_consideration",
    states.FORWARDED: "forwarded",
    states.WITHDRAWN: "withdrawn",
    states.MERGED: "merged",
}
Given = tuple[str, Place, dt.date]


class Ways:
    """Keeps what lives share: the serials of the books, the newest considered appeal of each body."""

    def __init__(self, country: Country, almanac: Almanac, chance: Random) -> None:
        self.country, self.almanac, self._chance = country, almanac, chance
        self.serials: dict[tuple[str, int], int] = {}
        self._newest: dict[str, str] = {}
        self._n_apart = 0
        self._has_room = False
        self._outcomes, self._grounds = summed(usual.OUTCOMES), summed(usual.GROUNDS)
        self._days, self._scores = summed(usual.DAYS_TO_ANSWER), summed(usual.SCORES)

    def _one(self, weighted: Weighted) -> Any:
        return self._chance.choices(weighted[0], cum_weights=weighted[1])[0]

    def go_on(self, life: Life, *, has_room: bool) -> Given | None:
        """Registration and what follows; where it is handed on, how, to whom and when. Without `has_room` for one more
        row it is not, nor where its way is long or few eyes see it."""
        self._has_room = has_room and life.hops < 2 and not life.is_confidential
        chance = self._chance
        waits = chance.randrange(2, 6) if chance.random() < usual.LATE_REGISTERED else chance.randrange(2)
        registered = self.almanac.after(life.received.date(), waits)
        if registered > self.almanac.until:
            return None
        self._register(life, registered)
        life.is_controlled = chance.random() < usual.CONTROLLED
        dice = chance.random()
        for share, become in (
            (usual.REFUSED, self._refuse),
            (usual.FORWARDED, self._forward),
            (usual.WITHDRAWN, self._withdraw),
            (usual.MERGED, self._merge),
            (usual.NEVER, self._lie),
        ):
            dice -= share
            if dice < 0:
                return become(life)
        return self._consider(life)

    def _register(self, life: Life, day: dt.date) -> None:
        life.registered, life.state = day, states.REGISTERED
        life.due = self.almanac.consideration(day)
        if life.is_confidential:
            self._n_apart += 1
            life.serial = _APART + self._n_apart * 10 + day.year % 10
        else:
            life.serial = self.serials.get((life.place.code, day.year), 0) + 1
            self.serials[life.place.code, day.year] = life.serial
        life.number = f"{life.place.index}-{day.year}-{life.serial:05d}"

    def _close(self, life: Life, state: str, working_days: int, outcome: str = "") -> bool:
        """False, and the appeal stays open, where the day is still to come."""
        assert life.registered is not None
        day = self.almanac.after(life.registered, working_days)
        if day > self.almanac.until:
            self._lie(life)
            return False
        life.state, life.closed = state, day
        life.outcome = outcome or CLOSED_AS[state]
        return True

    def _refuse(self, life: Life) -> None:
        if self._close(life, states.REFUSED, self._chance.randrange(1, 6)):
            life.happened["refusal"] = self._one(self._grounds)

    def _withdraw(self, life: Life) -> None:
        if self._close(life, states.WITHDRAWN, self._chance.randrange(1, 10)):
            life.happened["withdrawal"] = True

    def _merge(self, life: Life) -> Given | None:
        into = self._newest.get(life.place.code, "")
        if not into or life.is_confidential:
            return self._consider(life)
        if self._close(life, states.MERGED, self._chance.randrange(1, 4)):
            life.merged_into = into
        return None

    def _forward(self, life: Life) -> Given | None:
        place: Place = self._one(self.country.places)
        if not self._has_room or place.code == life.place.code:
            return self._consider(life)
        if not self._close(life, states.FORWARDED, self._chance.randrange(1, 6)):
            return None
        assert life.closed is not None
        return "whole", place, life.closed

    def _lie(self, life: Life) -> None:
        """Open to this day, somewhere inside the body."""
        life.state = self._chance.choice((states.REGISTERED, states.ASSIGNED, states.ASSIGNED))

    def _consider(self, life: Life) -> Given | None:
        chance = self._chance
        if not life.is_confidential:
            self._newest[life.place.code] = life.id
        assert life.due is not None
        assert life.registered is not None
        days = self._one(self._days)
        on = self.almanac.after(life.registered, 10)
        if chance.random() < usual.EXTENDED and on <= self.almanac.until:
            life.happened["extension"] = (life.due, on)
            life.due = self.almanac.extended(life.due, life.registered)
            days += chance.randrange(10, 18)
        if chance.random() < usual.LATE * life.place.lateness:
            days = chance.randrange(days + 15, days + 15 + usual.LATEST)
        if chance.random() < usual.RETURNED:
            life.happened["returned"] = max(days - 1, 1)
        if not self._close(life, states.ANSWERED, days, self._one(self._outcomes)):
            life.happened.pop("returned", None)
            return None
        return self._after_answer(life)

    def _after_answer(self, life: Life) -> Given | None:
        chance = self._chance
        assert life.closed is not None
        if chance.random() < usual.NEAR_COPY:
            life.happened["near_copy"] = round(chance.uniform(0.8, 1.0), 3)
        said_on = life.closed + dt.timedelta(days=chance.randrange(1, 12))
        if said_on > self.almanac.until:
            return None
        if chance.random() < usual.RATED:
            life.happened["rating"] = (self._one(self._scores), said_on)
        above = self.country.by_code.get(life.place.parent)
        if above is not None and self._has_room and chance.random() < usual.REVIEWED:
            return "review", above, said_on
        return None

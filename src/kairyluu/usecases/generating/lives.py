"""The appeals of the invented country as they come: from chance that is seeded, so that a seed has one country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from kairyluu.rules.numbering import tracking_number
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.generating import proportions as usual
from kairyluu.usecases.generating.almanac import Almanac
from kairyluu.usecases.generating.country import Country, Place, Weighted
from kairyluu.usecases.generating.life import Life
from kairyluu.usecases.generating.ways import Ways

_STEP, _ROOM, _START = 716_824_769, 999_000_000, 1_000_000  # a walk through all tracking numbers, none twice


class Teller:
    """Keeps how many were told; what becomes of each is decided by the `ways`."""

    def __init__(self, country: Country, almanac: Almanac, seed: int, n_appeals: int) -> None:
        self.country, self.almanac, self.n_appeals = country, almanac, n_appeals
        self._chance = Random(f"{seed}:lives")  # noqa: S311 - invents, keeps no secrets
        self.ways = Ways(country, almanac, self._chance)
        self._n = 0

    def tell(self) -> Iterator[Life]:
        """Exactly as many as were asked for, in order of receipt but for what is handed on: that follows at once."""
        while self._n < self.n_appeals:
            life: Life | None = self._begin(self.almanac.day_of((self._n + 0.5) / self.n_appeals))
            while life is not None:
                given = self.ways.go_on(life, has_room=self._n < self.n_appeals)
                leg = self._leg(life, *given) if given else None
                yield life
                life = leg

    def _one(self, weighted: Weighted) -> Any:
        return self._chance.choices(weighted[0], cum_weights=weighted[1])[0]

    def _begin(self, day: dt.date) -> Life:
        chance = self._chance
        channel, tale = self._one(self.country.channels), chance.choice(self.country.tales)
        place: Place = self._one(self.country.places)
        received = self._moment(day, channel in usual.BY_NIGHT)
        life = self._new(received, place=place, tale=tale, text=chance.choice(tale.texts), channel=channel)
        life.text = f"{life.text} № {chance.randrange(1, 100_000)}."
        self._name(life)
        return life

    def _new(self, received: dt.datetime, **told: Any) -> Life:
        n, bits = self._n, self._chance.getrandbits(74)
        self._n += 1
        day = received.date()
        return Life(
            id=_uuid(received, bits),
            received=received,
            registration_due=self.almanac.after(day, 1),
            tracking=tracking_number(day.year, _START + (n * _STEP) % _ROOM),
            **told,
        )

    def _name(self, life: Life) -> None:
        chance, names = self._chance, self.country.names[life.tale.language]
        own = life.place.territory
        if own and chance.random() < usual.OWN_DISTRICT:
            life.territory = own
        else:
            life.territory = chance.choice(self.country.districts[self._one(self.country.regions)])
        sex = "m" if chance.random() < 0.47 else "f"
        life.person = (
            chance.choice(names["surnames"])[sex],
            chance.choice(names[f"given_{sex}"]),
            chance.choice(names["patronymics"])[sex],
        )
        dice = chance.random()
        if dice < usual.ORGANISATION:
            life.organisation = f"{life.person[0]} и К"
        elif dice < usual.ORGANISATION + usual.COLLECTIVE:
            life.n_cosigners = chance.randrange(2, 60)
        life.is_confidential = chance.random() < usual.CONFIDENTIAL

    def _moment(self, day: dt.date, is_by_night: bool) -> dt.datetime:
        hour = self._chance.randrange(24) if is_by_night else self._chance.randrange(9, 18)
        clock = dt.time(hour, self._chance.randrange(60), self._chance.randrange(60))
        return dt.datetime.combine(day, clock, BISHKEK)

    def _leg(self, life: Life, kind: str, place: Place, day: dt.date) -> Life:
        """The row of the body it went to; it keeps who sent it and what it says."""
        leg = self._new(
            self._moment(day, is_by_night=False),
            **dict(place=place, tale=life.tale, text=life.text, channel=life.channel),
            **dict(origin=life.origin or life.id, hops=life.hops + 1, territory=life.territory),
            **dict(person=life.person, organisation=life.organisation, n_cosigners=life.n_cosigners),
        )
        life.happened["handover"] = (kind, leg.id, day)
        return leg


def _uuid(at: dt.datetime, bits: int) -> str:
    """A UUID of version 7 from chance that is given."""
    time, rest = f"{int(at.timestamp() * 1000):012x}", f"{bits:019x}"
    return f"{time[:8]}-{time[8:]}-7{rest[1:4]}-8{rest[4:7]}-{rest[7:]}"

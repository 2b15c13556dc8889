"""Who does what in a body on a day: only people who hold the post then, stand-ins included."""

from __future__ import annotations

from datetime import datetime
from random import Random

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.queries.directory import Directory
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.demo.texts import Row

# First level of the topic -> a word in the code of the post that deals with it.
TRADES = {
    "agriculture": "water",
    "ecology": "water",
    "land": "water",
    "utilities": "roads",
    "transport": "roads",
    "construction": "roads",
    "emergency": "roads",
    "education": "education",
    "health": "education",
    "culture": "education",
    "labour": "employment",
    "documents": "communications",
}
SHARE_WITH_CO_EXECUTOR = 0.22


class Casting:
    def __init__(self, known: Directory, body: Body, rng: Random) -> None:
        self._known, self._body, self._rng = known, body, rng

    def registrar(self, at: datetime) -> Tenure:
        return self._holders(at, "registrar")[0]

    def head(self, at: datetime) -> Tenure:
        """The head mostly, a deputy now and then."""
        head, *others = self._holders(at, "head", "deputy")
        return self._rng.choice(others) if others and self._rng.random() < 0.2 else head

    def team(self, at: datetime, appeal: Row) -> list[Tenure]:
        """The responsible executor by trade, then a co-executor if there is one."""
        holders = self._holders(at, "executor")
        trade = TRADES.get(appeal["topic"].partition(".")[0], "social")
        able = [t for t in holders if trade in t.post.code] or holders
        others = [t for t in holders if t.official_id != able[0].official_id]
        with_other = others and self._rng.random() < SHARE_WITH_CO_EXECUTOR
        return [able[0], self._rng.choice(others)] if with_other else [able[0]]

    def _holders(self, at: datetime, *roles: str) -> list[Tenure]:
        return self._known.holders_in(self._body.pk, date_in_bishkek(at), *roles)

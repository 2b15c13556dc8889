"""Whose days they were: the head in office in a body on a day, as `rules.steering.attribution` says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from kairyluu.queries.directory import directory
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.steering.attribution import Holding, Spell, in_office, spells


class Heads:
    """Of all bodies, looked up once; `code_of` is empty where the post was vacant."""

    def __init__(self) -> None:
        self._holdings: dict[int, list[Holding]] = defaultdict(list)
        self._codes: dict[int, str] = {}
        self._known: dict[tuple[int, dt.date], str] = {}
        for tenure in directory().tenures:
            if tenure.post.role == "head":
                self._codes[tenure.official_id] = tenure.official.code
                self._holdings[tenure.post.body_id].append(
                    Holding(
                        official_id=tenure.official_id,
                        starts_on=tenure.starts_on,
                        ends_on=tenure.ends_on,
                        stands_in_for=tenure.stands_in_for.official_id if tenure.stands_in_for else None,
                    )
                )

    def code_of(self, body_id: int, day: dt.date) -> str:
        if (body_id, day) not in self._known:
            who = in_office(self._holdings.get(body_id, ()), day)
            self._known[body_id, day] = self._codes[who.official_id] if who else ""
        return self._known[body_id, day]

    def days_of(self, code: str, period: Period) -> list[tuple[int, Spell]]:
        """Each body with the days of it that were this person's; for "" those that were anybody's."""
        return [
            (body_id, spell)
            for body_id, held in self._holdings.items()
            for spell in spells(held, period.first, period.last)
            if spell.official_id is not None and code in ("", self._codes[spell.official_id])
        ]

"""What other tables hold of a life: who did what to it, by the invented staff of its body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kairyluu.rules import states
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.generating.country import Country
from kairyluu.usecases.generating.life import Life

ANSWER_TEXT = "Кайрылууңуз каралды, чечими ушул катта баяндалды."
REASON = "Ойлоп табылган өлкөнүн себеби."
WITH_ANSWER = {
    "returned",
    "rating",
    "near_copy",
    "handover",
}  # an answer's row stands where something is said of it


class Sidelines:
    """`put(model, *cells)` takes the cells in the order of `columns.TABLES`."""

    def __init__(self, country: Country, put: Callable[..., None]) -> None:
        self.country, self._put = country, put
        self._resolution = 0

    def add(self, life: Life) -> None:
        if life.state == states.ASSIGNED:
            self._give_out(life)
        if life.is_confidential:
            self._hide(life)
        if life.is_controlled:
            self._watch(life)
        for what, told in life.happened.items():
            if what != "returned":  # stands in the answer
                getattr(self, f"_{what}")(life, told)
        if life.state == states.ANSWERED and WITH_ANSWER & life.happened.keys():
            self._answer(life)

    def _give_out(self, life: Life) -> None:
        head, executor = life.place.staff["head"], life.place.staff["executor"]
        self._resolution += 1
        told = at(life.registered or life.received.date(), 12)
        self._put(
            "Resolution", self._resolution, life.id, "Карап, жооп даярдаңыз.", head.official, head.post, told
        )
        self._put("Assignment", life.id, self._resolution, executor.official, executor.post, True)

    def _hide(self, life: Life) -> None:
        head = life.place.staff["head"]
        self._put("Confidence", life.id, REASON, life.received, head.official)
        self._put("Confidant", life.id, head.official, life.received)

    def _watch(self, life: Life) -> None:
        head, since = life.place.staff["head"], at(life.registered or life.received.date(), 14)
        self._put("ControlMark", life.id, "head", life.place.pk, head.post, head.official, REASON, since)

    def _refusal(self, life: Life, ground: str) -> None:
        head = life.place.staff["head"]
        who = (head.official, head.post, head.name)
        signs = (life.serial, f"Ч-{life.number}", f"r{life.id[-22:]}")
        self._put(
            "Refusal", life.id, self.country.ids["ground", ground], REASON, at(life.closed, 15), *who, *signs
        )

    def _extension(self, life: Life, told: tuple[dt.date, dt.date]) -> None:
        head, (shown, day) = life.place.staff["head"], told
        who = (head.official, head.post, head.name)
        self._put("Extension", life.id, REASON, shown, life.due, *who, at(day, 11))

    def _answer(self, life: Life) -> None:
        head, executor, sent = life.place.staff["head"], life.place.staff["executor"], at(life.closed, 17)
        n_days = life.happened.get("returned")
        returned = sent - dt.timedelta(days=1) if n_days else None
        text = (
            life.id,
            life.tale.language,
            ANSWER_TEXT,
            self.country.ids["outcome", life.outcome],
            executor.official,
        )
        signed = (at(life.closed, 16), head.official, head.post, head.name, f"a{life.id[-22:]}")
        numbered = (life.serial, f"Ч-{life.number}", life.closed, sent)
        self._put("Answer", *text, at(life.registered, 13), 1 if n_days else 0, returned, *signed, *numbered)

    def _handover(self, life: Life, told: tuple[str, str, dt.date]) -> None:
        kind, successor, day = told
        registrar = life.place.staff["registrar"]
        who = (registrar.official, registrar.post) if kind == "whole" else (None, None)
        self._put("Handover", life.id, successor, kind, REASON, *who, at(day, 16))

    def _withdrawal(self, life: Life, told: bool) -> None:
        self._put("Withdrawal", life.id, at(life.closed, 12))

    def _rating(self, life: Life, told: tuple[int, dt.date]) -> None:
        score, day = told
        self._put("Rating", life.id, score, score > 3, at(day, 20))

    def _near_copy(self, life: Life, share: float) -> None:
        self._put("NearCopy", life.id, share, at(life.closed, 12))


def at(day: dt.date | None, hour: int) -> dt.datetime:
    assert day is not None
    return dt.datetime.combine(day, dt.time(hour), BISHKEK)

"""Lives as lines of COPY, table by table: gathered for one chunk, handed over, forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from kairyluu.data.appeals.bulk import defaults_of
from kairyluu.rules import states
from kairyluu.usecases.generating.columns import TABLES, table_of
from kairyluu.usecases.generating.copying import Chunk
from kairyluu.usecases.generating.country import Country
from kairyluu.usecases.generating.life import Life
from kairyluu.usecases.generating.sidelines import Sidelines, at

NOTHING = "\\N"


class Sheets:
    """`books` lead from (body code, year) to the id of the register book. `digest` runs over all that was told, with codes
    instead of row ids: the same country in another database has the same."""

    def __init__(self, country: Country, books: Mapping[tuple[str, int], int]) -> None:
        self.country, self.books = country, books
        self.digest = sha256()
        self._lines: dict[str, list[str]] = {model: [] for model in TABLES}
        self._others = {model: defaults_of(model, named) for model, named in TABLES.items()}
        self._tails = {
            model: "".join(f"\t{_cell(v)}" for v in rest.values()) for model, rest in self._others.items()
        }
        self._sidelines = Sidelines(country, self._put)

    def add(self, life: Life) -> None:
        self._put("Appeal", *self._appeal(life))
        self._put("Applicant", *self._applicant(life))
        self._sidelines.add(life)
        # What else is known of a life follows from these by the seed.
        told = (life.id, life.place.code, life.channel, life.tale.topic, life.text, life.number, life.state)
        days = (life.received, life.registered, life.due, life.closed, life.outcome, life.territory)
        self.digest.update(repr((*told, *days, life.person, sorted(life.happened))).encode())

    def take(self) -> Chunk:
        """What was gathered; nothing of it is kept."""
        chunk: dict[str, str] = {}
        for model, lines in self._lines.items():
            if lines:
                columns = ", ".join([*TABLES[model], *self._others[model]])
                chunk[f"COPY {table_of(model)} ({columns}) FROM STDIN"] = "".join(lines)
                lines.clear()
        return chunk

    def _put(self, model: str, *cells: Any) -> None:
        self._lines[model].append("\t".join([_cell(cell) for cell in cells]) + self._tails[model] + "\n")

    def _id(self, table: str, code: str) -> int | None:
        return self.country.ids.get((table, code))

    def _appeal(self, life: Life) -> Iterator[Any]:
        tale, day, closed = life.tale, life.registered, life.closed
        is_open = life.state not in states.FINAL
        yield from (life.id, _key(life.id), "0" * 64, life.tracking, "0" * 64, life.place.pk)
        yield from (self._id("channel", life.channel), tale.kind, self._id("topic", tale.topic), tale.subject)
        yield from (life.text, tale.language, life.n_cosigners > 0, life.n_cosigners, life.origin or None)
        yield from (life.hops, life.merged_into or None, life.state, is_open, life.is_controlled and is_open)
        yield from (life.is_confidential, life.received)
        yield (life.due or life.registration_due) if is_open else None
        yield life.registration_due
        yield from (self.books[life.place.code, day.year], life.serial) if day else (None, None)
        yield life.number
        yield max(at(day, 10), life.received) if day else None
        yield from (
            day,
            life.due,
            at(closed, 17) if closed else None,
            closed,
            self._id("outcome", life.outcome),
        )

    def _applicant(self, life: Life) -> Iterator[Any]:
        seen = not life.is_confidential
        yield from (life.id, seen and bool(life.organisation), life.organisation if seen else "")
        yield from life.person if seen else ("", "", "")
        yield f"+9967{int(life.id[-8:], 16) % 10**8:08}" if seen else ""
        yield self._id("territory", life.territory)


def _key(text: str) -> str:
    """The key it was sent with: another number made of the same chance."""
    return text[::-1].replace("-", "")


def _cell(value: Any) -> str:
    """As COPY reads it; what is frequent first. Texts of the country hold neither tabs, line ends nor backslashes."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]
    if value is None:
        return NOTHING
    if kind is bool:
        return "t" if value else "f"
    if hasattr(value, "obj"):  # wrapped for a JSON column
        return json.dumps(value.obj)
    return str(value)

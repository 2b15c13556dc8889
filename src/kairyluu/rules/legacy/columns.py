"""Which column of somebody's table is which of ours: by the words of its header, in any of three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import fold

FIELDS = (
    *("number", "received", "registered", "channel", "form", "source", "topic", "subtopic", "territory"),
    *("kind", "outcome", "answered", "due", "applicant", "address", "subject", "text", "ground"),
    *("extended", "forwarded_to", "language", "control"),
)
NEEDED = ("number", "received")
HEADER_WITHIN = 20  # titles and empty lines may stand above the header
_NOT_A_WORD = re.compile(r"[^\w]+")


class HeaderNotFound(Refused):
    """No line near the top names the columns that are needed; facts: needed, seen (the fullest line)."""


class ColumnTwice(Refused):
    """Two columns mean the same; facts: field, first, second (positions from 1)."""


@dataclass(frozen=True)
class Columns:
    """`places` is the position of each field, from 0; `line` that of the header; `unknown` are headers nobody knows."""

    places: Mapping[str, int]
    line: int
    unknown: tuple[str, ...] = ()


def key_of(words: str) -> str:
    """The form in which two spellings of a header or of a word of a register are equal."""
    return " ".join(_NOT_A_WORD.sub(" ", fold(words)).split())


def find_columns(lines: Iterable[Sequence[str]], words: Mapping[str, str]) -> Columns:
    """The header among the first lines; `words` leads from `key_of` a header to the field. Raises `HeaderNotFound`,
    `ColumnTwice`."""
    fullest: Sequence[str] = ()
    for place, cells in zip(range(HEADER_WITHIN), lines, strict=False):
        known = [(words.get(key_of(cell), ""), at) for at, cell in enumerate(cells)]
        if {field for field, _ in known}.issuperset(NEEDED):
            return Columns(
                _places(known), place, tuple(cells[at] for field, at in known if not field and cells[at])
            )
        fullest = max(fullest, cells, key=lambda line: sum(1 for cell in line if cell))
    raise HeaderNotFound({"needed": list(NEEDED), "seen": [cell[:60] for cell in fullest if cell][:30]})


def _places(known: Sequence[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for field, at in known:
        if field in places:
            raise ColumnTwice({"field": field, "first": places[field] + 1, "second": at + 1})
        if field:
            places[field] = at
    return places

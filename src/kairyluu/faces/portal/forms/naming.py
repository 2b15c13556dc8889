"""Bodies and territories are chosen by their names: options without codes keep the page light on a slow line. A code is
understood too, as links and programs give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kairyluu.queries.directory import Directory
from kairyluu.rules.spelling import clean_line

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body, Territory


def body_code(given: str, known: Directory) -> str:
    """The code of what was chosen, in any of the three languages; what is unknown comes back as it is."""
    return _codes(known).bodies.get(clean_line(given[:500]), given)


def territory_code(given: str, known: Directory) -> str:
    return _codes(known).territories.get(clean_line(given[:500]), given)


@dataclass(frozen=True)
class _Codes:
    edition: tuple[int, str]
    bodies: dict[str, str]
    territories: dict[str, str]


_kept: _Codes | None = None


def _codes(known: Directory) -> _Codes:
    """Of one edition of the directory; a race only does the same work twice."""
    global _kept
    kept = _kept
    if kept is None or kept.edition != known.edition:
        kept = _kept = _Codes(known.edition, _by_name(known.bodies), _by_name(known.territories))
    return kept


def _by_name(rows: Mapping[str, Body | Territory]) -> dict[str, str]:
    return {
        clean_line(name): code
        for code, row in rows.items()
        for name in (row.name_ky, row.name_ru, row.name_en)
        if name
    }

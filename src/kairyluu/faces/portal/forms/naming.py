"""Bodies and territories are chosen by their names: options without codes keep the page light on a slow line. A code is
understood too, as links and programs give it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import clean_line

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body, Territory


def body_code(given: str) -> str:
    """The code of what was chosen, in any of the three languages; what is unknown comes back as it is."""
    return _body_codes(directory().edition).get(clean_line(given[:500]), given)


def territory_code(given: str) -> str:
    return _territory_codes(directory().edition).get(clean_line(given[:500]), given)


@lru_cache(maxsize=2)
def _body_codes(edition: tuple[int, str]) -> dict[str, str]:
    return _by_name(directory().bodies)


@lru_cache(maxsize=2)
def _territory_codes(edition: tuple[int, str]) -> dict[str, str]:
    return _by_name(directory().territories)


def _by_name(rows: Mapping[str, Body | Territory]) -> dict[str, str]:
    return {
        clean_line(name): code
        for code, row in rows.items()
        for name in (row.name_ky, row.name_ru, row.name_en)
        if name
    }

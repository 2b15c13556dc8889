"""What the keys of a breakdown are called."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any

from kairyluu.data.agencies.models import Body, Official, Territory
from kairyluu.data.reference.models import Channel, Outcome, RefusalGround, Topic, UrgentClass
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.definitions import word_of
from kairyluu.rules.figures.catalogue import TIMES

_NAMED: dict[str, Any] = {
    "body": Body,
    "channel": Channel,
    "topic": Topic,
    "subtopic": Topic,
    "outcome": Outcome,
    "ground": RefusalGround,
    "urgent_class": UrgentClass,
    "territory_applicant": Territory,
    "region_applicant": Territory,
    "territory_matter": Territory,
    "region_matter": Territory,
}


def names_of(dimension: str, keys: Collection[str], language: str) -> dict[str, str]:
    """Names of reference rows are read once of each edition; a key that nobody knows is its own name."""
    wanted = [key for key in keys if key]
    found = _finder(dimension)(wanted, language)
    return {
        key: found.get(key) or word_of(dimension, key, language) or key or word_of("", "", language)
        for key in keys
    }


def name_of_dimension(dimension: str, language: str) -> str:
    return word_of(dimension, "*", language)


def _finder(dimension: str) -> Callable[[list[str], str], dict[str, str]]:
    if dimension in TIMES:
        return lambda keys, language: {key: _of_time(dimension, key, language) for key in keys}
    if dimension == "head":
        return _officials
    if dimension in _NAMED:
        return lambda keys, language: _known(directory().edition, _NAMED[dimension], language)
    return lambda keys, language: {}


@lru_cache(maxsize=64)
def _known(edition: tuple[int, str], model: Any, language: str) -> dict[str, str]:
    rows = model._default_manager.order_by()
    return {row.code: row.short(language) if model is Body else row.name(language) for row in rows}


def _officials(keys: list[str], language: str) -> dict[str, str]:
    return {row.code: row.full_name for row in Official.objects.filter(code__in=keys).order_by()}


def _of_time(dimension: str, key: str, language: str) -> str:
    if dimension == "day":
        return ".".join(reversed(key.split("-")))
    year, _, part = key.partition("-")
    own = {"year": "year", "week": "week"}.get(dimension, part)
    pattern = word_of(dimension, own, language)
    return pattern.format(year=year, week=part.removeprefix("W").lstrip("0"))

"""The words of each figure, from data/figures.csv: name, base and formula in three languages. They belong to the program, whose
counting they describe, so they are read from the file and not edited on screen."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kairyluu.rules.figures.catalogue import CATALOGUE, Figure

FIGURES, KEYS = "figures.csv", "figure_keys.csv"


@dataclass(frozen=True, kw_only=True)
class Definition:
    """In one language. `base` is what a share is a share of, empty of a count."""

    figure: Figure
    name: str
    base: str
    formula: str


def definition_of(code: str, language: str) -> Definition:
    """Raises KeyError for an unknown code."""
    row = _figures()[code]
    words = {name: row[f"{name}_{language}"] for name in ("name", "base", "formula")}
    return Definition(figure=CATALOGUE[code], **words)


def definitions(language: str) -> tuple[Definition, ...]:
    """In the order of the catalogue."""
    return tuple(definition_of(code, language) for code in CATALOGUE)


def word_of(dimension: str, key: str, language: str) -> str:
    """Of a key that stands in no table of the directory; "" where there is none. Key `*` is the breakdown's own name."""
    found = _keys().get((dimension, key)) or (_keys()["", ""] if not key else None)
    return found[f"name_{language}"] if found else ""


@lru_cache(maxsize=1)
def _figures() -> Mapping[str, dict[str, str]]:
    return {row["code"]: row for row in _read(FIGURES)}


@lru_cache(maxsize=1)
def _keys() -> Mapping[tuple[str, str], dict[str, str]]:
    return {(row["dimension"], row["key"]): row for row in _read(KEYS)}


def _read(name: str) -> list[dict[str, str]]:
    with (Path(settings.REFERENCE_DATA) / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))

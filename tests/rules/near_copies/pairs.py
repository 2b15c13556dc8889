"""The labelled pairs: see README.md beside this file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXTS: dict[str, Any] = json.loads((Path(__file__).parent / "texts.json").read_text("utf-8"))
BASES: dict[str, dict[str, Any]] = {base["key"]: base for base in TEXTS["bases"]}
MISSPELLED = str.maketrans({"ө": "о", "ү": "у", "ң": "н", "ё": "е", "Ө": "О", "Ү": "У"})


@dataclass(frozen=True)
class Pair:
    """`draft` was written after `earlier`; `is_copy` is the label."""

    language: str
    kind: str
    draft: str
    earlier: str
    is_copy: bool


def pairs() -> list[Pair]:
    return [*_copies(), *_own()]


def _copies() -> Iterator[Pair]:
    for base in BASES.values():
        language, text, swapped = base["language"], base["text"], _swapped(base)
        first, *middle, last = _sentences(swapped)
        yield Pair(language, "facts", swapped, text, True)
        disorder = " ".join([*middle, first, last]).translate(MISSPELLED)
        yield Pair(language, "misspelled", disorder, text, True)
        yield Pair(language, "longer", " ".join([first, *middle, TEXTS["addition"][language]]), text, True)
    for retold in TEXTS["retold"]:
        base = BASES[retold["of"]]
        yield Pair(base["language"], "retold", retold["text"], base["text"], True)


def _own() -> Iterator[Pair]:
    bases = list(BASES.values())
    for place, base in enumerate(bases):
        language, text = base["language"], base["text"]
        other = _on_the_same(base)
        yield Pair(language, "same kind", text, other, False)
        far = bases[(place + 4) % 12 + (place // 12) * 12]
        yield Pair(language, "other matter", text, far["text"], False)
        yield Pair(language, "same formula", _formula(language, text), _formula(language, other), False)
    for one in TEXTS["same_matter"]:
        base = BASES[one["of"]]
        yield Pair(base["language"], "same event", one["text"], base["text"], False)
        yield Pair(base["language"], "same event", base["text"], one["text"], False)


def _swapped(base: dict[str, Any]) -> str:
    text = base["text"]
    for before, after in base["swap"]:
        text = re.sub(re.escape(before), after, text, count=1, flags=re.IGNORECASE)
    return str(text)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def _on_the_same(base: dict[str, Any]) -> str:
    same = (b for b in BASES.values() if (b["language"], b["topic"]) == (base["language"], base["topic"]))
    return str(next(b["text"] for b in same if b["key"] != base["key"]))


def _formula(language: str, text: str) -> str:
    opening, closing = TEXTS["formula"][language]
    return f"{opening} {text} {closing}"

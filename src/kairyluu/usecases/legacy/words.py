"""The words of earlier registers and the codes they mean: names of the reference tables, and a file of synonyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kairyluu.queries.directory import Directory
from kairyluu.rules.legacy.columns import key_of
from kairyluu.rules.legacy.rows import Vocabulary
from kairyluu.usecases.reference.table import read_records

FILE = "register_words.csv"
LANGUAGES = ("ky", "ru", "en")
Words = dict[str, str]


def read_words(folder: Path, known: Directory) -> tuple[Words, Vocabulary]:
    """The words of headers, and those of cells. A name of the reference tables goes before a synonym."""
    synonyms = list(read_records(folder / FILE))
    topics = sorted(known.topics.values(), key=lambda topic: (topic.parent_id is not None, topic.code))
    territories = sorted(known.territories.values(), key=lambda one: (one.parent_id is not None, one.code))
    rows: dict[str, list[Any]] = {
        "channel": list(known.channels.values()),
        "topic": topics,
        "subtopic": topics[::-1],
        "territory": territories,
        "outcome": list(known.outcomes.values()),
        "ground": list(known.grounds.values()),
    }
    words = {part: _of_rows(found) for part, found in rows.items()}
    for part in ("form", "source", "kind", "language", "yes_no", "header"):
        words[part] = {}
    for part, into in words.items():
        for code, word in _synonyms_of(part, synonyms):
            into.setdefault(key_of(word), code)
    marks = frozenset(row.code for row in known.outcomes.values() if row.group == "control")
    organisations = tuple(key_of(word) for _, word in _synonyms_of("organisation", synonyms))
    return words.pop("header"), Vocabulary(words, marks, organisations)


def _of_rows(rows: Iterable[Any]) -> Words:
    """Code, the three names and other names of each row; the first row with a name has it."""
    words: Words = {}
    for row in rows:
        others = str(getattr(row, "aliases", "")).split("|")
        for word in (row.code, *(row.name(language) for language in LANGUAGES), *others):
            if word:
                words.setdefault(key_of(word), row.code)
    return words


def _synonyms_of(part: str, synonyms: Iterable[dict[str, str]]) -> Iterator[tuple[str, str]]:
    for row in synonyms:
        if row["part"] == part:
            yield from ((row["code"], word) for word in (row["code"], *row["words"].split("|")) if word)

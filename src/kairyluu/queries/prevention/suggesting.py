"""Which kind of act the words of a complaint speak of: a suggestion, a person decides."""

from __future__ import annotations

from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import fold

STEM = 4  # letters; shorter words of the list are met whole


def suggest_kind(text: str) -> str:
    """The code with the most of its words in the text, empty where none is."""
    said = f" {fold(text)}"
    counts = {
        code: sum(f" {word[: max(STEM, len(word) - 2)]}" in said for word in fold(kind.words).split())
        for code, kind in directory().misconduct.items()
    }
    best = max(counts, key=lambda code: counts[code], default="")
    return best if best and counts[best] else ""

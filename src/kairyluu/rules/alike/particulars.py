"""The names and numbers of a text: what tells two matters of one kind apart, however alike the sentences are.

Law No. 67, Article 6-1 and Resolution No. 463 speak of repeated appeals on one matter; a person decides whether it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kairyluu.rules.likeness import LONGEST, Word, fold_word, words

NAME = 5  # letters kept of a name

_NAMED = re.compile(r"(?<![^\W_])(\d{2,}|[^\W\d_]{3,})(?![^\W_])")
# «айылы», «көчөсү», «шаары», «району» after a name; «село», «улица», «город», «район» before it: as they are folded.
_AFTER_NAME = ("аиыл", "аил", "кочо", "коче", "шаар")
_BEFORE_NAME = ("сел", "улиц", "ул", "город")


@dataclass(frozen=True)
class Told:
    """`names`: names and numbers of a text, shortened; `words`: every word of it, shortened alike."""

    names: frozenset[str]
    words: frozenset[str]


def particulars(text: str) -> frozenset[str]:
    """Numbers of two and more digits, and names: words with a capital letter inside a sentence. The same in whatever
    language; empty where everything is in capitals."""
    found = set()
    for match in _NAMED.finditer(text[:LONGEST]):
        word = match[1]
        if word.isdigit():
            found.add(word)
        elif word[0].isupper() and not word.isupper() and not _begins(text, match.start(1)):
            found.add(fold_word(word)[:NAME])
    return frozenset(found)


def named_alike(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the particulars of the text that has fewer; None where one has none."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else None


@lru_cache(maxsize=256)
def told(text: str) -> Told:
    """Closer than `particulars`: every number counts, and a name beside «айылы» or «улица» wherever it stands."""
    found = words(text)
    names = {word.folded for word in found if word.folded.isdigit()}
    names |= {word.folded[:NAME] for word in _beside_kinds_of_places(text, found)}
    return Told(particulars(text) | names, frozenset(word.folded[:NAME] for word in found))


def told_alike(one: Told, other: Told) -> float | None:
    """The share of the names and numbers of both that the other text has too, as a name or in any place of it: 1 where
    neither names anything that the other does not; None where nothing is named."""
    shared = len(one.names & other.words) + len(other.names & one.words)
    n = len(one.names) + len(other.names)
    return shared / n if n else None


def _beside_kinds_of_places(text: str, found: list[Word]) -> Iterator[Word]:
    """With a capital: «биздин айылда» names nothing."""
    for one, other in zip(found, found[1:], strict=False):
        if other.folded.startswith(_AFTER_NAME) and text[one.start].isupper():
            yield one
        elif one.folded.startswith(_BEFORE_NAME) and len(one.folded) < 7 and text[other.start].isupper():
            yield other


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here: nothing, a line end or a point stands before."""
    before = text[max(0, at - 4) : at].rstrip(' \t«"–—-(')
    return not before or before[-1] in ".!?\n"

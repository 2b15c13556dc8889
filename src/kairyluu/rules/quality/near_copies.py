"""Is an answer one's own, or an earlier one copied, or words that say nothing (отписка)?

Only an answer's own words count: what the body's templates put there is taken out first. Of those the share is measured that
stands in the other text too, in pieces of words and pairs of neighbours (`rules.likeness`), so that names, days, endings, spelling
and order hardly matter. Law No. 67, Article 4(1) demands a reasoned answer; how much may be alike is a choice of this project.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from kairyluu.rules.likeness import STEM, Word, compare, minhash, shared_passages, words

ROWS = 3  # slots in a band: texts that share six tenths meet with 999 in 1000, a fifth with 1 in 5
SHORTEST_BOILERPLATE = 3  # words
_PLACEHOLDER = re.compile(r"\{[a-z_]{1,40}\}")


@dataclass(frozen=True)
class PhraseFound:
    """An empty phrase and where it stands: characters from `start` to before `end`."""

    phrase: str
    start: int
    end: int


def boilerplate_of(templates: Iterable[str]) -> str:
    """The fixed words of the templates, as one text."""
    return "\n".join(_PLACEHOLDER.sub(" ", text) for text in templates)


def own_words(text: str, boilerplate: str) -> str:
    """The text without the passages that the templates put there."""
    kept, at = [], 0
    for passage in shared_passages(text, boilerplate, shortest=SHORTEST_BOILERPLATE):
        kept.append(text[at : passage.start_a])
        at = passage.end_a
    return " ".join([*kept, text[at:]]).strip()


def copied_share(own: str, other: str) -> float:
    """The part of the own words of an answer that stands in the other text, 0 to 1."""
    return compare(own, other).share_of_a


def bands(own: str, body_code: str) -> tuple[int, ...]:
    """Numbers below 2**40 for an index: an answer and its near copy in the same body have at least one in common."""
    hashes = minhash(own)
    starts = range(0, len(hashes), ROWS)
    return tuple(
        at << 32 | zlib.crc32(f"{body_code}{hashes[at : at + ROWS]}".encode()) for at in starts if hashes
    )


def n_words(text: str) -> int:
    return len(words(text))


def empty_phrases(text: str, phrases: Iterable[str]) -> list[PhraseFound]:
    """Each phrase once, where it first stands; endings of its words do not matter, nor one word put between."""
    found, in_text = [], words(text)
    stems = [_stem(word) for word in in_text]
    for phrase in phrases:
        place = _place([_stem(word) for word in words(phrase)], stems)
        if place is not None:
            found.append(PhraseFound(phrase, in_text[place[0]].start, in_text[place[1]].end))
    return sorted(found, key=lambda one: one.start)


def _stem(word: Word) -> str:
    return word.folded[:STEM]


def _place(wanted: list[str], stems: list[str]) -> tuple[int, int] | None:
    """The first and the last word of the phrase in the text."""
    for first, stem in enumerate(stems):
        if wanted and stem == wanted[0]:
            last = first
            for one in wanted[1:]:
                near = stems[last + 1 : last + 3]
                if one not in near:
                    break
                last += 1 + near.index(one)
            else:
                return first, last
    return None

"""How alike two texts are, in Kyrgyz or Russian, however they are spelled; and which passages they share.

Letters people exchange are one letter (о/ө/ѳ, у/ү, н/ң, е/ё, Latin look-alikes), letters written twice are one, case and
punctuation do not count, nor do words that every appeal has. The rest of each word, without most of its endings, is cut into
pieces of three letters and joined in pairs with its neighbours: a misspelled word keeps most of its pieces, sentences in
another order keep most of their pairs. Two texts are as alike as the pieces and pairs they share.

Law No. 67, Article 6-1 and Resolution No. 463 speak of repeated appeals on one matter; a person decides whether it is one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kairyluu.rules import spelling, stop_words

N_HASHES = 96  # slots of a minhash
ROWS = 3  # slots in a band: of texts that share half of their pieces 98 in 100 meet in a band
STEM = 6  # letters kept of a word: Kyrgyz and Russian change the end
LONGEST = 200_000  # characters looked at
SHORTEST_PASSAGE = 5  # words
MOST_PLACES = 20  # of one beginning in the other text that are tried

_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_LETTER, _CYRILLIC = re.compile(r"[^\W\d_]"), re.compile("[Ѐ-ԯ]")
_LATIN_WORD = re.compile(r"[aceopxykmtbhi]+")
_TO_CYRILLIC = str.maketrans("aceopxykmtbhi", "асеорхукмтвні")
_FINISH = str.maketrans({"і": "и", "ъ": None, "ь": None, "й": "и", "э": "е"})
_MIX = 0x9E3779B1
_WIDTH = 2**32


@dataclass(frozen=True)
class Word:
    """A word as compared, and where it stands in the text: characters from `start` to before `end`."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that stand in both texts in the same order: `a[start_a:end_a]` and `b[start_b:end_b]`."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    n_words: int


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`score` 0..1 and what it is made of: the share of the first text's pieces that stand in the second, and the
    reverse. A text copied whole with a page added to it has 1.0 and a small number."""

    score: float
    share_of_a: float
    share_of_b: float


def words(text: str) -> list[Word]:
    """Every word of the text in order, folded; stop words too."""
    text = text[:LONGEST]
    is_cyrillic = _mostly_cyrillic(text)
    return [
        Word(_folded(found[0], is_cyrillic), found.start(), found.end()) for found in _WORD.finditer(text)
    ]


def fingerprint(text: str) -> frozenset[int]:
    """The text as a set of numbers below 2**32: pieces of its words and pairs of neighbours; empty without words."""
    return _fingerprint(text)


def minhash(text: str) -> tuple[int, ...]:
    """`N_HASHES` numbers below 2**32, of which two texts share about the share of pieces they have in common; empty for
    a text without words. (One permutation, empty slots borrowed from the right.)"""
    slots: list[int | None] = [None] * N_HASHES
    for number in fingerprint(text):
        slot, rest = number % N_HASHES, number // N_HASHES
        held = slots[slot]
        if held is None or rest < held:
            slots[slot] = rest
    return tuple(_borrowed(slots))


def bands(text: str) -> tuple[int, ...]:
    """Numbers below 2**40 for an index: texts that are alike have at least one in common. See `ROWS`."""
    hashes = minhash(text)
    starts = range(0, len(hashes), ROWS)
    return tuple(at << 32 | zlib.crc32(repr(hashes[at : at + ROWS]).encode()) for at in starts)


def likeness(a: str, b: str) -> float:
    """0..1: 1 for the same words, about 0.1 for two matters of one village, 0.3 at most for two matters of one kind, from 0.5 one
    text with faults, other order and added sentences."""
    return compare(a, b).score


def compare(a: str, b: str) -> Comparison:
    """Empty texts are like nothing."""
    if not (of_a := fingerprint(a)) or not (of_b := fingerprint(b)):
        return Comparison(score=0.0, share_of_a=0.0, share_of_b=0.0)
    shared = len(of_a & of_b)
    shorter, longer = sorted((len(of_a), len(of_b)))
    # Between the share of the shorter text and that of the longer: added sentences count little, a long text that
    # happens to contain the words of a short one does not win.
    score = min(1.0, round(shared / (0.6 * shorter + 0.4 * longer), 4))
    return Comparison(
        score=score, share_of_a=round(shared / len(of_a), 4), share_of_b=round(shared / len(of_b), 4)
    )


def shared_passages(a: str, b: str, *, shortest: int = SHORTEST_PASSAGE) -> list[Passage]:
    """Runs of at least `shortest` words that stand in both texts, in the order of `a`, none overlapping in `a`. One word
    that differs inside a run does not break it. Linear in the length of the texts."""
    in_a, in_b = words(a), words(b)
    places = _places(in_b, shortest)
    found: list[Passage] = []
    at = 0
    while at + shortest <= len(in_a):
        starts = places.get(_key(in_a, at, shortest), ())[:MOST_PLACES]
        runs = [(_run(in_a, in_b, at, start), start) for start in starts]
        if not runs:
            at += 1
            continue
        (last_a, last_b), start_b = max(runs, key=lambda run: run[0][0])
        found.append(_passage(in_a[at : last_a + 1], in_b[start_b : last_b + 1]))
        at = last_a + 1
    return found


def shared_share(passages: Iterable[Passage], text: str) -> float:
    """The part of the words of `text` (the `a` of the passages) that stands in the passages, 0..1."""
    return min(1.0, sum(p.n_words for p in passages) / max(1, len(words(text))))


@lru_cache(maxsize=256)
def _fingerprint(text: str) -> frozenset[int]:
    kept = [word.folded[:STEM] for word in words(text) if word.folded not in _stop_words()]
    return frozenset(map(_hashed, _features(kept)))


def _features(stems: list[str]) -> Iterator[str]:
    """Pieces of three letters with the beginning marked; numbers whole; pairs of neighbours in alphabetical order."""
    for stem in stems:
        if len(stem) < 3 or stem.isdigit():
            yield f"^{stem}"
            continue
        marked = f"^{stem}"
        yield from (marked[at : at + 3] for at in range(len(marked) - 2))
        yield f"{stem[:5]}."
    for one, other in zip(stems, stems[1:], strict=False):
        yield " ".join(sorted((one[:4], other[:4])))


def _hashed(feature: str) -> int:
    mixed = zlib.crc32(feature.encode()) * _MIX % _WIDTH
    return (mixed ^ mixed >> 15) * _MIX % _WIDTH


def _borrowed(slots: list[int | None]) -> Iterator[int]:
    if all(slot is None for slot in slots):
        return
    for place in range(len(slots)):
        distance = 0
        while (value := slots[(place + distance) % len(slots)]) is None:
            distance += 1
        yield (value + distance * 7_919) % _WIDTH


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_folded(word, True) for word in f"{stop_words.KYRGYZ} {stop_words.RUSSIAN}".split())


def _mostly_cyrillic(text: str) -> bool:
    begin = text[:2000]
    return 2 * len(_CYRILLIC.findall(begin)) > len(_LETTER.findall(begin))


def fold_word(word: str) -> str:
    """One word or name of a Cyrillic text as it is compared: letters people exchange are one letter."""
    return _folded(word, True)


@lru_cache(maxsize=20_000)
def _folded(word: str, is_cyrillic: bool) -> str:
    """`is_cyrillic`: a word of look-alikes only, in a Cyrillic text, is Cyrillic (a Latin «cyy» in «таза cyy»)."""
    folded = spelling.fold(word)
    if is_cyrillic and _LATIN_WORD.fullmatch(folded):
        folded = folded.translate(_TO_CYRILLIC)
    if folded.isascii():
        return folded
    return _TWICE.sub(r"\1", folded.translate(_FINISH))


def _key(in_text: list[Word], at: int, n: int) -> tuple[str, ...]:
    return tuple(word.folded for word in in_text[at : at + n])


def _places(in_text: list[Word], n: int) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(in_text) - n + 1):
        places.setdefault(_key(in_text, at, n), []).append(at)
    return places


def _run(in_a: list[Word], in_b: list[Word], at: int, start: int) -> tuple[int, int]:
    """The last places, in each text, of the run that begins at `at` and `start`; it may step over one other word."""
    last, step = (at, start), 0
    while at + step < len(in_a) and start + step < len(in_b):
        if in_a[at + step].folded == in_b[start + step].folded:
            last = (at + step, start + step)
        elif last != (at + step - 1, start + step - 1):
            break
        step += 1
    return last


def _passage(run_a: list[Word], run_b: list[Word]) -> Passage:
    a, b = (run_a[0].start, run_a[-1].end), (run_b[0].start, run_b[-1].end)
    return Passage(start_a=a[0], end_a=a[1], start_b=b[0], end_b=b[1], n_words=len(run_a))

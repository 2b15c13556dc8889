"""The words of urgent messages, and where a text holds them: with endings, misspelled by one letter, denied or not.

Letters people exchange are one letter already (`likeness.fold_word`). A row's stem may be several words, each with any ending
and at most two others between them; `=` behind a word means: this form only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kairyluu.rules.likeness import Word, fold_word, words

DEED, CONTEXT, SIGN, CALM = "deed", "context", "sign", "calm"
PARTS = (DEED, CONTEXT, SIGN, CALM)
LONGEST = 20_000  # characters looked at
MOST_KEPT = 20_000  # words a lexicon remembers
GAP = 2  # words that may stand between those of one row
FUZZY_FROM = 6  # letters: shorter stems must be spelled right
_HEAD = 2  # letters a misspelled word must share with its stem
_ENDS_SENTENCE = re.compile(r"[.!?…;\n]")
# Behind a verb, after folding: -ба/-бе/-бо/-па… with a further ending or none («коркутпады», «өлтүрбөйт», «тийбе»).
_DENIED_KYRGYZ = re.compile(r"[бп][аео](?:[дгистнм]|$)")
_DENIED_AFTER = frozenset(map(fold_word, ("жок", "эмес")))
_DENIED_BEFORE = frozenset(
    map(fold_word, ("не", "нет", "без", "ни", "никто", "ничего", "никакой", "никаких"))
)


@dataclass(frozen=True, kw_only=True)
class UrgentWord:
    """A row of the table: `classes` it points to, `part` it plays there (see `PARTS`), `weight` below zero for calm."""

    classes: frozenset[str]
    part: str
    language: str
    stem: str
    weight: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """A row found in a text: words `first` to `last`, characters `start` to before `end`, in sentence `sentence`."""

    row: UrgentWord
    first: int
    last: int
    start: int
    end: int
    sentence: int


@dataclass(frozen=True)
class _Piece:
    letters: str
    is_whole: bool
    may_be_misspelled: bool

    def fits(self, word: str) -> bool:
        return word == self.letters if self.is_whole else word.startswith(self.letters)


def _piece(written: str, part: str) -> _Piece:
    """What calms or is a sign must be spelled right: a misspelled one is too easily another word."""
    letters, is_whole = fold_word(written.rstrip("=")), written.endswith("=")
    long_enough = len(letters) >= FUZZY_FROM and not is_whole
    return _Piece(letters, is_whole, long_enough and part in (DEED, CONTEXT))


_Rest = tuple[tuple[_Piece, ...], UrgentWord]


class Lexicon:
    """The rows, ready to be looked up; built once for an edition of the table. Which rows a word may begin is kept."""

    def __init__(self, rows: Iterable[UrgentWord]) -> None:
        self._by_head: dict[str, dict[_Piece, list[_Rest]]] = {}
        self._kept: dict[str, list[_Rest]] = {}
        for row in rows:
            pieces = tuple(_piece(part, row.part) for part in row.stem.split())
            if pieces and pieces[0].letters:
                bucket = self._by_head.setdefault(pieces[0].letters[:_HEAD], {})
                bucket.setdefault(pieces[0], []).append((pieces, row))

    def find(self, text: str) -> list[Found]:
        """Every row that stands in the text and is not denied there, in order."""
        text = text[:LONGEST]
        in_text = words(text)
        folded, sentences = [word.folded for word in in_text], _sentences(text, in_text)
        found = []
        for at, word in enumerate(folded):
            for pieces, row in self._begun_by(word):
                last = _last_word(pieces, folded, at)
                if last is None or sentences[last] != sentences[at]:
                    continue
                if row.part == DEED and _is_denied(pieces, folded, at, last, sentences):
                    continue
                start, end = in_text[at].start, in_text[last].end
                found.append(
                    Found(row=row, first=at, last=last, start=start, end=end, sentence=sentences[at])
                )
        return found

    def _begun_by(self, word: str) -> list[_Rest]:
        """The rows whose first word this is."""
        if word not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            bucket = self._by_head.get(word[:_HEAD], {})
            self._kept[word] = [one for piece, rest in bucket.items() if _fits(piece, word) for one in rest]
        return self._kept[word]


def _last_word(pieces: tuple[_Piece, ...], folded: list[str], at: int) -> int | None:
    """Where the row's last word stands when its first stands at `at`."""
    last = at
    for piece in pieces[1:]:
        near = folded[last + 1 : last + 2 + GAP]
        step = next((n for n, word in enumerate(near, 1) if piece.fits(word)), 0)
        if not step:
            return None
        last += step
    return last


def _fits(piece: _Piece, word: str) -> bool:
    return piece.fits(word) or (piece.may_be_misspelled and begins_misspelled(word, piece.letters))


def begins_misspelled(word: str, stem: str) -> bool:
    """Whether the word begins with the stem but for one letter more, less, other, or two exchanged."""
    if word[: _HEAD + 1] != stem[: _HEAD + 1] and word[_HEAD + 1 : _HEAD + 3] not in stem[_HEAD : _HEAD + 4]:
        return False  # most words leave here
    same = 0
    while same < len(stem) and same < len(word) and word[same] == stem[same]:
        same += 1
    rest, given = stem[same:], word[same:]
    if same < _HEAD or len(rest) < 2:
        return same >= _HEAD and same == len(stem)
    return (
        given[1:].startswith(rest[1:])
        or given[1:].startswith(rest)
        or given.startswith(rest[1:])
        or given[:2] == rest[1] + rest[0]
        and given[2:].startswith(rest[2:])
    )


def _is_denied(
    pieces: tuple[_Piece, ...], folded: list[str], first: int, last: int, sentences: list[int]
) -> bool:
    """«коркутпады», «коркуткан жок», «не угрожал», «угрозы нет»."""
    if not pieces[-1].is_whole and _has_denying_ending(folded[last], pieces[-1].letters):
        return True
    sentence = sentences[first]
    after = [folded[n] for n in range(last + 1, min(last + 3, len(folded))) if sentences[n] == sentence]
    before = [folded[n] for n in range(max(0, first - 1), first) if sentences[n] == sentence]
    if before and before[-1] in _DENIED_BEFORE:
        return True
    return bool(after) and (_DENIED_AFTER & set(after) != set() or after[0] == "нет")


def _has_denying_ending(word: str, stem: str) -> bool:
    """Right behind the stem; where the word is not quite the stem, also across its last letters («коркутпады» and
    «коркутуп»)."""
    if word.startswith(stem):
        return _DENIED_KYRGYZ.match(word[len(stem) :]) is not None
    return any(_DENIED_KYRGYZ.match(word, at) for at in range(len(stem) - 2, len(stem) + 1))


def _sentences(text: str, in_text: list[Word]) -> list[int]:
    """The number of its sentence for each word."""
    numbers, number, end = [], 0, 0
    for word in in_text:
        number += bool(_ENDS_SENTENCE.search(text, end, word.start))
        numbers.append(number)
        end = word.end
    return numbers

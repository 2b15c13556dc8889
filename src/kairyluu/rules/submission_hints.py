"""What a text may be returned for, said to its author before sending. A hint never refuses: a person does.

The grounds are those of Article 6-1 of Law No. 67 of 4 May 2007 as published by the State Registration
Service: capitals only, Russian typed in Latin letters, not split into sentences. The other listed grounds
(profanity, no concrete request) cannot be seen honestly by counting and are left to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ALL_CAPITALS = "all_capitals"
LATIN_LETTERS = "latin_letters"
NO_SENTENCES = "no_sentences"

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LATIN_WORD = re.compile(r"[a-z]+(?:['’ʼ][a-z]*)*")
_NOT_PROSE = re.compile(r"\S{0,200}(?:@|://|www\.)\S{0,2000}")
# The end of a sentence, a line of a list, or an empty line: each gives the reader a place to breathe.
_SENTENCE_END = re.compile(r"[.!?…](?=[\s»\"”)]|$)|;\s*\n|\n[^\S\n]*(?:[-–—•*]|\d{1,2}[.)])\s|\n[^\S\n]*\n")
_FEW_LETTERS = 30  # below that a share says nothing: «ЖЧК «АК-ЖОЛ», 2026»
_FEW_WORDS = 5
_LOUD_LETTERS = 15  # a short text without one small letter: «СУУ ЖОК. ОҢДОП БЕРИҢИЗДЕР»
_LOUD_LONG_SHARE = 0.4  # of its letters in long words: the others may be abbreviations
_LONGEST_ABBREVIATION = 5  # ЖЧК, ОсОО, ГУВД, БШТБ are written in capitals by everyone

# English prose has one of these in three words; fifteen Latin words without any are another language.
_ENGLISH_WORDS = (
    "the a an of to in is are was were and or for on at by with from this that it i we my our you your he she they "
    "not no be been have has had do does please will would can could as there here his her their which who am"
)
# Common in Russian and in Kyrgyz typed in Latin letters, in the usual ways of spelling them.
_TRANSLITERATED_WORDS = (
    "i v vo na ne nas nam vas vam vy my moy moi moya nash nasha u k s so po za iz ot do dlya chto chtoby kak eto etot "
    "net da uzhe uje ili pri proshu proshy pros'ba pojaluysta pozhaluysta zdravstvuyte dom doma ulica ulitsa ulice "
    "ulitse voda vody svet dorogi doroga god goda let net' bylo byl byla est' est tolko tol'ko ochen' ochen "
    "men menin biz bizdin siz sizden siz'den suu suusu jok zhok bar jana zhana menen uchun ushul bul al "
    "kerek berinizder beriniz kylynyz suraym suraym suranabyz aiyl ayil ayyl kochosu jol joldu jardam zhardam "
    "salamatsyzby uy uyum mektep emes boldu kyldy kelgen jatat turat"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_TRANSLITERATED = frozenset(_TRANSLITERATED_WORDS.split())
_MANY_WORDS = 15
_TRANSLITERATED_SHARE = 0.05


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Where a hint begins; rows of the settings, because no text of the law names a share."""

    capitals_share: float = 0.7
    latin_share: float = 0.6
    sentence_length: int = 700


@dataclass(frozen=True, kw_only=True)
class Hint:
    """`code` is that of a refusal ground; `measured` is what was found and `limit` where hints begin.

    Both are shares from 0 to 1, for sentences the number of characters without an end.
    """

    code: str
    measured: float
    limit: float


def submission_hints(text: str, *, limits: Limits | None = None, language: str = "") -> tuple[Hint, ...]:
    """Hints for the text of an appeal, at most one a ground; `language` en keeps Latin letters in peace."""
    limits = limits or Limits()
    prose = _NOT_PROSE.sub(" ", text)
    words = _WORD.findall(prose)
    return (
        *_capitals(words, limits.capitals_share),
        *(() if language == "en" else _latin(words, limits.latin_share)),
        *_sentences(prose.strip(), limits.sentence_length),
    )


def _capitals(words: list[str], limit: float) -> Iterator[Hint]:
    """The share of capitals in words too long to be abbreviations, or in all when many words are short."""
    long_words = [word for word in words if len(word) > _LONGEST_ABBREVIATION]
    if (not long_words and len(words) >= _MANY_WORDS) or _is_short_and_loud(words, long_words):
        long_words = words
    letters = [char for word in long_words for char in word if char.isupper() or char.islower()]
    if len(letters) < (_LOUD_LETTERS if long_words is words else _FEW_LETTERS):
        return
    share = sum(char.isupper() for char in letters) / len(letters)
    if share >= limit:
        yield Hint(code=ALL_CAPITALS, measured=round(share, 2), limit=limit)


def _is_short_and_loud(words: list[str], long_words: list[str]) -> bool:
    """Two words or more without a small letter, and not mostly abbreviations."""
    n_letters = sum(map(len, words))
    is_loud = len(words) > 1 and n_letters >= _LOUD_LETTERS and all(word.isupper() for word in words)
    return is_loud and sum(map(len, long_words)) >= n_letters * _LOUD_LONG_SHARE


def _latin(words: list[str], limit: float) -> Iterator[Hint]:
    """Mostly Latin letters that are not English: Russian or Kyrgyz transliterated, told by its common words."""
    n_letters = sum(map(len, words))
    latin = [word.lower() for word in words if word.isascii() or _LATIN_WORD.fullmatch(word.lower())]
    share = sum(map(len, latin)) / n_letters if n_letters else 0
    if n_letters < _FEW_LETTERS or len(latin) < _FEW_WORDS or share < limit:
        return
    english = sum(word in _ENGLISH for word in latin) / len(latin)
    transliterated = sum(word in _TRANSLITERATED for word in latin) / len(latin)
    is_no_english = english == 0 and len(latin) >= _MANY_WORDS
    if is_no_english or transliterated > max(english, _TRANSLITERATED_SHARE):
        yield Hint(code=LATIN_LETTERS, measured=round(share, 2), limit=limit)


def _sentences(prose: str, limit: int) -> Iterator[Hint]:
    """The longest stretch without an end of a sentence, a list item or an empty line."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(prose)), len(prose)]
    longest = max(end - start for start, end in zip(ends, ends[1:], strict=False))
    if longest > limit:
        yield Hint(code=NO_SENTENCES, measured=longest, limit=limit)

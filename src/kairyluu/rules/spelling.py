"""Folding, sorting and cleaning of Kyrgyz and Russian text; names, telephones, personal numbers.

People type о for ө, у for ү, н for ң, and Latin look-alikes inside Cyrillic words: search must not care.
What is stored is what was typed, less the characters that nobody can see (see `clean_text`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kairyluu.rules.refusals import Refused

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"

# Letter for letter, after case folding.
FOLD_FROM = "өѳɵүұңҥӊё"
FOLD_TO = "оооууннне"

_FOLDED = str.maketrans(FOLD_FROM, FOLD_TO)
# What the database folds in its search index: the same two strings stand in its function.
SEARCH_FROM = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНҢОӨѲПРСТУҮФХЦЧШЩЪЫЬЭЮЯёңөѳү"
SEARCH_TO = "abcdefghijklmnopqrstuvwxyzабвгдеежзийклмннооопрстууфхцчшщъыьэюяенооу"
_SEARCHED = str.maketrans(SEARCH_FROM, SEARCH_TO)
_RANKS = str.maketrans(ALPHABET, "".join(chr(0x430 + rank) for rank in range(len(ALPHABET))))
_LOOKALIKES = str.maketrans("ABCEHKMOPTXYaceopxykmtɵƟ", "АВСЕНКМОРТХУасеорхукмтөӨ")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_LATIN = re.compile(r"[A-Za-zɵƟ]")
_NOT_SORTED = re.compile(r"[\W_]+")

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_EMOJI = "\u2190-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f)"  # flags of countries inside a state are kept whole
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f]"  # controls; NUL cannot be stored, none can be printed
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # direction marks: a text must read as it is stored
    "|[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff\U000e0000-\U000e007f]"  # of no width
    f"|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"  # the joiner is kept only inside an emoji
    "|[\ud800-\udfff\ufffe\uffff]"  # halves of characters, and what is none
)
_MANY_MARKS = 30  # the stream-safe limit of Unicode annex 15; sorting longer runs takes quadratic time

_NATIONAL = re.compile(r"[2-9]\d{8}")
_PHONE = re.compile(r"\(?\+?[\d\s()\-‐-―.]{5,39}")
_PERSONAL_NUMBER = re.compile(r"\d{14}", re.ASCII)


class NotATelephone(Refused):
    """No number that can be dialled from anywhere can be made of this; it is not repeated, logs are read."""


def clean_text(text: str) -> str:
    """Text of several lines without invisible characters; everything a reader can see stays exactly.

    Controls, direction marks and characters of no width are removed, not refused: they come with text
    pasted from a PDF, and nobody can correct what he cannot see. Line ends become `\\n`, tabs stay, letters
    are composed (NFC), ends are not trimmed.
    """
    return _composed(_UNSEEN.sub(r"\1", _LINE_BREAKS.sub("\n", text)))


def clean_line(text: str) -> str:
    """The same for a field of one line: runs of white space become one space, ends are trimmed."""
    return " ".join(clean_text(text).split())


def fold(text: str) -> str:
    """The form in which two spellings of one word are equal: for search, never for display."""
    words = _WORD.sub(_cyrillic_throughout, clean_line(text).replace("\u0301", ""))
    return words.casefold().translate(_FOLDED)


def fold_for_search(words: str) -> str:
    """Exactly what the database's search index does to its words: letter for letter, nothing else.

    Fold what a person typed with `fold`, which forgives more; its result passes here unchanged.
    """
    return words.translate(_SEARCHED)


def sort_key(text: str) -> str:
    """A key whose code points sort in Kyrgyz order: digits, Latin, then А…Ё…Ң…Ө…Ү…Я; punctuation is ignored.

    Stored beside a name it lets the database sort with the plain `C` collation.
    """
    return _NOT_SORTED.sub(" ", clean_line(text).casefold()).strip().translate(_RANKS)


def first_letter(surname: str) -> str:
    """The letter a register of names files it under, in upper case; empty when there is none."""
    found = re.search(r"[^\W\d_]", clean_line(surname))
    return found[0].upper()[0] if found else ""


def is_plausible_personal_number(text: str) -> bool:
    """Fourteen digits. A reason to warn only: no public text that was read describes its inner structure."""
    return _PERSONAL_NUMBER.fullmatch("".join(text[:100].split())) is not None


def phone_e164(text: str) -> str:
    """Any Kyrgyz spelling, or a foreign number with + and 8 to 15 digits, as E.164.

    `(03234) 5-11-84` → `+996323451184`; `0700 12 34 56`, `996700123456`, `700123456` → `+996700123456`.
    A local number without its area code cannot be dialled from elsewhere and is refused.
    """
    typed = clean_line(text[:100])
    if not _PHONE.fullmatch(typed):
        raise NotATelephone()
    digits = "".join(str(unicodedata.decimal(char)) for char in typed if char.isdecimal())
    is_international = "+" in typed
    if digits.startswith("00"):
        digits, is_international = digits[2:], True
    if is_international and not digits.startswith("996"):
        if not 8 <= len(digits) <= 15 or digits.startswith("0"):
            raise NotATelephone()
        return f"+{digits}"
    return f"+996{_national(digits, with_country=is_international)}"


def _national(digits: str, *, with_country: bool) -> str:
    """Nine digits behind +996; a trunk 0 is dropped, also the wrong one of `+996 (0)700`."""
    if with_country or (digits.startswith("996") and len(digits) > 10):
        digits = digits[3:]
    if digits.startswith("0"):
        digits = digits[1:]
    if not _NATIONAL.fullmatch(digits):
        raise NotATelephone()
    return digits


def _cyrillic_throughout(found: re.Match[str]) -> str:
    """A word of both alphabets with its Latin look-alikes turned into the Cyrillic letters they stand for."""
    word = found[0]
    return word.translate(_LOOKALIKES) if _CYRILLIC.search(word) and _LATIN.search(word) else word


@cache
def _long_runs_of_marks() -> re.Pattern[str]:
    marks = "".join(
        re.escape(chr(point)) for point in range(0x300, 0x1F000) if unicodedata.combining(chr(point))
    )
    return re.compile(f"([{marks}]{{{_MANY_MARKS}}})[{marks}]+")


def _composed(text: str) -> str:
    """NFC in linear time, whatever is piled upon a letter."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _long_runs_of_marks().sub(r"\1", text))

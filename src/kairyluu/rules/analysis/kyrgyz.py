"""Kyrgyz numbers: read aloud, and with the ending that harmonises with the word they end in when read aloud."""

from __future__ import annotations

from decimal import Decimal

from kairyluu.rules.analysis import writing

DATIVE, GENITIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, POSSESSIVE = (
    "dative",
    "genitive",
    "accusative",
    "locative",
    "ablative",
    "possessive",
)
CASES = (DATIVE, GENITIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, POSSESSIVE)
UNITS = ("", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
TENS = ("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон")
HUNDRED, NOUGHT = "жүз", "нөл"
GREAT = ((10**9, "миллиард"), (10**6, "миллион"), (10**3, "миң"))
_VOICELESS = "кпстфхцчшщ"
# The last vowel decides the vowel of the ending: open as in -га, close as in -нын.
_OPEN = (
    dict.fromkeys("аыуюя", "а")
    | dict.fromkeys("оё", "о")
    | dict.fromkeys("еэи", "е")
    | dict.fromkeys("өү", "ө")
)
_CLOSE = (
    dict.fromkeys("аыя", "ы")
    | dict.fromkeys("оуёю", "у")
    | dict.fromkeys("еэи", "и")
    | dict.fromkeys("өү", "ү")
)


def in_words(n: int) -> str:
    """1234: «бир миң эки жүз отуз төрт»; a hundred alone is «жүз», a thousand alone «миң»."""
    if n == 0:
        return NOUGHT
    words: list[str] = []
    for size, name in GREAT:
        many, n = divmod(n, size)
        if many:
            words += [in_words(many), name] if many > 1 or size > 1000 or words else [name]
    hundreds, n = divmod(n, 100)
    if hundreds:
        words += [UNITS[hundreds], HUNDRED] if hundreds > 1 or words else [HUNDRED]
    words += [TENS[n // 10], UNITS[n % 10]]
    return " ".join(word for word in words if word)


def last_word(n: int) -> str:
    """The word a number ends in when it is read aloud."""
    return in_words(n).rpartition(" ")[2]


def ending(word: str, case: str) -> str:
    """The ending of a native word by vowel harmony and by its last sound: `беш` + dative = `ке`."""
    vowel = next(letter for letter in reversed(word) if letter in _OPEN)
    open_, close = _OPEN[vowel], _CLOSE[vowel]
    last = word[-1]
    is_vowel, is_hard = last in _OPEN, last in _VOICELESS
    if case == DATIVE:
        return ("к" if is_hard else "г") + open_
    if case in (LOCATIVE, ABLATIVE):
        return ("т" if is_hard else "д") + open_ + ("н" if case == ABLATIVE else "")
    if case in (GENITIVE, ACCUSATIVE):
        return ("н" if is_vowel else "т" if is_hard else "д") + close + ("н" if case == GENITIVE else "")
    return ("с" if is_vowel else "") + close


def numeral(n: int, case: str) -> str:
    """5ке, 6га, 9га, 10го, 1 234кө."""
    return writing.figure(n, writing.KY) + ending(last_word(n), case)


def number_word(n: int, case: str) -> str:
    """«бешке», «үчтөн»."""
    words = in_words(n)
    return words + ending(last_word(n), case)


def per_cent(value: Decimal, case: str) -> str:
    """12,3 %га: the sign is read «пайыз», whatever number stands before it."""
    return writing.per_cent(value, writing.KY) + ending("пайыз", case)


def year(n: int, case: str = "") -> str:
    """«2026-жыл», «2026-жылдын», «2026-жылга»: the hyphen makes the number an ordinal."""
    return f"{n}-жыл" + (ending("жыл", case) if case else "")

"""How long a short message is: 3GPP TS 23.038 (the alphabets) and 23.040 (messages of several parts). One letter that the
GSM alphabet lacks, and Kyrgyz and Russian have no other, makes the whole message UCS-2."""

from __future__ import annotations

from dataclasses import dataclass

GSM7, UCS2 = "GSM-7", "UCS-2"
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")  # two places each
# Places in a message of one part, and in each part of several: six bytes go to say which part it is.
_ROOM = {GSM7: (160, 153), UCS2: (70, 67)}


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`n_units` are places in the alphabet, `n_parts` the messages the caller gets and somebody pays for."""

    alphabet: str
    n_units: int
    n_parts: int


def measure(text: str) -> Measured:
    """A letter of two places never stands in two parts. An empty text has no part."""
    alphabet = GSM7 if all(letter in _BASIC or letter in _EXTENDED for letter in text) else UCS2
    sizes = [_places(letter, alphabet) for letter in text]
    whole, each = _ROOM[alphabet]
    n_units = sum(sizes)
    n_parts = bool(text) if n_units <= whole else _filled(sizes, each)
    return Measured(alphabet=alphabet, n_units=n_units, n_parts=int(n_parts))


def _places(letter: str, alphabet: str) -> int:
    if alphabet == GSM7:
        return 2 if letter in _EXTENDED else 1
    return 2 if ord(letter) > 0xFFFF else 1


def _filled(sizes: list[int], each: int) -> int:
    n_parts, used = 1, 0
    for size in sizes:
        if used + size > each:
            n_parts, used = n_parts + 1, 0
        used += size
    return n_parts

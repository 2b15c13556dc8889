"""A text cut into short messages: 3GPP TS 23.038 and 23.040, in the same places as `rules.exchange.short_messages` counts."""

from __future__ import annotations

from dataclasses import dataclass

GSM_DEFAULT, UCS2 = 0x00, 0x08  # data_coding of SMPP 3.4
_TABLE = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_BASIC = {letter: bytes([n]) for n, letter in enumerate(_TABLE) if letter != "\x1b"}
_ESCAPED = {
    "\f": 0x0A,
    "^": 0x14,
    "{": 0x28,
    "}": 0x29,
    "\\": 0x2F,
    "[": 0x3C,
    "~": 0x3D,
    "]": 0x3E,
    "|": 0x40,
}
_ESCAPED["€"] = 0x65
_EXTENDED = {letter: bytes([0x1B, code]) for letter, code in _ESCAPED.items()}
_ROOM = {GSM_DEFAULT: (160, 153), UCS2: (140, 134)}  # bytes: one a place in SMPP's GSM, two in UCS-2


@dataclass(frozen=True)
class Parts:
    """`coding` is SMPP's data_coding; `parts` the bytes of each message without its header."""

    coding: int
    parts: tuple[bytes, ...]


def cut(text: str) -> Parts:
    """No letter is cut in two."""
    letters = _BASIC | _EXTENDED
    coding = GSM_DEFAULT if all(letter in letters for letter in text) else UCS2
    places = [letters[x] if coding == GSM_DEFAULT else x.encode("utf-16-be") for x in text]
    whole, each = _ROOM[coding]
    if sum(map(len, places)) <= whole:
        return Parts(coding, (b"".join(places),))
    parts = [b""]
    for place in places:
        if len(parts[-1]) + len(place) > each:
            parts.append(b"")
        parts[-1] += place
    return Parts(coding, tuple(parts))


def encoded(text: str) -> tuple[int, bytes]:
    """The text whole, for a service that cuts it itself (message_payload)."""
    cut_up = cut(text)
    return cut_up.coding, b"".join(cut_up.parts)

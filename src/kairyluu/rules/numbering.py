"""How a registration number is formed and read back, the public tracking number, its secret, journal pages.

Nothing here is random: bytes and integers are handed in, so the same input always gives the same number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import Formatter

from kairyluu.rules.refusals import Refused

# `number` and `prefix` are the words administrators used before; they mean the same.
_FIELDS = {
    "serial": "serial",
    "number": "serial",
    "year": "year",
    "yy": "year",
    "index": "index",
    "prefix": "index",
    "letter": "letter",
}
_WIDTH = re.compile(r"0?([1-9])d?")
_LONGEST_PATTERN = 60
_GROUP = 1000
# Damm's quasigroup: one wrong digit or two neighbours exchanged always change the check digit.
_DAMM = "0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790"
_LOOKALIKES = str.maketrans("OoОоӨөQDIlLіІ|!ӀЗзSsбBВ", "00000000111111113355688")
_SEPARATORS = re.compile(r"[\s\-‐-―−–—.,/_№#]+")


class PatternRefused(Refused):
    """A pattern that would make duplicates or could not be read back; `reason` says which."""


class NumberNotOfPattern(Refused):
    """This text was not formed by this pattern."""


class TrackingNumberMistyped(Refused):
    """`reason`: characters, length or check_digit (a digit was mistyped or two were exchanged)."""


class SecretMistyped(Refused):
    """What was typed cannot be a secret code: not twelve digits."""


@dataclass(frozen=True, kw_only=True)
class NumberParts:
    """What a registration number says; `index` and `letter` are empty where the pattern has none."""

    serial: int
    year: int | None
    index: str = ""
    letter: str = ""


@dataclass(frozen=True)
class NumberPattern:
    """A body's pattern such as `{index}-{serial:04}/{year}` or `{letter}-{serial}/{yy}`.

    Placeholders: `serial` (`:04` pads it), `year`, `yy`, `index` (of the body), `letter` (first of the
    applicant's surname or the organisation's name). The pattern is checked when it is made.
    """

    text: str
    restarts_yearly: bool = True

    def __post_init__(self) -> None:
        reason = _fault(self.text, self.restarts_yearly)
        if reason:
            raise PatternRefused(facts={"pattern": self.text, "reason": reason})

    def form(self, parts: NumberParts) -> str:
        """The number; a missing letter or index is refused, since readers would take it for a slip."""
        return "".join(literal + _written(name, spec, parts) for literal, name, spec in _pieces(self.text))

    def read(self, number: str) -> NumberParts:
        """The inverse of `form`, exact to the leading zero."""
        text = number.strip()
        found = re.fullmatch(_as_regex(self.text), text)
        if not found:
            raise NumberNotOfPattern(facts={"number": text[:120], "pattern": self.text})
        groups = found.groupdict()
        year = groups.get("year")
        parts = NumberParts(
            serial=int(groups["serial"]),
            year=(2000 if len(year) == 2 else 0) + int(year) if year else None,
            index=groups.get("index") or "",
            letter=groups.get("letter") or "",
        )
        if self.form(parts) != text:
            raise NumberNotOfPattern(facts={"number": text, "pattern": self.text})
        return parts


def tracking_number(year: int, value: int) -> str:
    """`YY-DDD-DDD-D` from a random value below a million, `YY-DDD-DDD-DDD-D` from one below a milliard.

    The last digit checks the others. The value must be random: who knows one number must not know the next.
    """
    if not 0 <= value < _GROUP**3:
        raise ValueError("a tracking number holds at most nine random digits")
    body = f"{year % 100:02}{value:0{6 if value < _GROUP**2 else 9}}"
    return _tracking_in_groups(body + _check_digit(body))


def tracking_number_typed(text: str) -> str:
    """The tracking number a person meant: spaces, dashes and look-alike letters forgiven, a wrong digit told."""
    digits = _digits(text[:100])
    if digits is None:
        raise TrackingNumberMistyped(facts={"reason": "characters"})
    if len(digits) not in (9, 12):
        raise TrackingNumberMistyped(facts={"reason": "length", "digits": len(digits)})
    if _check_digit(digits) != "0":
        raise TrackingNumberMistyped(facts={"reason": "check_digit"})
    return _tracking_in_groups(digits)


def secret_code(random_bytes: bytes) -> str:
    """Twelve digits as `DDDD DDDD DDDD`; sixteen bytes or more make every code equally likely."""
    if len(random_bytes) < 16:
        raise ValueError("give at least sixteen random bytes")
    digits = f"{int.from_bytes(random_bytes, 'big') % 10**12:012}"
    return " ".join(digits[n : n + 4] for n in (0, 4, 8))


def secret_digits(typed: str) -> str:
    """The twelve bare digits of a secret, as they are hashed, from whatever a person typed."""
    digits = _digits(typed[:100])
    if digits is None or len(digits) != 12:
        raise SecretMistyped()
    return digits


def journal_page(position: int, per_page: int) -> int:
    """The page (from 1) of the entry at this position (from 1)."""
    if position < 1 or per_page < 1:
        raise ValueError("positions and pages are counted from 1")
    return (position - 1) // per_page + 1


def journal_pages(n_entries: int, per_page: int) -> int:
    """How many pages a book has; an empty book still has its first page."""
    return journal_page(max(n_entries, 1), per_page)


def positions_on_page(page: int, per_page: int) -> range:
    """The positions an entry may have on this page."""
    return range((page - 1) * per_page + 1, page * per_page + 1)


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """(literal before, placeholder or empty, its format) for each piece."""
    return [(literal, name or "", spec or "") for literal, name, spec, _ in Formatter().parse(text)]


def _fault(text: str, restarts_yearly: bool) -> str:
    """The reason to refuse a pattern, or nothing."""
    try:
        pieces = _pieces(text)
    except ValueError:
        return "braces"
    names = [name for _, name, _ in pieces if name]
    means = [_FIELDS.get(name, "") for name in names]
    faults = {
        "too_long": len(text) > _LONGEST_PATTERN,
        "braces": any(mark in literal for literal, _, _ in pieces for mark in "{}"),
        "control_characters": any(unicodedata.category(char)[0] == "C" for char in text),
        "unknown_placeholder": "" in means or "!" in text,
        "no_serial": "serial" not in means,
        "no_year": restarts_yearly and "year" not in means,
        "repeated_placeholder": len(set(means)) < len(means),
        "width": any(spec and not _is_width(name, spec) for _, name, spec in pieces),
        "no_separator": _has_touching_digits(pieces),
    }
    return next((reason for reason, is_true in faults.items() if is_true), "")


def _is_width(name: str, spec: str) -> bool:
    return _FIELDS.get(name) == "serial" and _WIDTH.fullmatch(spec) is not None


def _has_touching_digits(pieces: list[tuple[str, str, str]]) -> bool:
    """`{serial}{year}` or `{serial}1{year}`: 12 of 2026 and 1220 of 26 would look alike to a reader."""
    fields = [(literal, name) for literal, name, _ in pieces if name]
    edges = [literal[:1] + literal[-1:] for literal, _ in fields[1:]] + [pieces[-1][0][:1] if pieces else ""]
    first = [fields[0][0][-1:]] if fields else []
    return any(not edge for edge in edges[: len(fields) - 1]) or any(
        char.isdigit() for edge in [*edges, *first] for char in edge
    )


def _written(name: str, spec: str, parts: NumberParts) -> str:
    if not name:
        return ""
    width = _WIDTH.fullmatch(spec)
    values = {
        "serial": f"{parts.serial:0{width[1] if width else 1}}",
        "index": parts.index,
        "letter": parts.letter,
        "year": ""
        if parts.year is None
        else f"{parts.year % 100:02}"
        if name == "yy"
        else f"{parts.year:04}",
    }
    value = values[_FIELDS[name]]
    if not value:
        raise NumberNotOfPattern(facts={"missing": name})
    return value


def _as_regex(text: str) -> str:
    shapes = {
        "serial": r"[0-9]{1,12}",
        "year": r"[0-9]{4}",
        "yy": r"[0-9]{2}",
        "index": r".+",
        "letter": r"[^\W\d_]",
    }
    shapes |= {"number": shapes["serial"], "prefix": shapes["index"]}
    groups = ((re.escape(literal), name) for literal, name, _ in _pieces(text))
    return "".join(
        f"{before}(?P<{_FIELDS[name]}>{shapes[name]})" if name else before for before, name in groups
    )


def _check_digit(digits: str) -> str:
    check = 0
    for digit in digits:
        check = int(_DAMM[check * 10 + int(digit)])
    return str(check)


def _digits(text: str) -> str | None:
    """Bare digits of what a person typed, or None where a character is neither digit nor separator."""
    bare = _SEPARATORS.sub("", text).translate(_LOOKALIKES)
    return (
        "".join(str(unicodedata.decimal(char)) for char in bare) if bare.isdecimal() else None if bare else ""
    )


def _tracking_in_groups(digits: str) -> str:
    middle = digits[2:-1]
    return "-".join([digits[:2], *(middle[n : n + 3] for n in range(0, len(middle), 3)), digits[-1]])

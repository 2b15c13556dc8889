"""What an identity provider tells, read by a map that an administrator makes: which claim is the surname, which the personal
number. Names of claims differ between providers; those of the state's identification system are not published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kairyluu.rules.spelling import NotATelephone, clean_line, phone_e164

FIELDS = ("surname", "given_name", "patronymic", "personal_number", "phone", "email")
# The names of OpenID Connect Core 5.1; the personal number has none there.
STANDARD: Mapping[str, str] = {
    "surname": "family_name",
    "given_name": "given_name",
    "patronymic": "middle_name",
    "personal_number": "pin",
    "phone": "phone_number",
    "email": "email",
}
_LONGEST, _LONGEST_EMAIL, _PIN_DIGITS = 100, 254, 14


@dataclass(frozen=True, kw_only=True)
class Vouched:
    """What is left of the claims. `is_email_verified` only where the provider says so itself; `unread` are fields whose
    claim came and could not be read."""

    subject: str = ""
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    personal_number: str = ""
    phone: str = ""
    email: str = ""
    is_email_verified: bool = False
    unread: tuple[str, ...] = ()


def read_claims(claims: Mapping[str, Any], by: Mapping[str, str]) -> Vouched:
    """`by` is field -> claim; a dot goes into an object (`person.pin`). A claim that is absent leaves its field empty."""
    found = {name: _worded(_at(claims, by.get(name, ""))) for name in FIELDS}
    read = {name: _READERS.get(name, _line)(value) for name, value in found.items()}
    return Vouched(
        subject=str(claims.get("sub", "")),
        is_email_verified=claims.get("email_verified") is True and by.get("email") == "email",
        unread=tuple(name for name in FIELDS if found[name] and not read[name]),
        **read,
    )


def _at(claims: Mapping[str, Any], path: str) -> Any:
    here: Any = claims
    for step in path.split(".") if path else ():
        here = here.get(step) if isinstance(here, Mapping) else None
    return here if path else None


def _worded(value: Any) -> str:
    """Text or a number; nothing else is a name."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _line(value: str) -> str:
    line = clean_line(value)
    return line if len(line) <= _LONGEST else ""


def _pin(value: str) -> str:
    digits = clean_line(value).replace(" ", "")
    return digits if len(digits) == _PIN_DIGITS and digits.isascii() and digits.isdigit() else ""


def _phone(value: str) -> str:
    try:
        return phone_e164(clean_line(value))
    except NotATelephone:
        return ""


def _email(value: str) -> str:
    line = clean_line(value).lower()
    before, at, after = line.rpartition("@")
    is_one = bool(before and at and "." in after and " " not in line)
    return line if is_one and len(line) <= _LONGEST_EMAIL else ""


_READERS = {"personal_number": _pin, "phone": _phone, "email": _email}


def is_same_person(vouched: Vouched, *, surname: str, given_name: str, personal_number: str) -> bool:
    """Whether who is named in an appeal is who signed in: nobody is marked as proven under another's name."""
    if not vouched.surname or not vouched.given_name:
        return False
    names = [(vouched.surname, surname), (vouched.given_name, given_name)]
    if any(one.casefold() != other.casefold() for one, other in names):
        return False
    return not (vouched.personal_number and personal_number) or vouched.personal_number == personal_number

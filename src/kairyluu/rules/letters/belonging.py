"""To which appeal a letter belongs, by what only our own letters said: an address with a token, a Message-ID; and names and
subjects as a registrar would read them."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from uuid import UUID

_OWN_ID = re.compile(r"^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
_TRACKING = re.compile(r"(?<!\d)(\d{2}-\d{3}-\d{3}(?:-\d{3})?-\d)(?!\d)")
_PREFIXES = re.compile(r"^\s*((re|fwd?|aw|отв|ответ|жооп|пересл)(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_DIGITS = 16  # hex digits of the token's proof
_SURNAME = re.compile(
    r"(ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|уулу|кызы|ov|ova|ev|eva|in|ina|uulu|kyzy)$", re.IGNORECASE
)
_PATRONYMIC = re.compile(r"(вич|вна|ична|vich|vna|ovich|ovna)$", re.IGNORECASE)
KINSHIP = ("уулу", "кызы", "uulu", "kyzy")


def token_for(tracking_number: str, key: str) -> str:
    """What stands behind the plus of the address: the bare digits and the proof that we wrote them."""
    digits = tracking_number.replace("-", "")
    return f"{digits}.{_proof(digits, key)}"


def address_with(address: str, token: str) -> str:
    local, _, domain = address.partition("@")
    return f"{local}+{token}@{domain}"


def digits_in(recipients: Iterable[str], key: str) -> str:
    """The bare digits of a tracking number that one of our own addresses carries; empty where none does."""
    for address in recipients:
        token = address.partition("@")[0].partition("+")[2]
        digits, _, proof = token.partition(".")
        if (
            digits.isascii()
            and digits.isdigit()
            and hmac.compare_digest(proof.encode(), _proof(digits, key).encode())
        ):
            return digits
    return ""


def own_ids(references: Iterable[str]) -> list[UUID]:
    """Ids of our letters among those that this one answers."""
    return [UUID(found[1]) for ref in references if (found := _OWN_ID.match(ref.lower()))]


def number_in(subject: str) -> str:
    """A tracking number that stands in the subject; a hint only, anybody can write one."""
    found = _TRACKING.search(subject)
    return found[1] if found else ""


def numbers_in(subject: str) -> list[str]:
    """What may be a registration number there: «Re: Кайрылууңуз катталды: АЛ-2026-00152»."""
    words = (word.strip(".,:;\"'«»()№") for word in subject.split())
    return [word for word in words if sum(map(str.isdigit, word)) > 2][:5]


def subject_of(subject: str, text: str) -> str:
    """Without «Re:»; where there is none, the first line of the text."""
    plain = _PREFIXES.sub("", subject).strip()
    return (plain or next((line.strip() for line in text.splitlines() if line.strip()), ""))[:200]


def names_in(name: str) -> tuple[str, str, str]:
    """Surname, given name, patronymic of a sender's name; what cannot be told stays empty and the registrar writes it."""
    words = [word.strip(".,\"'«»()") for word in name.split() if "@" not in word]
    words = [word for word in words if word]
    patronymic = next((word for word in words if _PATRONYMIC.search(word)), "")
    rest = [word for word in words if word != patronymic]
    if len(rest) == 3 and rest[1].lower() in KINSHIP:  # Асан уулу Бакыт
        return f"{rest[0]} {rest[1]}", rest[2], patronymic
    if not rest:
        return "", "", patronymic
    if len(rest) == 1:
        return ("", rest[0], patronymic) if not _SURNAME.search(rest[0]) else (rest[0], "", patronymic)
    first_is_surname = bool(_SURNAME.search(rest[0])) and not _SURNAME.search(rest[-1])
    surname, given = (
        (rest[0], rest[1:]) if first_is_surname or patronymic == words[-1] else (rest[-1], rest[:-1])
    )
    return surname, " ".join(given), patronymic


def _proof(digits: str, key: str) -> str:
    return hmac.new(key.encode(), b"letters of " + digits.encode(), hashlib.sha256).hexdigest()[:_DIGITS]

"""What every document system promises; adapters of real systems are written against this page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID

_NUMBER = re.compile(r"[^\x00-\x1f\x7f]{1,60}")


@dataclass(frozen=True, kw_only=True)
class Connection:
    """How one body's system is reached; `kind` as in `rules.exchange.second_entries`, `body` its code."""

    kind: str
    body: str
    address: str = ""
    service: str = ""
    client: str = ""
    bucket: str = ""
    access_key: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Document:
    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Message:
    """`metadata` as `message.schema.json` or `later.schema.json` describes it; `key` names the message however often
    it is sent; `package` is its number in a row of files; `awaits_number`: it is a registration, answered with a number
    and a day. `issue` (our number) and `user` (the official's code) go along where the way has a place for them."""

    key: UUID
    metadata: dict[str, Any]
    documents: tuple[Document, ...] = ()
    package: int | None = None
    awaits_number: bool = True
    issue: str = ""
    user: str = ""


@dataclass(frozen=True, kw_only=True)
class Registered:
    """The document system's own number and day; `proof`: what the way itself said of the exchange."""

    number: str
    on: date
    proof: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The system has a message that gets no number."""

    proof: Mapping[str, str] = field(default_factory=dict)


Reply = Registered | Taken | None


@dataclass(frozen=True, kw_only=True)
class TheirLine:
    """One line of the document system's register."""

    key: UUID
    number: str
    on: date
    kind: str = ""


class SystemAway(Exception):
    """Not now: the system is away, slow, or answers what cannot be read."""


class SystemRefused(Exception):
    """Never: a person has to look."""


class DocumentSystem(Protocol):
    """A reply of None: the system has the message and no number yet."""

    def ask(self, key: UUID, *, awaits_number: bool = True) -> Reply:
        """What became of a message that may have arrived. Raises `LookupError` where it is not known there,
        `SystemAway`, `SystemRefused`."""

    def hand_over(self, message: Message) -> Reply:
        """Sent again under its key it is registered once. Raises `SystemAway`, `SystemRefused`."""

    def list_registered(self, since: date) -> list[TheirLine] | None:
        """Their register of our appeals from a day on; None where the system does not show it."""

    def probe(self) -> None:
        """Whether the way is open, without leaving anything there. Raises `SystemAway`, `SystemRefused`."""


def reply_from(said: object, *, awaits_number: bool, proof: Mapping[str, str]) -> Reply:
    """From the JSON of an answer; raises ValueError."""
    if awaits_number:
        found = registered_from(said)
        return Registered(number=found.number, on=found.on, proof=proof)
    if not isinstance(said, dict):
        raise ValueError("not an object")
    return Taken(proof=proof)


def registered_from(said: object) -> Registered:
    """From `{"number": …, "registered_on": "2026-03-10"}`; raises ValueError."""
    if not isinstance(said, dict):
        raise ValueError("not an object")
    number, day = said.get("number"), said.get("registered_on")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number.strip()) or not isinstance(day, str):
        raise ValueError("no number or no day")
    return Registered(number=number.strip(), on=date.fromisoformat(day))


def line_from(said: object) -> TheirLine:
    """From `{"key": …, "number": …, "registered_on": …, "kind": …}`; raises ValueError."""
    found = registered_from(said)
    assert isinstance(said, dict)
    kind = said.get("kind") or ""
    return TheirLine(key=UUID(str(said.get("key"))), number=found.number, on=found.on, kind=str(kind)[:20])

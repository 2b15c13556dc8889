"""What every document system promises; adapters of real systems are written against this page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

_NUMBER = re.compile(r"[^\x00-\x1f\x7f]{1,60}")


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
    """`metadata` as `message.schema.json` describes it; `key` names the message however often it is sent; `package`
    is its number in a row of files."""

    key: UUID
    metadata: dict[str, Any]
    documents: tuple[Document, ...] = ()
    package: int | None = None


@dataclass(frozen=True, kw_only=True)
class Registered:
    """The document system's own number and day."""

    number: str
    on: date


class SystemAway(Exception):
    """Not now: the system is away, slow, or answers what cannot be read."""


class SystemRefused(Exception):
    """Never: a person has to look."""


class DocumentSystem(Protocol):
    """None: the system has the message and no number yet."""

    def ask(self, key: UUID) -> Registered | None:
        """What became of a message that may have arrived. Raises `LookupError` where it is not known there,
        `SystemAway`, `SystemRefused`."""

    def hand_over(self, message: Message) -> Registered | None:
        """Sent again under its key it is registered once. Raises `SystemAway`, `SystemRefused`."""


def registered_from(said: object) -> Registered:
    """From `{"number": …, "registered_on": "2026-03-10"}`; raises ValueError."""
    if not isinstance(said, dict):
        raise ValueError("not an object")
    number, day = said.get("number"), said.get("registered_on")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number.strip()) or not isinstance(day, str):
        raise ValueError("no number or no day")
    return Registered(number=number.strip(), on=date.fromisoformat(day))

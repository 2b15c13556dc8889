"""What is known of a letter once it has been read; plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class LetterFile:
    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Bounce:
    """A report that a letter did not arrive (RFC 3464): of which one, to whom, with which status (5.1.1) and words."""

    original_id: str = ""
    recipient: str = ""
    action: str = ""
    status: str = ""
    diagnostic: str = ""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """`headers` are those that tell people from machines, lower-case names, first value each. `message_id` and
    `references` are without angle brackets. `troubles` are codes: unreadable, cut, too_many_parts, no_text."""

    message_id: str = ""
    references: tuple[str, ...] = ()
    sender_name: str = ""
    sender_address: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    files: tuple[LetterFile, ...] = ()
    bounce: Bounce | None = None
    headers: dict[str, str] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()

"""Reports of the post that a letter did not arrive: RFC 3464 inside RFC 6522. Plain words of older servers are not guessed at:
such a report is filed and a person may read it."""

from __future__ import annotations

from email.message import Message

from kairyluu.gateways.letters.contract import Bounce
from kairyluu.gateways.letters.words import header_words


def bounce_in(message: Message) -> Bounce | None:
    """None where it is no report of a failure."""
    if message.get_content_type() != "multipart/report":
        return None
    told: dict[str, str] = {}
    original = ""
    for part in list(message.walk())[:50]:
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            told = told or _fields(part)
        elif kind in ("message/rfc822", "text/rfc822-headers"):
            original = original or _original(part)
    if not told:
        return None
    return Bounce(
        original_id=original,
        recipient=_plain(told.get("original-recipient", "") or told.get("final-recipient", "")),
        action=told.get("action", "").lower()[:20],
        status=told.get("status", "")[:20],
        diagnostic=_plain(told.get("diagnostic-code", ""))[:500],
    )


def _fields(part: Message) -> dict[str, str]:
    """Of the message and of the first recipient together; the names do not meet."""
    payload = part.get_payload()
    found: dict[str, str] = {}
    for block in payload if isinstance(payload, list) else ():
        if isinstance(block, Message):
            for name, value in list(block.raw_items())[:50]:
                found.setdefault(str(name).lower(), header_words(str(value)))
    return found


def _original(part: Message) -> str:
    """The Message-ID of the letter that came back, from itself or from its headers alone."""
    payload = part.get_payload()
    if isinstance(payload, list) and payload and isinstance(payload[0], Message):
        return str(payload[0].get("Message-ID", "")).strip().strip("<>")[:500]
    for line in str(payload)[:64_000].splitlines():
        name, found, value = line.partition(":")
        if found and name.strip().lower() == "message-id":
            return value.strip().strip("<>")[:500]
    return ""


def _plain(value: str) -> str:
    """Without the name of the kind: «rfc822; asan@example.kg»."""
    return value.partition(";")[2].strip() or value.strip()

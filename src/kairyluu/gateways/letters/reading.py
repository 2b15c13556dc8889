"""Reading one letter as it lies in the mailbox. Whatever is in it, a `Letter` comes out: nothing that somebody sent may
stop the queue. The email package splits it (compat32, which takes every mistake); words and addresses are ours."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from kairyluu.gateways.letters.bounces import bounce_in
from kairyluu.gateways.letters.contract import Letter, LetterFile
from kairyluu.gateways.letters.parts import LONGEST_TEXT, Gathered, gather
from kairyluu.gateways.letters.words import LONGEST_HEADER, header_words

MOST_ADDRESSES = 50
MOST_REFERENCES = 100
_LONGEST_HEAD = 256 * 1024  # bytes of all headers together
_NESTED = re.compile(rb"boundary\s*=|message/(?:rfc822|global)", re.IGNORECASE)
_MOST_COMPARED = 20_000_000  # some seconds
_TELLING = (
    *("auto-submitted", "precedence", "return-path", "list-id", "list-unsubscribe", "x-autoreply"),
    *("x-autorespond", "x-auto-response-suppress", "x-loop", "x-kairyluu", "content-type"),
)
_TO = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "resent-to")


def read_letter(raw: bytes) -> Letter:
    """Never raises for what is in the letter."""
    if _nests(raw):
        return _head_only(raw)
    try:
        return _read(email.message_from_bytes(_cut(raw), policy=email.policy.compat32), len(raw))
    except (
        RecursionError,
        MemoryError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
    ):
        return _head_only(raw)


def _read(message: Message, size: int) -> Letter:
    heads = _heads(message)
    gathered = Gathered()
    gather(message, gathered)
    text = "\n\n".join(part for part in gathered.texts if part.strip()).replace("\0", "")
    troubles = sorted(gathered.troubles | ({"no_text"} if not text.strip() else set()))
    if len(text) > LONGEST_TEXT:
        troubles.append("cut")
    return Letter(
        **_envelope(heads),
        text=text[:LONGEST_TEXT].strip(),
        files=tuple(LetterFile(name=name, content=content) for name, content in gathered.files),
        bounce=bounce_in(message),
        troubles=tuple(troubles),
    )


def _head_only(raw: bytes) -> Letter:
    """The letter is kept whole beside; what can be told of it is told."""
    try:
        head = email.message_from_bytes(
            raw[: min(_end_of_head(raw), _LONGEST_HEAD)], policy=email.policy.compat32
        )
        return Letter(**_envelope(_heads(head)), troubles=("unreadable",))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError):
        return Letter(troubles=("unreadable",))


def _envelope(heads: dict[str, list[str]]) -> dict[str, Any]:
    def first(name: str) -> str:
        return next(iter(heads.get(name, ())), "")

    name, address = _sender(first("from") or first("sender") or first("reply-to"))
    references = [ref for name in ("in-reply-to", "references") for ref in _ids(first(name))]
    return {
        "message_id": next(_ids(first("message-id")), "")[:500],
        "references": tuple(dict.fromkeys(references))[:MOST_REFERENCES],
        "sender_name": name,
        "sender_address": address,
        "recipients": _recipients(heads),
        "subject": header_words(first("subject"))[:500],
        "sent_at": _moment(first("date")),
        "headers": {key: header_words(first(key))[:300] for key in _TELLING if key in heads},
    }


def _heads(message: Message) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in list(message.raw_items())[:1000]:
        found.setdefault(str(name).lower(), []).append(str(value)[:LONGEST_HEADER])
    return found


def _sender(raw: str) -> tuple[str, str]:
    name, address = next(iter(_addresses([raw])), ("", ""))
    return name[:200], address


def _recipients(heads: dict[str, list[str]]) -> tuple[str, ...]:
    pairs = _addresses([value for name in _TO for value in heads.get(name, ())])
    return tuple(dict.fromkeys(address for _, address in pairs))


def _addresses(values: list[str]) -> Iterator[tuple[str, str]]:
    """Names decoded after the addresses are found, so that a coma in a name parts nothing."""
    joined = ",".join(values)[:LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("latin-1")
    for name, address in getaddresses([" ".join(joined.split())])[:MOST_ADDRESSES]:
        plain = address.strip().lower()
        if "@" in plain and len(plain) <= 254 and plain.isprintable() and " " not in plain:
            yield header_words(name.encode("latin-1").decode("utf-8", "surrogateescape")), plain


def _ids(raw: str) -> Iterator[str]:
    for part in raw.replace(",", " ").replace(">", "> ").split():
        plain = part.strip("<>")
        if plain and plain.isprintable():
            yield plain[:500]


def _moment(raw: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(raw)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _nests(raw: bytes) -> bool:
    """Parts within parts, line for line: the parser would compare each line with each of them, for hours."""
    n_levels = len(_NESTED.findall(raw))
    return n_levels * raw.count(b"\n") > _MOST_COMPARED


def _cut(raw: bytes) -> bytes:
    """Headers past any measure are cut, the rest of the letter stays."""
    at = _end_of_head(raw)
    return raw if at <= _LONGEST_HEAD else raw[:_LONGEST_HEAD] + raw[at:]


def _end_of_head(raw: bytes) -> int:
    """Where the empty line begins."""
    found = (raw.find(mark) for mark in (b"\r\n\r\n", b"\n\n"))
    return min((at for at in found if at >= 0), default=len(raw))

"""The parts of a letter: texts to read, files to keep. Of alternatives the plain one, of a wrapping by Outlook what is in it."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from email.message import Message

from kairyluu.gateways.letters.words import header_words, words_of, words_of_html

LONGEST_TEXT = 200_000
MOST_PARTS = 300
DEEPEST = 40
_TNEF_MOST = 20 * 1024 * 1024
_TNEF_OBJECTS = 2000
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_TNEF_SIGNATURE = 0x223E9F78


@dataclass
class Gathered:
    texts: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    troubles: set[str] = field(default_factory=set)
    n_parts: int = 0


def gather(part: Message, into: Gathered, depth: int = 0) -> None:
    into.n_parts += 1
    if into.n_parts > MOST_PARTS or depth > DEEPEST:
        into.troubles.add("too_many_parts")
        return
    kind = part.get_content_type()
    inner = part.get_payload()
    if isinstance(inner, list):
        _gather_inner(kind, [one for one in inner if isinstance(one, Message)], into, depth)
        return
    content = _content(part)
    if kind in _TNEF or _name(part).lower() == "winmail.dat":
        _unwrap(content, into)
    elif kind in ("text/plain", "text/html") and not _is_file(part):
        into.texts.append(_text(part, kind, content))
    elif content and not (kind.startswith("message/") or kind == "text/rfc822-headers"):
        into.files.append((_name(part) or "file", content))


def _gather_inner(kind: str, inner: list[Message], into: Gathered, depth: int) -> None:
    if kind == "multipart/alternative":
        _choose(inner, into, depth)
        return
    if kind == "message/delivery-status":
        return
    if kind == "message/rfc822" and inner:
        into.texts.append(
            f"--- {header_words(str(inner[0].get('from', '')))}: {header_words(str(inner[0].get('subject', '')))}"
        )
    for one in inner:
        gather(one, into, depth + 1)


def _choose(inner: list[Message], into: Gathered, depth: int) -> None:
    """The first alternative that says something, plain before formatted; files of all of them."""
    found: list[str] = []
    ordered = sorted(inner, key=lambda one: one.get_content_type() != "text/plain")
    for one in ordered:
        own = Gathered(n_parts=into.n_parts)
        gather(one, own, depth + 1)
        into.n_parts = own.n_parts
        into.files += own.files
        into.troubles |= own.troubles
        if not found and any(text.strip() for text in own.texts):
            found = own.texts
    into.texts += found


def _content(part: Message) -> bytes:
    """Broken base64 gives what can be had of it."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message, kind: str, content: bytes) -> str:
    words = words_of(content[: 4 * LONGEST_TEXT], str(part.get_content_charset() or ""))
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    return words_of_html(words) if kind == "text/html" else words


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_name(part))


def _name(part: Message) -> str:
    """As the sender wrote it, in any of the ways people write it."""
    try:
        name = part.get_filename("")
    except (ValueError, LookupError, TypeError):
        return ""
    return header_words(str(name))


def _unwrap(content: bytes, into: Gathered) -> None:
    """winmail.dat; one that cannot be opened, or would take for ever, is kept as the file it is."""
    from tnefparse import TNEF

    try:
        if len(content) > _TNEF_MOST or _objects_in(content) > _TNEF_OBJECTS:
            raise ValueError("too large")
        wrapped = TNEF(content, do_checksum=False)
        files = [
            (header_words(str(one.long_filename() or one.name or "file")), bytes(one.data))
            for one in wrapped.attachments
        ]
        body = wrapped.body or wrapped.htmlbody or b""
        if not files and not body:
            raise ValueError("nothing in it")
    except Exception:
        into.files.append(("winmail.dat", content))
        into.troubles.add("winmail")
        return
    into.files += files
    words = body if isinstance(body, str) else words_of(bytes(body))
    if words.strip("\0 \r\n"):
        into.texts.append(
            words_of_html(words) if wrapped.htmlbody and not wrapped.body else words.strip("\0")
        )


def _objects_in(content: bytes) -> int:
    """Counted by their lengths alone; raises ValueError where it is no such file."""
    if len(content) < 6 or struct.unpack_from("<L", content)[0] != _TNEF_SIGNATURE:
        raise ValueError("no TNEF")
    at, n = 6, 0
    while at + 9 <= len(content) and n <= _TNEF_OBJECTS:
        at += 9 + int(struct.unpack_from("<L", content, at + 5)[0]) + 2
        n += 1
    return n

"""Bytes of letters into words: what is declared is tried first, then what it could be. Never raises."""

from __future__ import annotations

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from html.parser import HTMLParser

_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_BROKEN = re.compile(r"(=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)\s+(?==\?)")
LONGEST_HEADER = 8000  # characters of one header; nobody writes more, attackers do
_BLOCKS = frozenset(
    ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "ul", "ol", "pre")
)
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "svg"))


def words_of(content: bytes, charset: str = "") -> str:
    """Text of a part or a header."""
    for name in (charset, "utf-8"):
        if name and (words := _tried(content, name)) is not None:
            return words
    return max((content.decode(name, "replace") for name in _CYRILLIC), key=_likely)


def header_words(raw: str) -> str:
    """One header as a line: encoded words (RFC 2047), or bytes that should not be there."""
    value = raw[:LONGEST_HEADER]
    content = value.encode("utf-8", "surrogateescape")
    if not content.isascii():
        value = words_of(content)
    elif "=?" in value:
        value = _decoded(_BROKEN.sub(r"\1", value))
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def words_of_html(markup: str) -> str:
    """What a reader would see, without links, pictures and whatever could act."""
    reader = _Seen()
    try:
        reader.feed(markup)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        return re.sub(r"<[^>]{0,2000}>", " ", markup)
    lines = (" ".join(line.split()) for line in "".join(reader.seen).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _decoded(value: str) -> str:
    try:
        parts = decode_header(value)
    except (ValueError, LookupError, AssertionError, HeaderParseError):
        return value
    found = (p if isinstance(p, str) else words_of(p, charset or "") for p, charset in parts)
    return "".join(found) or value


def _tried(content: bytes, charset: str) -> str | None:
    """None where the charset is unknown or the bytes are not of it."""
    name = charset.strip("\"' ").lower()
    name = {"windows-1251": "cp1251", "koi8": "koi8-r", "ks_c_5601-1987": "utf-8", "us-ascii": "utf-8"}.get(
        name, name
    )
    try:
        if not codecs.lookup(name)._is_text_encoding:  # type: ignore[attr-defined]
            return None
        return content.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _likely(words: str) -> int:
    """Small letters make words; in a wrong table they come out as capitals or signs."""
    sample = words[:4000]
    small = sum("а" <= c <= "я" or c == "ё" for c in sample)
    large = sum("А" <= c <= "Я" for c in sample)
    odd = sum(c in "\ufffd" or "\u2500" <= c <= "\u25ff" or "\x80" <= c <= "\xbf" for c in sample)
    return 2 * small - large - 3 * odd


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in _BLOCKS:
            self.seen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        if tag in ("p", "div", "tr", "table", "blockquote"):
            self.seen.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen.append(data)

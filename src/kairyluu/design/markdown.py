"""The little Markdown of the portal's own texts: headings, paragraphs, lists, bold words, links.

Nothing else is read, and every word is escaped before anything is made of it: a text can carry no markup of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

HIGHEST = 2  # the page's own heading is the h1
_HEADING = re.compile(r"(#{1,4})\s+(.+?)\s*#*")
_ITEM = re.compile(r"(?:([-*])|(\d{1,4})[.)])\s+(.+)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
# Read after escaping. An address may not begin with two slashes: that would be another site.
_LINK = re.compile(
    r"\[([^\]\[]+)\]\((https?://[^)\s]+|/(?![/\\])[^)\s]*|tel:\+\d+|mailto:[^)\s]+|[a-z][a-z0-9-]*)\)"
)
_SLUG = re.compile(r"[a-z][a-z0-9-]*")

Address = Callable[[str], str]


def of_slug(slug: str) -> str:
    """The address of the text with this name."""
    return f"/{slug}/"


def render(text: str, address: Address = of_slug) -> SafeString:
    """The text as HTML. `address` makes the address of a link that is one bare word, `[...](about-terms)`.

    The highest heading becomes an h2, a list keeps the number it begins with, and items parted by empty lines
    stay one list.
    """
    page = _Page(address)
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        page.read(line.strip())
    page.end_block()
    return mark_safe("\n".join(page.done))  # noqa: S308 - escaped word by word in _Page.words


@dataclass
class _Page:
    """`kind` is what the lines collected belong to: p, ul, ol, or nothing. A list stays open over empty lines."""

    address: Address
    done: list[str] = field(default_factory=list)
    kind: str = ""
    start: int = 1
    items: list[list[str]] = field(default_factory=list)
    is_parted: bool = False

    def read(self, line: str) -> None:
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
        if not line:
            self._part()
        elif heading:
            self.end_block()
            level = max(HIGHEST, len(heading[1]))
            self.done.append(f"<h{level}>{self.words(heading[2])}</h{level}>")
        elif item:
            self._add_item("ul" if item[1] else "ol", int(item[2] or 1), item[3])
        elif self.kind and not self.is_parted:
            self.items[-1].append(line)
        else:
            self.end_block()
            self.kind, self.items = "p", [[line]]

    def _part(self) -> None:
        if self.kind == "p":
            self.end_block()
        self.is_parted = True

    def _add_item(self, kind: str, number: int, words: str) -> None:
        goes_on = kind == self.kind and (kind == "ul" or number == self.start + len(self.items))
        if not goes_on:
            self.end_block()
            self.kind, self.start = kind, number
        self.items.append([words])
        self.is_parted = False

    def end_block(self) -> None:
        texts = [self.words(" ".join(lines)) for lines in self.items]
        if self.kind == "p":
            self.done.append(f"<p>{texts[0]}</p>")
        elif self.kind:
            start = f' start="{self.start}"' if self.kind == "ol" and self.start != 1 else ""
            rows = "".join(f"<li>{words}</li>" for words in texts)
            self.done.append(f"<{self.kind}{start}>{rows}</{self.kind}>")
        self.kind, self.start, self.items, self.is_parted = "", 1, [], False

    def words(self, text: str) -> str:
        return _LINK.sub(self._link, _BOLD.sub(r"<b>\1</b>", str(escape(text))))

    def _link(self, found: re.Match[str]) -> str:
        words, target = found[1], found[2]
        if _SLUG.fullmatch(target):
            target = str(escape(self.address(target)))
        return f'<a href="{target}">{words}</a>'

"""The little Markdown of the portal's own texts: headings, paragraphs, lists, bold words, links. Nothing else is read,
and every word is escaped first, so that a text can carry no markup of its own."""

from __future__ import annotations

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_HEADING = re.compile(r"(#{2,4}) +(.+)")
_ITEM = re.compile(r"(-|\d{1,2}\.) +(.+)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+|/[^)\s]*|tel:\+\d+|mailto:[^)\s]+|[a-z-]+)\)")


@register.filter
def plain_markdown(text: str) -> SafeString:
    """A link of one word, `[…](about-terms)`, leads to the text of that name."""
    blocks = [
        _block(block.strip("\n").split("\n")) for block in re.split(r"\n[^\S\n]*\n", text) if block.strip()
    ]
    return mark_safe("\n".join(blocks))  # noqa: S308 - escaped word by word in _words


def _block(lines: list[str]) -> str:
    parts: list[str] = []
    kind = ""
    for line in lines:
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line.strip())
        new = "h" if heading else ("ul" if item[1] == "-" else "ol") if item else kind or "p"
        if new != kind or heading:
            parts.append(_close(kind) + _open(new))
        kind = new
        if heading:
            level = len(heading[1])
            parts.append(f"<h{level}>{_words(heading[2])}</h{level}>")
        else:
            parts.append(f"<li>{_words(item[2])}" if item else _words(" " + line))
    return "".join(parts) + _close(kind)


def _open(kind: str) -> str:
    return f"<{kind}>" if kind in ("p", "ul", "ol") else ""


def _close(kind: str) -> str:
    return {"p": "</p>", "ul": "</ul>", "ol": "</ol>"}.get(kind, "")


def _words(text: str) -> str:
    return _LINK.sub(_link, _BOLD.sub(r"<b>\1</b>", escape(text)))


def _link(found: re.Match[str]) -> str:
    words, target = found[1], found[2]
    if re.fullmatch(r"[a-z-]+", target):
        target = f"/{target}/"
    return f'<a href="{target}">{words}</a>'

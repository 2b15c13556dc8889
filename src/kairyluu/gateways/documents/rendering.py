"""From a paper to PDF/A-2b bytes by typst. What people wrote goes in as data and is never read as markup; nothing is
read but this folder and nothing is fetched."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from dataclasses import asdict
from datetime import UTC
from functools import cache
from typing import Any

import segno

from kairyluu.gateways.documents.papers import Paper
from kairyluu.gateways.documents.press import BOX, TEMPLATES, press

# Letters of other scripts, pictures and invisible marks, which none of the fonts has.
_UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u0300-\u036f\u0530-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2600-\uffff\U00010000-\U0010ffff]"
)


def render(paper: Paper) -> bytes:
    """The same paper gives the same bytes, whenever it is made."""
    values = asdict(paper)
    stamp = values.pop("made_at").astimezone(UTC)
    link = values.get("qr_url") or values.get("check_url") or ""
    values["qr"] = _qr(link) if link else ""
    values["words"] = words_of(paper.template, paper.language)
    values["made"] = {"year": stamp.year, "month": stamp.month, "day": stamp.day}
    return press(paper.template, json.dumps(_printable(values), ensure_ascii=False))


def _printable(value: Any) -> Any:
    """The same structure with every character that no font has as a box. Some telephones send й and ё as two
    characters: they are put together first."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(BOX, unicodedata.normalize("NFC", value))
    if isinstance(value, dict):
        return {name: _printable(part) for name, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, list | tuple) else value


def _qr(link: str) -> str:
    written = io.BytesIO()
    segno.make(link, error="m").save(written, kind="svg", border=0, xmldecl=False, svgns=True)
    return written.getvalue().decode()


def words_of(template: str, language: str) -> dict[str, str]:
    """The words of a paper in ky, ru or en, by code."""
    return _words()[template][language]


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    loaded: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted(TEMPLATES.glob("words*.json")):
        loaded |= json.loads(path.read_text("utf-8"))
    return loaded

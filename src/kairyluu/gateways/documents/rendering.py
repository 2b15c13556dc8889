"""From a paper to PDF/A-2b bytes by typst. What people wrote goes in as data and is never read as markup; nothing is
read but this folder and nothing is fetched."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst

from kairyluu.gateways.documents.papers import Paper

TEMPLATES = Path(__file__).parent / "templates"
BOX = "\u25a1"
_LAST_ASCII = 127
_TRIES = 8
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
# Letters of other scripts, pictures and invisible marks, which none of the fonts has.
_UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u0300-\u036f\u0530-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2600-\uffff\U00010000-\U0010ffff]"
)
_UNUSUAL = re.compile("[^\u0020-\u007e\u00a0-\u00ff\u0400-\u04ff\u2013-\u2026\u2116\u25a1]")


def render(paper: Paper) -> bytes:
    """The same paper gives the same bytes, whenever it is made."""
    values = asdict(paper)
    stamp = values.pop("made_at").astimezone(UTC)
    link = values.get("qr_url") or values.get("check_url") or ""
    values["qr"] = _qr(link) if link else ""
    values["words"] = _words()[paper.template][paper.language]
    values["made"] = {"year": stamp.year, "month": stamp.month, "day": stamp.day}
    return _compiled(paper.template, json.dumps(_printable(values), ensure_ascii=False))


def _printable(value: Any) -> Any:
    """The same structure with every character that no font has as a box."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(BOX, value)
    if isinstance(value, dict):
        return {name: _printable(part) for name, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, list | tuple) else value


def _compiled(template: str, data: str) -> bytes:
    """PDF/A forbids a letter that no font has: such a letter (an emoji, Chinese, ...) is printed as an empty box, so
    that the reader sees something stood there. The appeal itself keeps it."""
    for attempt in range(_TRIES + 1):
        if attempt == _TRIES:
            data = _UNUSUAL.sub(BOX, data)
        try:
            return typst.compile(
                str(TEMPLATES / f"{template}.typ"),
                root=str(TEMPLATES),
                font_paths=[],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2b"],
                sys_inputs={"paper": data},
            )
        except typst.TypstError as fault:
            missing = _NO_GLYPH.search(str(fault))
            if missing is None or attempt == _TRIES:
                raise
            data = data.translate({ord(letter): BOX for letter in missing[1] if ord(letter) > _LAST_ASCII})
    raise AssertionError("the last try either returns or raises")


def _qr(link: str) -> str:
    written = io.BytesIO()
    segno.make(link, error="m").save(written, kind="svg", border=0, xmldecl=False, svgns=True)
    return written.getvalue().decode()


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    loaded: dict[str, dict[str, dict[str, str]]] = json.loads((TEMPLATES / "words.json").read_text())
    return loaded

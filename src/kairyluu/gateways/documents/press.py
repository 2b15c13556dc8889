"""From a template's name and its data to PDF/A-2b by typst. Also run as a script of its own for long papers: typst keeps
what it laid out for the last ten documents (a book of 5,000 lines: 500 MB), and only the end of a process gives it back.
Imports nothing of the project, so that the script starts at once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import typst

TEMPLATES = Path(__file__).parent / "templates"
BOX = "\u25a1"
_LONG = 200_000  # characters of data: some 500 lines of a register book
_LONGEST_WAIT = 180.0  # seconds; 5,000 lines take about 10
_LAST_ASCII = 127
_TRIES = 8
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_UNUSUAL = re.compile("[^\u0020-\u007e\u00a0-\u00ff\u0400-\u04ff\u2013-\u2026\u2116\u25a1]")


class PressFailed(Exception):
    """The long paper could not be made: what the press said, without the paper's words."""


def press(template: str, data: str) -> bytes:
    """`data` is the paper as JSON. Raises `PressFailed` or typst's own error."""
    return _pressed_apart(template, data) if len(data) > _LONG else _pressed(template, data)


def _pressed(template: str, data: str) -> bytes:
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


def _pressed_apart(template: str, data: str) -> bytes:
    """In a process without our environment: its secrets are no business of the press."""
    order = [sys.executable, "-I", __file__, template]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and script; the paper goes in as data
            order, input=data.encode(), capture_output=True, timeout=_LONGEST_WAIT, env={}, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise PressFailed(f"{template}: not ready in {_LONGEST_WAIT:.0f} s") from slow
    if done.returncode:
        raise PressFailed(f"{template}: the press ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.stdout.buffer.write(_pressed(sys.argv[1], sys.stdin.buffer.read().decode()))

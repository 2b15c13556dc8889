"""What one cell of a register says: text without what nobody sees, days as people write them, names of applicants."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from unicodedata import is_normalized

from kairyluu.rules.spelling import clean_line

_WRITTEN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s*г\.?|\s*ж\.?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_CLOCK = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_NAME = 200


def plain(cell: object) -> str:
    """A cell of a sheet as one line of text: a moment by ISO, a whole number without its fraction."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        # Most cells hold nothing that nobody sees.
        is_plain = cell.isprintable() and is_normalized("NFC", cell)
        return " ".join(cell.split()) if is_plain else clean_line(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ")[:16]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


@lru_cache(maxsize=20_000)
def day(text: str) -> dt.date:
    """`31.12.2019`, `31/12/19`, `2019-12-31`, each with a clock behind it or without. Raises ValueError."""
    if found := _ISO.fullmatch(text):
        year, month, number = (int(part) for part in found.groups()[:3])
    elif found := _WRITTEN.fullmatch(_CLOCK.sub("", text)):
        number, month, year = (int(part) for part in found.groups()[:3])
        year += 2000 if year < 100 else 0
    else:
        raise ValueError(text)
    return dt.date(year, month, number)


def name_parts(words: str) -> tuple[str, str, str]:
    """Surname, given name, patronymic of a name as registers write it; what is more than three words stays at the end."""
    parts = words[:_LONGEST_NAME].split(" ", 2)
    return parts[0], parts[1] if len(parts) > 1 else "", parts[2] if len(parts) > 2 else ""


def harmless(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell

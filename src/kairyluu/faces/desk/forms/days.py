"""Days as officials type them: 24.11.2026, 24.11.26, 24112026 or 2026-11-24."""

from __future__ import annotations

import re
from datetime import date

_SHAPES = (
    re.compile(r"(?P<d>\d{1,2})[./,\- ](?P<m>\d{1,2})[./,\- ](?P<y>\d{4}|\d{2})", re.ASCII),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", re.ASCII),
    re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4})", re.ASCII),
)
_YEARS = range(2000, 2100)


class NotADay(ValueError):
    """Nothing that could be a day of this century."""


def read_day(typed: str) -> date:
    """Raises `NotADay`."""
    text = typed.strip()[:20]
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(text))), None)
    if found is None:
        raise NotADay
    year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
    try:
        day = date(year, int(found["m"]), int(found["d"]))
    except ValueError:
        raise NotADay from None
    if day.year not in _YEARS:
        raise NotADay
    return day

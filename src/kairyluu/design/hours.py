"""Hours and weekdays in words, as a door plate says them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kairyluu.design.dates import WEEKDAYS

_SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)", re.ASCII)


def span(text: str) -> str:
    """`09:00-18:00` → «9:00–18:00»; what is written otherwise stays as it is."""
    found = _SPAN.fullmatch(text.strip())
    return f"{int(found[1])}:{found[2]}–{int(found[3])}:{found[4]}" if found else text.strip()


def weekdays(days: Iterable[int], language: str) -> str:
    """ISO weekdays as words: «дүйшөмбү, бейшемби»."""
    return ", ".join(WEEKDAYS[language][day - 1] for day in days)

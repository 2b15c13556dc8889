"""Pages of the line's journal: numbered, each with the same number of entries, so that a page printed once is the same
page ever after. Regulation of the Alai line, III.6; house rule: complaints lie in a volume apart."""

from __future__ import annotations

from collections.abc import Iterable

ENTRIES_ON_PAGE = 6
SHORT_CONTENT = 400  # letters of the fourth column that fit a line of the sheet


def page_of(serial: int) -> int:
    """Serials and pages begin with 1."""
    return (serial - 1) // ENTRIES_ON_PAGE + 1


def serials_of(page: int) -> range:
    first = (page - 1) * ENTRIES_ON_PAGE + 1
    return range(first, first + ENTRIES_ON_PAGE)


def is_full(page: int, last_serial: int) -> bool:
    """Nothing more is written on a full page."""
    return last_serial >= serials_of(page)[-1]


def pages_between(serials: Iterable[int]) -> list[int]:
    return sorted({page_of(serial) for serial in serials})


def short_content(subject: str, text: str) -> str:
    """The subject, or the first sentence of what was written down; never longer than the column."""
    words = " ".join((subject or text).split())
    if not subject:
        end = min((at for mark in ".?!" if (at := words.find(mark + " ")) > 0), default=-1)
        words = words[: end + 1] if end > 0 else words
    return words if len(words) <= SHORT_CONTENT else words[: SHORT_CONTENT - 1].rstrip() + "…"

"""Rows of a chunk read and compared with those before them, before anybody writes."""

from __future__ import annotations

from dataclasses import dataclass

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import LegacyBatch
from kairyluu.data.appeals.numbers import book_of
from kairyluu.rules.legacy.rows import Fault, Reading, Row
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.staging import Shaping

Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Work:
    """What all chunks of a run share; `batch` is None in a dry run."""

    body: Body
    shaping: Shaping
    batch: LegacyBatch | None
    serial_from: int


@dataclass(frozen=True)
class Chunk:
    work: Work
    lines: Lines
    rows: list[tuple[int, Row]]


class Preparing:
    """Reads the rows of a chunk, finds numbers that stand twice and opens the books of new years."""

    def __init__(self, reading: Reading, work: Work) -> None:
        self.reading, self.work = reading, work
        self._seen: set[str] = set()
        self._years: set[int] = set()

    def chunk(self, lines: Lines) -> Chunk:
        rows = [(line, self.reading.read(cells)) for line, cells in lines]
        for _, row in rows:
            key = f"{row.registered.year} {row.number}"
            if not row.faults and key in self._seen:
                row.faults.append(Fault("twice", "number"))
            elif not row.faults:
                self._seen.add(key)
        years = {row.registered.year for _, row in rows if not row.faults} - self._years
        if self.work.batch is not None and years:
            open_books(self.work, years)
        self._years |= years
        return Chunk(self.work, lines, rows)


@act
def open_books(work: Work, years: set[int]) -> None:
    for year in sorted(years):
        book_of(work.body, year, work.shaping.known.setting("register_pattern"))

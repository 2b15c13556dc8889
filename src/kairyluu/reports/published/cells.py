"""What may be shown of a year's counts: for each figure and line a value, or that it is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kairyluu.reports.published.tables import PAIRS
from kairyluu.reports.published.years import Year
from kairyluu.rules.figures.comparison import Value, half_up, share
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.suppression import MONTHS, Block, Shown, shown_blocks, single_line, value_of


@dataclass(frozen=True)
class Cell:
    """None and not hidden: there is nothing to take a share or the middle of."""

    value: Value = None
    is_hidden: bool = False


HIDDEN = Cell(is_hidden=True)


@dataclass(frozen=True)
class SafeYear:
    """The counts of a year with what may be shown of them. `n_months` of it are counted."""

    rows: Year
    shown: Mapping[str, Shown]
    totals: Mapping[str, Sequence[int]]
    n_months: int

    def line(self, code: str, key: str, first: int, end: int) -> int | None:
        """None is hidden; months that are not counted yet add nothing. A line without counts had none."""
        counts = self.rows[code].get(key)
        if counts is None:
            return 0 if self.total(code, first, end) is not None else None
        return value_of(counts, self.shown[code].line(key), *self._counted(first, end))

    def total(self, code: str, first: int, end: int) -> int | None:
        return value_of(self.totals[code], self.shown[code].total, *self._counted(first, end))

    def _counted(self, first: int, end: int) -> tuple[int, int]:
        return min(first, self.n_months), min(end, self.n_months)


def safe_year(rows: Year, within: Mapping[str, frozenset[Block]], k: int, *, n_months: int) -> SafeYear:
    """`within` says of each figure in which steps its total is published; of those it leaves out the table decides."""
    shown = {
        code: shown_blocks(lines, k, n_ended=n_months, within=within.get(code))
        for code, lines in rows.items()
    }
    totals = {code: _sums(lines.values()) for code, lines in rows.items()}
    return SafeYear(rows, shown, totals, n_months)


def total_steps(totals: Mapping[str, Sequence[int]], k: int, *, n_months: int) -> dict[str, frozenset[Block]]:
    """In which steps the counts of everything are published, also those of the sums of `PAIRS`."""
    steps = {code: single_line(counts, k, n_ended=n_months) for code, counts in totals.items()}
    for whole, (one, other) in PAIRS.items():
        if one in totals and other in totals:
            both = shown_blocks({one: totals[one], other: totals[other]}, k, n_ended=n_months)
            steps |= {whole: both.total, one: both.line(one), other: both.line(other)}
    return steps


def months_of(period: Period) -> Iterable[tuple[int, int, int]]:
    """Of each year: the year, its first month and the one after the last, from 0."""
    for year in range(period.first.year, period.last.year + 1):
        first = period.first.month - 1 if year == period.first.year else 0
        end = period.last.month if year == period.last.year else MONTHS
        yield year, first, end


def summed(parts: Iterable[int | None]) -> Cell:
    """Hidden as soon as one part is."""
    total = 0
    for part in parts:
        if part is None:
            return HIDDEN
        total += part
    return Cell(total)


def added(one: Cell, other: Cell) -> Cell:
    return summed(None if cell.is_hidden else int(cell.value or 0) for cell in (one, other))


def share_of(part: Cell, whole: Cell) -> Cell:
    if part.is_hidden or whole.is_hidden:
        return HIDDEN
    return Cell(share(int(part.value or 0), int(whole.value or 0)))


def change_of(now: Cell, before: Cell) -> Cell:
    """In per cent of a count; hidden where one of them is, nothing from zero."""
    if now.is_hidden or before.is_hidden:
        return HIDDEN
    if not before.value or now.value is None:
        return Cell()
    return Cell(half_up(100 * (int(now.value) - int(before.value)), int(before.value)))


def _sums(lines: Iterable[Sequence[int]]) -> list[int]:
    rows = list(lines)
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * MONTHS

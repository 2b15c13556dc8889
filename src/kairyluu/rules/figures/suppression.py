"""Small numbers in published tables are hidden, and so much beside them that arithmetic does not bring them back.

A table has the counts of one year: lines (bodies, districts, topics ...) by month, and the total of all lines. Published are
blocks of months: months, quarters, half-years, the year, and whatever is put together of them. Decision record 0022 has
the reasons; this is the promise:

*Given every published number of a table, each number from 1 to k - 1 that was hidden (of a line, in a month, a quarter, a
half-year or the year) could, as far as arithmetic tells, be any whole number of a range at least k wide.*

How. The year is a tree of blocks. A line shows either all the parts of a block or none, so whoever shows none has only
the sum of the block in public. Under each block the lines that show no parts make a full rectangle: the sum of each row (a line)
and of each column (a part, as the total less the lines shown) is known. In such a rectangle a cell has a range of
min(row, column, all - row, all - column). So it is enough that every known sum is 0 or at least k and that there are two rows; as
long as this does not hold, the smallest line that still shows its parts joins them.

A block that has not ended is never published and asks nothing of its parts: each ended one is judged by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MONTHS = 12
Block = tuple[int, int]  # first month and the one after the last, from 0
YEAR: Block = (0, MONTHS)
_PARTS = {12: 2, 6: 2, 3: 3}  # months of a block -> into how many it falls
Counts = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Shown:
    """Which blocks are published, of each line and of the total."""

    lines: Mapping[str, frozenset[Block]]
    total: frozenset[Block]

    def line(self, key: str) -> frozenset[Block]:
        return self.lines.get(key, frozenset())


@dataclass(frozen=True)
class _Judge:
    rows: Counts
    k: int
    n_ended: int
    lines: dict[str, set[Block]]

    def has_ended(self, block: Block) -> bool:
        return block[1] <= self.n_ended


def shown_blocks(
    rows: Counts, k: int, *, n_ended: int = MONTHS, within: frozenset[Block] | None = None
) -> Shown:
    """What may be published of a year of which `n_ended` months are over; each row has twelve counts.

    `within` are the blocks of the total that are published elsewhere, when the whole table is one line of another (the districts of an
    oblast) or has its total from several tables; without it the total is judged here.
    """
    total = [sum(counts) for counts in zip(*rows.values(), strict=True)] or [0] * MONTHS
    totals = single_line(total, k, n_ended=n_ended) if within is None else within
    judge = _Judge(rows, k, n_ended, {key: set() for key in rows})
    _open(judge, YEAR, totals)
    return Shown({key: frozenset(found) for key, found in judge.lines.items()}, totals)


def single_line(counts: Sequence[int], k: int, *, n_ended: int = MONTHS) -> frozenset[Block]:
    """The blocks of one line that stands alone: all parts of a block, or none."""
    judge = _Judge({"": counts}, k, n_ended, {"": set()})
    _open(judge, YEAR, None)
    return frozenset(judge.lines[""])


def value_of(counts: Sequence[int], shown: frozenset[Block], first: int, end: int) -> int | None:
    """The count of the months `first` to before `end`; None when they are not made of published blocks."""
    if first == end:
        return 0
    ends = [block[1] for block in shown if block[0] == first and block[1] <= end]
    if not ends:
        return None
    rest = value_of(counts, shown, max(ends), end)
    return None if rest is None else sum(counts[first : max(ends)]) + rest


def parts(block: Block) -> tuple[Block, ...]:
    """The year falls into half-years, these into quarters, these into months."""
    first, end = block
    n = _PARTS.get(end - first, 0)
    step = (end - first) // n if n else 0
    return tuple((first + i * step, first + (i + 1) * step) for i in range(n))


def _open(judge: _Judge, block: Block, totals: frozenset[Block] | None) -> None:
    """A block of which nothing is known from above: published, or, if it has not ended, opened part by part."""
    if not judge.has_ended(block):
        for part in parts(block):
            _open(judge, part, totals)
        return
    _publish(judge, (block,), list(judge.lines), totals)
    _split(judge, block, totals)


def _split(judge: _Judge, block: Block, totals: frozenset[Block] | None) -> None:
    """The parts of a published block, for the lines that publish it."""
    if not parts(block):
        return
    _publish(judge, parts(block), [key for key, found in judge.lines.items() if block in found], totals)
    for part in parts(block):
        _split(judge, part, totals)


def _publish(
    judge: _Judge, columns: tuple[Block, ...], candidates: list[str], totals: frozenset[Block] | None
) -> None:
    """Adds the columns to the candidates that may show all of them."""
    if totals is not None and not totals.issuperset(columns):
        return
    showing = [key for key in candidates if all(_is_open(n, judge.k) for n in _cells(judge, key, columns))]
    if totals is not None:
        showing = _with_enough_hidden(judge, columns, candidates, showing)
    for key in showing:
        judge.lines[key].update(columns)


def _with_enough_hidden(
    judge: _Judge, columns: tuple[Block, ...], candidates: list[str], showing: list[str]
) -> list[str]:
    """Without the smallest ones, as many as it takes until what is hidden is safe: each column of it is 0 or at least k, and no
    line is hidden alone. The lines that were hidden before are one more row: of them only the sum is known."""
    cells = {key: _cells(judge, key, columns) for key in judge.rows}
    known, left = set(candidates), set(showing)
    hidden = [key for key in judge.rows if key not in left and any(cells[key])]
    n_rows = sum(key in known for key in hidden)
    has_before = len(hidden) > n_rows
    residual = [sum(cells[key][place] for key in hidden) for place in range(len(columns))]
    for key in sorted((key for key in showing if any(cells[key])), key=lambda key: (sum(cells[key]), key)):
        if all(_is_open(n, judge.k) for n in residual) and (n_rows != 1 or has_before):
            break
        left.remove(key)
        n_rows += 1
        residual = [n + more for n, more in zip(residual, cells[key], strict=True)]
    return [key for key in showing if key in left]


def _cells(judge: _Judge, key: str, columns: Iterable[Block]) -> list[int]:
    return [sum(judge.rows[key][first:end]) for first, end in columns]


def _is_open(n: int, k: int) -> bool:
    return n == 0 or n >= k

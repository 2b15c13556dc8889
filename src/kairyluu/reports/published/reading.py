"""A published table for a period: each line beside the year before, small numbers hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.reports.published import tables as t
from kairyluu.reports.published.cells import HIDDEN, Cell, SafeYear, added, months_of, share_of, summed
from kairyluu.reports.published.reader import Reader
from kairyluu.reports.published.tables import PublishedTable
from kairyluu.reports.published.years import expected_lines
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.figures.periods import Period

Cells = Mapping[str, Cell]


@dataclass(frozen=True)
class PublishedLine:
    key: str
    now: Cells
    before: Cells


@dataclass(frozen=True)
class Published:
    """`before` is the same period of the year before; numbers from 1 to `k` - 1 are hidden, and what would betray them."""

    table: PublishedTable
    period: Period
    before: Period
    lines: tuple[PublishedLine, ...]
    total: PublishedLine
    k: int
    as_of: datetime


def read_published(table: PublishedTable, period: Period, *, now: datetime, today: date) -> Published:
    """At most some minutes old: `as_of` says. Only whole months that are over count."""
    reader = Reader(now, today)
    before = period.a_year_before()
    both = [(p, reader.years(table, p), reader.medians(table, p)) for p in (period, before)]
    keys = expected_lines(table) | {
        key for _, years, _ in both for year in years.values() for rows in year.rows.values() for key in rows
    }
    lines = [PublishedLine(key, *(_line(table, key, reader.k, *one) for one in both)) for key in sorted(keys)]
    total = PublishedLine("", *(_line(table, None, reader.k, *one) for one in both))
    return Published(table, period, before, tuple(lines), total, reader.k, min(reader.moments))


def _line(
    table: PublishedTable,
    key: str | None,
    k: int,
    period: Period,
    years: Mapping[int, SafeYear],
    medians: Mapping[str | None, Value],
) -> Cells:
    """Of one line, or of the total for None."""
    cells = {code: summed(_parts(code, key, period, years)) for code in table.counts}
    for whole, (one, other) in t.PAIRS.items():
        if one in cells:
            cells[whole] = added(cells[one], cells[other])
            cells[t.SHARES[whole]] = share_of(cells[one], cells[whole])
    if t.MEDIAN in table.shown:
        cells[t.MEDIAN] = days(cells[t.ANSWERED], medians.get(key), k)
    return {code: cells[code] for code in dict.fromkeys((*table.shown, *table.counts)) if code in cells}


def _parts(code: str, key: str | None, period: Period, years: Mapping[int, SafeYear]) -> list[int | None]:
    spans = [(years[year], first, end) for year, first, end in months_of(period)]
    return [
        year.total(code, first, end) if key is None else year.line(code, key, first, end)
        for year, first, end in spans
    ]


def days(answered: Cell, middle: Value, k: int) -> Cell:
    """The middle of few answers would tell the days of one."""
    if answered.is_hidden or 0 < int(answered.value or 0) < k:
        return HIDDEN
    return Cell(middle)

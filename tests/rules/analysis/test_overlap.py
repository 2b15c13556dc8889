"""A quarter and its months, approved in any order: no small number comes back by sums and differences, found out by exact flows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kairyluu.rules.analysis.document import Analysis, Row, Table
from kairyluu.rules.analysis.hiding import hide_small
from kairyluu.rules.analysis.overlap import columns_of, hanging_together, hide_beside, restless
from kairyluu.rules.analysis.spans import Span
from tests.rules.figures.differencing import Pipes

FEW = 5
MONTHS = [
    Span(date(2026, 1, 1), date(2026, 1, 31)),
    Span(date(2026, 2, 1), date(2026, 2, 28)),
    Span(date(2026, 3, 1), date(2026, 3, 31)),
]
QUARTER = Span(date(2026, 1, 1), date(2026, 3, 31))
SPANS = [*MONTHS, QUARTER]
COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 20, 40])
# Lines that nobody has are lines too: who reads a table without lines cannot tell them.
TABLES = st.fixed_dictionaries({key: st.lists(COUNTS, min_size=3, max_size=3) for key in "abcd"})
Rows = dict[str, list[int]]


def counted(rows: Rows, span: Span) -> Table:
    of = {key: sum(counts) if span == QUARTER else counts[MONTHS.index(span)] for key, counts in rows.items()}
    kept = tuple(Row(key, n) for key, n in sorted(of.items()) if n)
    return Table("kind", "received", sum(of.values()), kept)


def approve(rows: Rows, order: list[Span], *, is_careful: bool) -> list[tuple[Span, Table]]:
    told: list[Any] = []
    done: list[tuple[Span, Table]] = []
    for span in order:
        near = hanging_together(span, told)
        table = counted(rows, span)
        if near and is_careful:
            table = hide_beside(table, restless("kind", rows, near, FEW), frozenset())
        else:
            table = hide_small(table, FEW)
        done.append((span, table))
        told += columns_of(_analysis(span, table))
    return done


def _analysis(span: Span, table: Table) -> Analysis:
    return Analysis(
        body="x",
        title={},
        span=span,
        compared_with=None,
        counted_on=span.last,
        figures={},
        tables=(table,),
    )


def narrow(rows: Rows, done: list[tuple[Span, Table]]) -> list[tuple[str, int, int]]:
    """Small counts of a line and month whose range is less than FEW wide, or than their month's total, which is never hidden: line,
    month, width."""
    told = dict(done)
    pipes = Pipes()
    for n, month in enumerate(MONTHS):
        total = sum(counts[n] for counts in rows.values())
        pipes.lay(("total", None), ("total", n), total, is_fixed=month in told)
        for key, counts in rows.items():
            pipes.lay(("total", n), ("line", key), counts[n], is_fixed=_shows(told.get(month), key))
    pipes.lay(("in", None), ("total", None), sum(map(sum, rows.values())), is_fixed=QUARTER in told)
    for key, counts in rows.items():
        pipes.lay(("line", key), ("in", None), sum(counts), is_fixed=_shows(told.get(QUARTER), key))
    return [
        (key, n, width)
        for key, counts in rows.items()
        for n, count in enumerate(counts)
        if 0 < count < FEW
        and not _shows(told.get(MONTHS[n]), key)
        and (width := pipes.range_of(("total", n), ("line", key), count))
        < min(FEW, sum(counts[n] for counts in rows.values()))
    ]


def _shows(table: Table | None, key: str) -> bool:
    """A line that is not in a table with lines is nought."""
    if table is None or (table.total and not table.rows):
        return False
    return all(row.n is not None for row in table.rows if row.key == key)


@settings(max_examples=300)
@given(rows=TABLES, order=st.permutations(SPANS), n=st.integers(1, 4))
def test_no_small_number_comes_back(rows: Rows, order: list[Span], n: int) -> None:
    assert narrow(rows, approve(rows, order[:n], is_careful=True)) == []


def test_without_it_one_does() -> None:
    rows = {"a": [9, 9, 3], "b": [9, 9, 8], "c": [20, 20, 20]}
    assert narrow(rows, approve(rows, SPANS, is_careful=False))
    assert not narrow(rows, approve(rows, SPANS, is_careful=True))


def test_what_is_large_in_every_month_stays() -> None:
    rows = {"a": [19, 0, 17], "b": [15, 15, 15], "c": [4, 20, 20], "d": [8, 20, 20]}
    quarter = dict(approve(rows, SPANS, is_careful=True))[QUARTER]
    assert {row.key: row.n for row in quarter.rows} == {"a": 36, "b": 45, "c": None, "d": None}


def test_periods_that_hang_together() -> None:
    told = [one for span in SPANS for one in columns_of(_analysis(span, counted({"a": [1, 1, 1]}, span)))]
    assert {one.span for one in hanging_together(MONTHS[0], told)} == set(SPANS)
    assert [one.span for one in hanging_together(MONTHS[0], told[1:3])] == []

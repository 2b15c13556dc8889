"""Analyses of one body whose periods overlap (a quarter and its months), so that what one hides is not the others' difference.

A line is *restless* where any month of the periods that hang together has fewer than `few` of it, though not none, or where an approved
analysis among them hides it. A new analysis hides restless lines, nought too, and all lines where in some month the restless ones are
too few to hide behind one another. What it shows then is large in every month or not there at all, so no sum or difference of it is small; of the
hidden lines it tells nothing but their sum."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kairyluu.rules.analysis.document import Analysis, Row, Table
from kairyluu.rules.analysis.spans import Span


@dataclass(frozen=True)
class Told:
    """One column of an approved analysis: what it hides in each table; None: every line."""

    span: Span
    hidden: Mapping[str, frozenset[str] | None]


def columns_of(analysis: Analysis) -> list[Told]:
    """Of the period and of the year before."""
    lined = [table for table in analysis.tables if table.base != "own"]
    now = {t.code: _hidden_keys(t, [row.n for row in t.rows], t.total) for t in lined}
    columns = [Told(analysis.span, now)]
    if analysis.compared_with:
        before = {t.code: _hidden_keys(t, [row.before for row in t.rows], t.total_before or 0) for t in lined}
        columns.append(Told(analysis.compared_with, before))
    return columns


def _hidden_keys(table: Table, counts: Sequence[int | None], total: int) -> frozenset[str] | None:
    if total and not table.rows:
        return None
    return frozenset(row.key for row, n in zip(table.rows, counts, strict=True) if n is None)


def hanging_together(span: Span, told: Collection[Told]) -> list[Told]:
    """Those that overlap it, or overlap one that does."""
    found: list[Told] = []
    spans, left = [span], list(told)
    while near := [one for one in left if any(_overlap(one.span, known) for known in spans)]:
        found += near
        spans += [one.span for one in near]
        left = [one for one in left if one not in near]
    return found


def whole_span(span: Span, near: Sequence[Told]) -> Span:
    return Span(
        min(s.first for s in (span, *(one.span for one in near))),
        max(s.last for s in (span, *(one.span for one in near))),
    )


def restless(
    code: str, by_month: Mapping[str, Sequence[int]], near: Sequence[Told], few: int
) -> frozenset[str] | None:
    """Keys of the table that must be hidden; None: all, where in some month those together are few. `by_month`: of all months that hang
    together, this table's own among them; where `near` is empty nothing is restless but what is small."""
    hidden = [one.hidden.get(code, frozenset()) for one in near]
    known = [keys for keys in hidden if keys is not None]
    if len(known) < len(hidden):
        return None
    small = {key for key, counts in by_month.items() if any(0 < n < few for n in counts)}
    found = frozenset(small.union(*known))
    sums = [
        sum(counts)
        for counts in zip(*(by_month.get(key, ()) for key in found if key in by_month), strict=True)
    ]
    is_enough = len(found) > 1 and all(n == 0 or n >= 2 * few for n in sums)
    return found if is_enough or not found else None


def hide_beside(table: Table, now: frozenset[str] | None, before: frozenset[str] | None) -> Table:
    """`table` as it was counted, `now` and `before` what is restless in its columns."""
    keys = {row.key for row in table.rows}
    added = [
        Row(key, 0, 0 if table.total_before is not None else None)
        for key in sorted((now or frozenset()) | (before or frozenset()))
        if key not in keys
    ]
    rows = [*table.rows, *added]
    hides_now, hides_before = _places(rows, now), _places(rows, before)
    if hides_now and all(not row.n or place in hides_now for place, row in enumerate(rows)):
        return replace(table, rows=())
    shown = (
        Row(row.key, None if n in hides_now else row.n, None if n in hides_before else row.before)
        for n, row in enumerate(rows)
    )
    return replace(table, rows=tuple(row for row in shown if row.n != 0 or row.before not in (0, None)))


def _places(rows: Sequence[Row], restless_: frozenset[str] | None) -> set[int]:
    return {place for place, row in enumerate(rows) if restless_ is None or row.key in restless_}


def _overlap(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last

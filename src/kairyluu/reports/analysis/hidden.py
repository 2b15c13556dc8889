"""What the tables of an analysis do not show: small counts, and what other analyses of overlapping periods would give away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kairyluu.reports.analysis.asking import AnalysisAsked
from kairyluu.reports.analysis.tables import tables_of
from kairyluu.rules.analysis import telling
from kairyluu.rules.analysis.document import Table
from kairyluu.rules.analysis.hiding import hide_small, small_places
from kairyluu.rules.analysis.overlap import Told, hanging_together, hide_beside, restless, whole_span
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.figures.periods import Period

# By table and key how many in each month.
Months = Mapping[str, Mapping[str, Sequence[int]]]


def shown_tables(asked: AnalysisAsked, before: Span | None, today: date) -> tuple[Table, ...]:
    """`before` is the period of the year before, None where nothing is compared."""
    counted, late_bodies = tables_of(asked, today)
    now = Span(asked.period.first, asked.period.last)
    near = [hanging_together(span, asked.told) if span else [] for span in (now, before)]
    if not asked.few or not any(near):
        shown = [hide_small(table, asked.few) for table in counted]
    else:
        months = [
            _by_month(asked, whole_span(span, some), today) if span and some else {}
            for span, some in zip((now, before), near, strict=True)
        ]
        shown = [_beside(table, near, months, asked.few) for table in counted]
    return (*(table for table in shown if table.total or table.total_before), late_bodies)


def _beside(table: Table, near: list[list[Told]], months: list[Months], few: int) -> Table:
    """The table of months is of totals, which nothing hides."""
    if table.code == telling.MONTH:
        return hide_small(table, few)
    keys: list[frozenset[str] | None] = []
    for some, by_month, counts in zip(
        near, months, ([r.n for r in table.rows], [r.before for r in table.rows]), strict=True
    ):
        small = frozenset(table.rows[place].key for place in small_places(counts, few))
        keys.append(restless(table.code, by_month.get(table.code, {}), some, few) if some else small)
    return hide_beside(table, keys[0], keys[1])


def _by_month(asked: AnalysisAsked, span: Span, today: date) -> Months:
    """Of every month in the span, also of those of which no analysis tells."""
    counted: list[tuple[Table, ...]] = []
    first = span.first.replace(day=1)
    while first <= span.last:
        period = Period.month(first.year, first.month)
        counted.append(tables_of(replace(asked, period=period, is_compared=False), today)[0])
        first = period.last + timedelta(days=1)
    found: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for place, tables in enumerate(counted):
        for table in tables:
            for row in table.rows:
                lines = found[table.code].setdefault(row.key, [0] * len(counted))
                lines[place] = row.n or 0
    return found

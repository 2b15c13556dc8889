"""What the published tables are made of, counted once in some minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Asking, count_figures
from kairyluu.reports.keeping import AT_MOST, OF_EARLIER_YEARS, Kept, kept
from kairyluu.reports.published import tables as t
from kairyluu.reports.published.cells import SafeYear, months_of, safe_year, total_steps
from kairyluu.reports.published.tables import PublishedTable
from kairyluu.reports.published.years import count_totals, count_year, months_ended
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.suppression import Block

T = TypeVar("T")


class Reader:
    """`moments` are those at which anything of it was counted."""

    def __init__(self, now: datetime, today: date) -> None:
        self._now, self._today = now, today
        self.moments = [now]
        self.k = directory().number("small_number_below")
        self._steps: dict[int, dict[str, frozenset[Block]]] = {}

    def years(self, table: PublishedTable, period: Period) -> dict[int, SafeYear]:
        return {year: self._year(table, year) for year, _, _ in months_of(period)}

    def totals(self, year: int) -> dict[str, list[int]]:
        n = months_ended(year, self._today)
        return self._kept(("published totals", year, n), lambda: count_totals(year, today=self._today), year)

    def steps(self, year: int) -> dict[str, frozenset[Block]]:
        if year not in self._steps:
            n = months_ended(year, self._today)
            self._steps[year] = total_steps(self.totals(year), self.k, n_months=n)
        return self._steps[year]

    def medians(self, table: PublishedTable, period: Period) -> dict[str | None, Value]:
        """By line, that of everything under None."""
        if t.MEDIAN not in table.shown:
            return {}
        counted = self._kept(
            ("published days", table.by, period),
            lambda: count_figures(Asking(period, (t.MEDIAN,), by=table.by), today=self._today),
            period.last.year,
        )
        lines: dict[str | None, Value] = {line.key: line.values[t.MEDIAN] for line in counted.lines}
        return lines | {None: counted.total[t.MEDIAN]}

    def whole(self, period: Period, codes: tuple[str, ...]) -> Mapping[str, Value]:
        """Of everything together, without regard to how little it is."""
        return self._kept(
            ("published whole", codes, period),
            lambda: count_figures(Asking(period, codes), today=self._today).total,
            period.last.year,
        )

    def _year(self, table: PublishedTable, year: int) -> SafeYear:
        n = months_ended(year, self._today)
        key = ("published", table.slug, table.inside, year, n)
        rows = self._kept(key, lambda: count_year(table, year, today=self._today), year)
        within = self._within(table, year)
        return self._kept((*key, "safe", self.k), lambda: safe_year(rows, within, self.k, n_months=n), year)

    def _within(self, table: PublishedTable, year: int) -> dict[str, frozenset[Block]]:
        """The districts of an oblast are within its line of the table of regions; everything else within everything."""
        steps = self.steps(year)
        if not table.inside:
            return {code: steps[code] for code in table.counts if code in steps}
        regions = self._year(t.TABLES["regions"], year)
        return {code: regions.shown[code].line(table.inside) for code in table.counts}

    def _kept(self, key: tuple[object, ...], make: Callable[[], T], year: int) -> T:
        at_most = OF_EARLIER_YEARS if year < self._today.year else AT_MOST
        found: Kept[T] = kept(key, make, now=self._now, at_most=at_most)
        self.moments.append(found.as_of)
        return found.value

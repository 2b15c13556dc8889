"""The counts of one year by line and month, as they are before anything is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Asking, count_figures, count_months
from kairyluu.reports.published.sealed import count_sealed
from kairyluu.reports.published.tables import (
    APART,
    IN_TIME,
    LATE,
    LODGED,
    RATED,
    REFUSED,
    SATISFIED,
    UNSATISFIED,
    PublishedTable,
)
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.suppression import MONTHS

# figure -> line -> twelve counts
Year = Mapping[str, Mapping[str, list[int]]]
Grown = dict[str, dict[str, list[int]]]
TOTALS = (LODGED, IN_TIME, LATE, REFUSED, RATED, SATISFIED)


def months_ended(year: int, today: date) -> int:
    """How many months of the year are over."""
    return MONTHS if year < today.year else today.month - 1 if year == today.year else 0


def count_year(table: PublishedTable, year: int, *, today: date) -> Year:
    """Only of months that are over: a running one would tell each new appeal by the difference of two visits."""
    line_of = _lines_inside(table.inside) if table.inside else _itself
    found: Grown = {code: {} for code in table.counts}
    n_months = months_ended(year, today)
    if not n_months:
        return found
    period = Period(date(year, 1, 1), Period.month(year, n_months).last)
    months = count_months(Asking(period, asked(table.counts), by=table.by), today=today)
    for month, lines in months.items():
        for kept, counted in lines.items():
            key = line_of(kept)
            if key is not None:
                values = {code: int(n or 0) for code, n in counted.items()}
                for code in table.counts:
                    _add(found[code], key, int(month[-2:]) - 1, count_of(code, values))
    if table.is_apart:
        _set_apart(found, year, n_months)
    return found


def asked(counts: tuple[str, ...]) -> tuple[str, ...]:
    """The figures these are made of: nobody counts who was not satisfied."""
    return tuple(RATED if code == UNSATISFIED else code for code in counts)


def count_of(code: str, values: Mapping[str, int]) -> int:
    return values[RATED] - values[SATISFIED] if code == UNSATISFIED else values[code]


def count_totals(year: int, *, today: date) -> dict[str, list[int]]:
    """Of everything together, by month."""
    n_months = months_ended(year, today)
    found = {code: [0] * MONTHS for code in TOTALS}
    if n_months:
        period = Period(date(year, 1, 1), Period.month(year, n_months).last)
        for line in count_figures(Asking(period, TOTALS, by="month"), today=today).lines:
            for code in TOTALS:
                found[code][int(line.key[-2:]) - 1] = int(line.values[code] or 0)
    unsatisfied = [n - good for n, good in zip(found.pop(RATED), found[SATISFIED], strict=True)]
    return found | {UNSATISFIED: unsatisfied}


def expected_lines(table: PublishedTable) -> set[str]:
    """Those that are named even if nothing happened: places of a map, bodies that are open."""
    if table.is_apart:
        return {body.code for body in directory().bodies.values() if body.is_open}
    if table.inside or table.by == "region_applicant":
        places = directory().territories.values()
        return {row.code for row in places if (row.parent.code if row.parent else "") == table.inside}
    return set()


def _set_apart(found: Grown, year: int, n_months: int) -> None:
    """What a body's registrar does not see is taken out of its line into one of all bodies: he would read from the difference to
    his register whether somebody complained about him."""
    for (key, month), values in count_sealed(asked(tuple(found)), year, n_months).items():
        for code in found:
            n = count_of(code, values)
            _add(found[code], key, month, -n)
            _add(found[code], APART, month, n)


def _add(rows: dict[str, list[int]], key: str, month: int, n: int) -> None:
    rows.setdefault(key, [0] * MONTHS)[month] += n


def _itself(key: str) -> str | None:
    return key


def _lines_inside(oblast: str) -> Callable[[str], str | None]:
    """From a territory to the district or city right below the oblast, to the oblast where nothing nearer is known; None outside of
    it."""
    below: dict[str, str | None] = defaultdict(lambda: None)
    territories = directory().territories
    by_id = {row.pk: row for row in territories.values()}
    for code, row in territories.items():
        nearest = row
        while nearest.parent_id is not None and by_id[nearest.parent_id].code != oblast:
            nearest = by_id[nearest.parent_id]
        if nearest.parent_id is not None or nearest.code == oblast:
            below[code] = nearest.code
    return below.__getitem__

"""Everything together: the figures of a period, month by month, and what is open at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.queries.figures import Asking, count_figures
from kairyluu.reports.published import tables as t
from kairyluu.reports.published.cells import HIDDEN, Cell, months_of, share_of, summed
from kairyluu.reports.published.reader import Reader
from kairyluu.reports.published.reading import Cells, Published, PublishedLine, days
from kairyluu.reports.published.years import months_ended
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.suppression import value_of

SHOWN = (
    *(t.LODGED, t.ANSWERED, t.SHARE_IN_TIME, t.LATE, t.REFUSED, t.MEDIAN),
    *(t.RATED, t.SHARE_SATISFIED, t.RATING),
)
MONTHLY = (t.LODGED, t.ANSWERED, t.SHARE_IN_TIME, t.LATE)
OPEN_NOW = ("in_consideration", "overdue_now")


@dataclass(frozen=True)
class Overview:
    """`months` have the code of the month as their key."""

    period: Period
    before: Period
    figures: PublishedLine
    months: tuple[PublishedLine, ...]
    open_now: Mapping[str, Cell]
    k: int
    as_of: datetime

    @property
    def by_month(self) -> Published:
        """The months as one of the tables."""
        table = t.PublishedTable(slug="months", by="month", counts=(), shown=MONTHLY)
        return Published(table, self.period, self.before, self.months, self.figures, self.k, self.as_of)


def read_overview(period: Period, *, now: datetime, today: date) -> Overview:
    """`open_now` is of this moment, the rest at most some minutes old."""
    reader = Reader(now, today)
    before = period.a_year_before()
    figures = PublishedLine("", *(_figures(reader, p, today) for p in (period, before)))
    months = [
        PublishedLine(month.code, *(_counts(reader, p, today) for p in (month, month.a_year_before())))
        for month in _months(period)
    ]
    return Overview(
        period, before, figures, tuple(months), _open_now(today, reader.k), reader.k, min(reader.moments)
    )


def read_month(month: Period, *, now: datetime, today: date) -> Cells:
    """The figures of one month that is over, for the first page."""
    return _figures(Reader(now, today), month, today)


def _months(period: Period) -> list[Period]:
    return [Period.month(year, n + 1) for year, first, end in months_of(period) for n in range(first, end)]


def _counts(reader: Reader, period: Period, today: date) -> dict[str, Cell]:
    """What is made of the counts by month."""
    cells = {
        code: summed(_parts(reader, code, period, today))
        for code in (t.LODGED, t.IN_TIME, t.LATE, t.REFUSED, t.SATISFIED, t.UNSATISFIED)
    }
    cells[t.ANSWERED] = _whole(reader, t.ANSWERED, period, today)
    cells[t.RATED] = _whole(reader, t.RATED, period, today)
    cells[t.SHARE_IN_TIME] = share_of(cells[t.IN_TIME], cells[t.ANSWERED])
    cells[t.SHARE_SATISFIED] = share_of(cells[t.SATISFIED], cells[t.RATED])
    return cells


def _parts(reader: Reader, code: str, period: Period, today: date) -> list[int | None]:
    found = []
    for year, first, end in months_of(period):
        n = months_ended(year, today)
        found.append(
            value_of(reader.totals(year)[code], reader.steps(year)[code], min(first, n), min(end, n))
        )
    return found


def _whole(reader: Reader, code: str, period: Period, today: date) -> Cell:
    """The sum of a pair is shown more often than its parts."""
    one, other = t.PAIRS[code]
    found = []
    for year, first, end in months_of(period):
        n = months_ended(year, today)
        totals = reader.totals(year)
        both = [a + b for a, b in zip(totals[one], totals[other], strict=True)]
        found.append(value_of(both, reader.steps(year)[code], min(first, n), min(end, n)))
    return summed(found)


def _figures(reader: Reader, period: Period, today: date) -> Cells:
    cells = _counts(reader, period, today)
    counted = reader.whole(period, (t.MEDIAN, t.RATING))
    cells[t.MEDIAN] = days(cells[t.ANSWERED], counted[t.MEDIAN], reader.k)
    cells[t.RATING] = days(cells[t.RATED], counted[t.RATING], reader.k)
    return {code: cells[code] for code in SHOWN}


def _open_now(today: date, k: int) -> dict[str, Cell]:
    """Of all years: right to the second."""
    period = Period(date(2000, 1, 1), today)
    counted = count_figures(Asking(period, OPEN_NOW), today=today).total
    return {code: HIDDEN if 0 < int(counted[code] or 0) < k else Cell(counted[code]) for code in OPEN_NOW}

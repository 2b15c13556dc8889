"""What people open first, counted before they come."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kairyluu.queries.directory import directory
from kairyluu.reports.beginning import first_day
from kairyluu.reports.keeping import at_once
from kairyluu.reports.published.asking import usual_period
from kairyluu.reports.published.overview import read_month, read_overview
from kairyluu.reports.published.reading import read_published
from kairyluu.reports.published.tables import TABLES, districts_of
from kairyluu.rules.figures.periods import Period

ONCE_A_DAY = timedelta(hours=20)  # asked for each hour, so before what is kept for a day is over


def count_usual(*, now: datetime, today: date) -> None:
    """The pages as they are without a choice: all tables of the running year, the districts of each region, the month before on the
    first page. Other periods of the year are made of the same counts."""
    last = date.fromordinal(today.replace(day=1).toordinal() - 1)
    with at_once():
        first_day(now=now)
        read_month(Period.month(last.year, last.month), now=now, today=today)
        _count(usual_period(today), now, today)


def count_earlier(*, now: datetime, today: date) -> None:
    """The same pages of all years before, once a day: what happened then hardly changes any more."""
    first = first_day(now=now)
    years = range(first.year, usual_period(today).last.year) if first else ()
    with at_once(ONCE_A_DAY):
        for year in reversed(years):
            _count(Period.year(year), now, today)


def _count(period: Period, now: datetime, today: date) -> None:
    regions = [place.code for place in directory().territories.values() if place.parent_id is None]
    read_overview(period, now=now, today=today)
    for table in (*TABLES.values(), *map(districts_of, regions)):
        read_published(table, period, now=now, today=today)

"""Every report that is open to the public, by code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min

from kairyluu.data.appeals.models import Appeal
from kairyluu.reports.catalogue import (
    appeals_by_body,
    appeals_by_kind,
    appeals_by_month,
    appeals_by_topic,
    month_in_short,
)
from kairyluu.reports.catalogue.month_in_short import MonthInShort
from kairyluu.reports.events import Events, Rows, count_events
from kairyluu.reports.keeping import Kept, kept
from kairyluu.reports.periods import Period
from kairyluu.rules.workdays import date_in_bishkek


@dataclass(frozen=True)
class Report:
    code: str
    rows: Callable[[Events], Rows]


REPORTS = {
    module.CODE: Report(module.CODE, module.rows)
    for module in (appeals_by_month, appeals_by_body, appeals_by_kind, appeals_by_topic)
}


def read_report(code: str, period: Period, *, now: datetime) -> Kept[Rows]:
    """The rows of a report, at most some minutes old; raises KeyError for an unknown code."""
    report = REPORTS[code]
    events = _events(period, now)
    return Kept(report.rows(events.value), events.as_of)


def read_month(period: Period, *, now: datetime) -> Kept[MonthInShort]:
    events = _events(period, now)
    return kept(("month_in_short", period), lambda: month_in_short.count(period, events.value), now=now)


def _events(period: Period, now: datetime) -> Kept[Events]:
    """All reports of a period come from one reading of the appeals."""
    return kept(("events", period), lambda: count_events(period), now=now)


def first_day(*, now: datetime) -> date | None:
    """The day of the oldest appeal; None when there is none."""
    return kept("first_day", _first_day, now=now).value


def _first_day() -> date | None:
    first: datetime | None = Appeal.objects.aggregate(first=Min("received_at"))["first"]
    return date_in_bishkek(first) if first else None

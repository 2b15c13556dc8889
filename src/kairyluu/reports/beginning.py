"""Since when there is anything to report."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Min

from kairyluu.data.appeals.models import Appeal
from kairyluu.reports.keeping import kept
from kairyluu.rules.workdays import date_in_bishkek


def first_day(*, now: datetime) -> date | None:
    """The day of the oldest appeal; None when there is none."""
    return kept("first_day", _first_day, now=now).value


def _first_day() -> date | None:
    first: datetime | None = Appeal.objects.aggregate(first=Min("received_at"))["first"]
    return date_in_bishkek(first) if first else None

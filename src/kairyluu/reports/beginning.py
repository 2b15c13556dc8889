"""Since when there is anything to report."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Min, OuterRef, Subquery

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.reports.keeping import kept
from kairyluu.rules.workdays import date_in_bishkek


def first_day(*, now: datetime) -> date | None:
    """The day of the oldest appeal; None when there is none."""
    return kept("first_day", _first_day, now=now).value


def _first_day() -> date | None:
    # Of each body by index: of all together every appeal would be read.
    oldest = Appeal.objects.filter(body=OuterRef("pk")).order_by("received_at").values("received_at")[:1]
    bodies = Body.objects.order_by().annotate(oldest=Subquery(oldest))
    first: datetime | None = bodies.aggregate(first=Min("oldest"))["first"]
    return date_in_bishkek(first) if first else None

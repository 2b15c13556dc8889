"""Appeals by the month in which each thing happened."""

from __future__ import annotations

from collections.abc import Hashable

from kairyluu.reports.events import Counts, count_events
from kairyluu.reports.periods import Period

CODE = "appeals_by_month"


def count(period: Period) -> dict[Hashable, Counts]:
    """By first day of the month."""
    return count_events(period, "date_trunc('month', event.day)::date")

"""Appeals by the month in which each thing happened."""

from __future__ import annotations

from kairyluu.reports.events import MONTH, Events, Rows

CODE = "appeals_by_month"


def rows(events: Events) -> Rows:
    """By first day of the month."""
    return events[MONTH]

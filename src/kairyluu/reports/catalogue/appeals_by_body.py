"""Appeals by the body they were sent to."""

from __future__ import annotations

from collections.abc import Hashable

from kairyluu.reports.events import Counts, count_events
from kairyluu.reports.periods import Period

CODE = "appeals_by_body"


def count(period: Period) -> dict[Hashable, Counts]:
    """By row id of the body."""
    return count_events(period, "appeal.body_id")

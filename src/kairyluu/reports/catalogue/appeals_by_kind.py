"""Appeals by kind: proposal, application, complaint."""

from __future__ import annotations

from collections.abc import Hashable

from kairyluu.reports.events import Counts, count_events
from kairyluu.reports.periods import Period

CODE = "appeals_by_kind"


def count(period: Period) -> dict[Hashable, Counts]:
    """By code of the kind."""
    return count_events(period, "appeal.kind")

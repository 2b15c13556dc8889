"""Appeals by kind: proposal, application, complaint."""

from __future__ import annotations

from kairyluu.reports.events import KIND, Events, Rows

CODE = "appeals_by_kind"


def rows(events: Events) -> Rows:
    """By code of the kind."""
    return events[KIND]

"""Appeals by the body they were sent to."""

from __future__ import annotations

from kairyluu.reports.events import BODY, Events, Rows

CODE = "appeals_by_body"


def rows(events: Events) -> Rows:
    """By row id of the body."""
    return events[BODY]

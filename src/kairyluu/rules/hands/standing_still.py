"""The clock that stands still while the applicant is asked, and the day of the answer after that.

No rule was found that says whether it does: a setting decides, and is off until the law was read. The working days
between the question and the reply, or the last day for it, are then not counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kairyluu.rules.deadlines import CONSIDERATION, EXTENSION
from kairyluu.rules.workdays import WorkCalendar

STOPPED = "stopped"  # key of the reasons: a list of {asked_on, until, days, after}
Reasons = Mapping[str, Any]


def counts_from(reasons: Reasons) -> str:
    """The stored deadline that the day of the answer is counted from: the extension once there is one."""
    return EXTENSION if EXTENSION in reasons else CONSIDERATION


def with_stop(reasons: Reasons, asked_on: dt.date, until: dt.date, calendar: WorkCalendar) -> dict[str, Any]:
    """The reasons with the working days after `asked_on` up to `until` not counted. The stop that began on `asked_on`
    is replaced, so that a reply that comes early gives the days back."""
    kept = [stop for stop in reasons.get(STOPPED, ()) if stop["asked_on"] != asked_on.isoformat()]
    stop = {
        "asked_on": asked_on.isoformat(),
        "until": until.isoformat(),
        "days": max(calendar.working_days_between(asked_on, until), 0),
        "after": counts_from(reasons),
    }
    return {**reasons, STOPPED: [*kept, stop]}


def answer_day(reasons: Reasons, calendar: WorkCalendar) -> dt.date:
    """The day of the answer: the stored deadline, and as many working days later as the clock stood still after it."""
    key = counts_from(reasons)
    day = dt.date.fromisoformat(reasons[key]["due_on"])
    n_days = sum(int(stop["days"]) for stop in reasons.get(STOPPED, ()) if stop["after"] == key)
    return calendar.add_working_days(day, n_days) if n_days else day

"""Counting the days of an open appeal again after the calendar has changed. Nothing is chosen anew: each stored
deadline keeps its own term and its own first day, only the days between are looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kairyluu.rules.deadlines import (
    CALENDAR_DAYS,
    CONSIDERATION,
    EXTENSION,
    NEXT_WORKING_DAY,
    REGISTRATION,
    Deadline,
    Term,
    due,
)
from kairyluu.rules.workdays import WorkCalendar

Reasons = Mapping[str, Any]
# What decides the day of the answer: the later of the two that are there.
ANSWERING = (EXTENSION, CONSIDERATION)


def recounted(stored: Deadline, terms: Mapping[str, Term], calendar: WorkCalendar) -> Deadline:
    """The same term from the same day by this calendar. Length, kind of days and first day are those stored with the
    deadline; `terms` (by id) only say whether the end rolls, which the explanation does not keep."""
    known = terms.get(stored.term_id)
    roll = known.roll if known else (NEXT_WORKING_DAY if stored.unit == CALENDAR_DAYS else "none")
    term = Term(
        id=stored.term_id,
        code=stored.code,
        amount=stored.amount,
        unit=stored.unit,
        counts_from=stored.counts_from,
        first_day=stored.first_day,
        roll=roll,
        legal_basis=stored.legal_basis,
        status=stored.status,
        source=stored.source,
    )
    return due(term, stored.starts_on, calendar)


def recount_reasons(
    reasons: Reasons, terms: Mapping[str, Term], calendar: WorkCalendar, *, is_registered: bool
) -> dict[str, Any]:
    """All stored deadlines that still run, counted again; a met registration and what is no deadline stay."""
    changed = dict(reasons)
    for kind, stored in reasons.items():
        is_deadline = isinstance(stored, dict) and "term_id" in stored
        if is_deadline and not (is_registered and kind == REGISTRATION):
            changed[kind] = recounted(Deadline.from_json(stored), terms, calendar).to_json()
    return changed


def answer_day(
    old: Reasons, new: Reasons, shown_on: dt.date, before: WorkCalendar, after: WorkCalendar
) -> dt.date:
    """The day of the answer after recounting. Where the day shown was later than its deadline (the clock stood
    still while the applicant was asked), it stays as many working days later; where nothing is stored, as it is."""
    kind = next((kind for kind in ANSWERING if kind in old), None)
    if kind is None:
        return shown_on
    was, now = (dt.date.fromisoformat(reasons[kind]["due_on"]) for reasons in (old, new))
    stood_still = before.working_days_between(was, shown_on)
    return after.add_working_days(now, stood_still) if stood_still > 0 else now

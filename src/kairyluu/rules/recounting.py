"""Counting the days of an open appeal again after the calendar has changed. Nothing is chosen anew: each stored
deadline keeps its own term and its own first day, only the days between are looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kairyluu.rules.deadlines import (
    CALENDAR_DAYS,
    NEXT_WORKING_DAY,
    REGISTRATION,
    Deadline,
    Term,
    due,
)
from kairyluu.rules.hands import standing_still
from kairyluu.rules.hands.standing_still import STOPPED
from kairyluu.rules.workdays import WorkCalendar

Reasons = Mapping[str, Any]


@dataclass(frozen=True)
class Shift:
    """What else of one appeal moves with the calendar: the moment from which receipt counts (None: at once), why, and
    its day; the last day of the question asked of the applicant on `asked_on`, while the clock stands still."""

    received_on: dt.date | None = None
    counted_at: dt.datetime | None = None
    why: str = ""
    asked_on: dt.date | None = None
    asked_until: dt.date | None = None

    @property
    def moves_receipt(self) -> bool:
        return self.received_on is not None


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
    reasons: Reasons,
    terms: Mapping[str, Term],
    calendar: WorkCalendar,
    *,
    is_registered: bool,
    shift: Shift = Shift(),
) -> dict[str, Any]:
    """All stored deadlines that still run, counted again; a met registration and what is no deadline stay."""
    changed = dict(reasons)
    for kind, stored in reasons.items():
        is_deadline = isinstance(stored, dict) and "term_id" in stored
        if is_deadline and not (is_registered and kind == REGISTRATION):
            deadline = Deadline.from_json(stored)
            if kind == REGISTRATION and shift.received_on:
                deadline = replace(deadline, starts_on=shift.received_on)
            changed[kind] = recounted(deadline, terms, calendar).to_json()
    if STOPPED in reasons:
        changed[STOPPED] = _stops_again(reasons[STOPPED], calendar, shift)
    return changed


def answer_day(reasons: Reasons, shown_on: dt.date, calendar: WorkCalendar) -> dt.date:
    """The day of the answer by recounted reasons; where nothing is stored, as it is shown."""
    has_any = standing_still.counts_from(reasons) in reasons
    return standing_still.answer_day(reasons, calendar) if has_any else shown_on


def _stops_again(
    stops: Iterable[Mapping[str, Any]], calendar: WorkCalendar, shift: Shift
) -> list[dict[str, Any]]:
    """A day off while the clock stands still is no working day the clock could have lost; the stop that still runs
    lasts until the last day for the reply."""
    return [_stop_again(stop, calendar, shift) for stop in stops]


def _stop_again(stop: Mapping[str, Any], calendar: WorkCalendar, shift: Shift) -> dict[str, Any]:
    asked_on, until = _day(stop["asked_on"]), _day(stop["until"])
    if asked_on == shift.asked_on and shift.asked_until:
        until = shift.asked_until
    n_days = max(calendar.working_days_between(asked_on, until), 0)
    return {**stop, "until": until.isoformat(), "days": n_days}


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)

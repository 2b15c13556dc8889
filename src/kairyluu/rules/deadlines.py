"""Dated terms and the days they end on, each with its reason.

Law of 4 May 2007 No. 67: registration within one working day of receipt; consideration within 14 working
days (Article 8), the day after registration being day 1; extension by the head; forwarding by competence.
Length, kind of days, first day and rolling are columns of a term, so a changed law is a new row: it applies to appeals
registered from its first day on, never to earlier ones.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import WORKING_DAY_BY_DECISION, WhyOff, WorkCalendar, date_in_bishkek

REGISTRATION = "registration"
CONSIDERATION = "consideration"
EXTENSION = "extension"
FORWARDING = "forwarding"

WORKING_DAYS = "working_days"
CALENDAR_DAYS = "calendar_days"
MINUTES = "minutes"
SAME_DAY = "same_day"
NEXT_WORKING_DAY = "next_working_day"

_UNITS = frozenset({WORKING_DAYS, CALENDAR_DAYS, MINUTES})
_FIRST_DAYS = frozenset({"day_after", SAME_DAY, "same_moment"})
_ROLLS = frozenset({"none", NEXT_WORKING_DAY})
_SOON = 3  # working days


class NoTermInForce(Refused):
    """No enabled term of this code covers the day: the configuration is not complete."""


class TermsOverlap(Refused):
    """Two enabled terms of one code begin on the same day: the law cannot say both."""


class TermMisconfigured(Refused):
    """A term with a unit, first day, roll or amount that cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """One variant of a term: one row of `terms.csv`; open ends of its validity are None. `kind` is the kind of appeal
    it is for, empty for every kind."""

    id: str
    code: str
    amount: int
    unit: str
    counts_from: str = REGISTRATION
    first_day: str = "day_after"
    roll: str = "none"
    kind: str = ""
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
    enabled: bool = True
    name_ky: str = ""
    name_ru: str = ""
    name_en: str = ""
    legal_basis: str = ""
    status: str = ""
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        known = self.unit in _UNITS and self.first_day in _FIRST_DAYS and self.roll in _ROLLS
        if not known or self.amount < (0 if self.unit == MINUTES else 1):
            raise TermMisconfigured(facts={"term": self.id, "unit": self.unit, "amount": self.amount})

    def is_in_force(self, on: dt.date) -> bool:
        begun = self.effective_from is None or self.effective_from <= on
        return self.enabled and begun and (self.effective_to is None or self.effective_to >= on)

    def applies_to(self, kind: str) -> bool:
        return self.kind in ("", kind)


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A day by law and why: what was counted, from where, and which days were stepped over.

    `skipped` are the days off between the start and the due day, `worked_by_decision` the days counted only
    because a decision made them working days. With them the day can be counted again without a calendar.
    """

    due_on: dt.date
    code: str
    term_id: str
    amount: int
    unit: str
    counts_from: str
    first_day: str
    starts_on: dt.date
    skipped: tuple[WhyOff, ...] = ()
    worked_by_decision: tuple[dt.date, ...] = ()
    calendar_as_of: dt.date | None = None
    is_beyond_calendar: bool = False
    legal_basis: str = ""
    status: str = ""
    source: str = ""

    @property
    def is_confirmed(self) -> bool:
        """False while the term, a skipped day or the calendar of that year is still to be confirmed."""
        days = all(day.is_confirmed for day in self.skipped)
        return self.status != "unverified" and days and not self.is_beyond_calendar

    def counted_again(self) -> dt.date:
        """The due day found from the explanation alone: an auditor needs neither calendar nor terms."""
        off = {day.date for day in self.skipped}
        day = self.starts_on - dt.timedelta(days=self.first_day == SAME_DAY)
        left = self.amount
        while left > 0 or day in off:
            day += dt.timedelta(days=1)
            left -= self.unit == CALENDAR_DAYS or day not in off
        return day

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON column; dates are `YYYY-MM-DD`."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self), default=dt.date.isoformat))
        return plain

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Deadline:
        """The inverse of `to_json`; a key it does not know is an error, never dropped silently."""
        values = dict(stored)
        for key in ("due_on", "starts_on", "calendar_as_of"):
            values[key] = _day(values.get(key))
        values["skipped"] = tuple(WhyOff(**{**why, "date": _day(why["date"])}) for why in stored["skipped"])
        values["worked_by_decision"] = tuple(_day(day) for day in stored["worked_by_decision"])
        return cls(**values)


class Standing(StrEnum):
    """How a duty stands against its due day."""

    MET = "met"
    MET_LATE = "met_late"
    OPEN = "open"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"


def term_in_force(terms: Iterable[Term], code: str, on: dt.date, kind: str = "") -> Term:
    """The variant valid on the day of registration for this kind of appeal; without a kind, the one for every kind.

    A variant for the kind goes before those for every kind; of several, the one that began last.
    """
    found = [term for term in terms if term.code == code and term.applies_to(kind) and term.is_in_force(on)]
    if not found:
        raise NoTermInForce(facts={"code": code, "on": on.isoformat(), "kind": kind})
    first = max(_precedence(term) for term in found)
    winners = [term for term in found if _precedence(term) == first]
    if len(winners) > 1:
        raise TermsOverlap(facts={"code": code, "terms": [term.id for term in winners]})
    return winners[0]


def due(term: Term, starts_on: dt.date, calendar: WorkCalendar) -> Deadline:
    """The last day of any term in days that starts on `starts_on`, whatever that day means."""
    due_on = last_day(term, starts_on, calendar)
    first = starts_on if term.first_day == SAME_DAY else starts_on + dt.timedelta(days=1)
    days = [first + dt.timedelta(days=n) for n in range((due_on - first).days + 1)]
    if term.unit == CALENDAR_DAYS:  # only the days the end was rolled over were stepped over
        days = days[term.amount - 1 :]
    rows = [(day, calendar.row(day)) for day in days]
    return Deadline(
        due_on=due_on,
        code=term.code,
        term_id=term.id,
        amount=term.amount,
        unit=term.unit,
        counts_from=term.counts_from,
        first_day=term.first_day,
        starts_on=starts_on,
        skipped=tuple(why for day in days if day != due_on and (why := calendar.why_off(day))),
        worked_by_decision=tuple(day for day, row in rows if row and row.kind == WORKING_DAY_BY_DECISION),
        calendar_as_of=calendar.as_of,
        is_beyond_calendar=not calendar.covers_all(starts_on, due_on),
        legal_basis=term.legal_basis,
        status=term.status,
        source=term.source,
    )


def registration_due(
    received_at: dt.datetime, terms: Iterable[Term], calendar: WorkCalendar, kind: str = ""
) -> Deadline:
    """Law No. 67: registered within one working day of receipt, the date of receipt being that of Bishkek."""
    received_on = date_in_bishkek(received_at)
    return due(term_in_force(terms, REGISTRATION, received_on, kind), received_on, calendar)


def consideration_due(
    registered_on: dt.date, terms: Iterable[Term], calendar: WorkCalendar, kind: str = ""
) -> Deadline:
    """Article 8 of Law No. 67: counted from the actual day of registration; a late one shortens nothing."""
    return due(term_in_force(terms, CONSIDERATION, registered_on, kind), registered_on, calendar)


def extension_due(
    shown_on: dt.date, registered_on: dt.date, terms: Iterable[Term], calendar: WorkCalendar, kind: str = ""
) -> Deadline:
    """Counted from the due day as shown, once; the variant is chosen by the day of registration and the kind."""
    return due(term_in_force(terms, EXTENSION, registered_on, kind), shown_on, calendar)


def forwarding_due(
    registered_on: dt.date, terms: Iterable[Term], calendar: WorkCalendar, kind: str = ""
) -> Deadline:
    """Counted from registration at the sender; the receiving body registers anew with terms of its own."""
    return due(term_in_force(terms, FORWARDING, registered_on, kind), registered_on, calendar)


def due_moment(term: Term, since: dt.datetime) -> dt.datetime:
    """A term in minutes runs by the clock, round the clock."""
    if term.unit != MINUTES:
        raise TermMisconfigured(facts={"term": term.id, "unit": term.unit})
    return since + dt.timedelta(minutes=term.amount)


def days_left(due_on: dt.date, today: dt.date, calendar: WorkCalendar) -> int:
    """Working days left: 0 on the due day, negative when overdue.

    A due day that has passed is overdue by at least one day, also on the Saturday after a Friday.
    """
    between = calendar.working_days_between(today, due_on)
    return between if today <= due_on else min(between, -1)


def standing(
    due_on: dt.date, today: dt.date, calendar: WorkCalendar, met_on: dt.date | None = None
) -> Standing:
    """`met_on` is the day the duty was done, if it was."""
    if met_on is not None:
        return Standing.MET if met_on <= due_on else Standing.MET_LATE
    if today >= due_on:
        return Standing.TODAY if today == due_on else Standing.LATE
    return Standing.SOON if days_left(due_on, today, calendar) <= _SOON else Standing.OPEN


def _precedence(term: Term) -> tuple[bool, dt.date]:
    return bool(term.kind), term.effective_from or dt.date.min


def last_day(term: Term, starts_on: dt.date, calendar: WorkCalendar) -> dt.date:
    """The day of `due` without its reasons."""
    day_zero = starts_on - dt.timedelta(days=term.first_day == SAME_DAY)
    if term.unit == WORKING_DAYS:
        return calendar.add_working_days(day_zero, term.amount)
    if term.unit == CALENDAR_DAYS:
        last = day_zero + dt.timedelta(days=term.amount)
        return calendar.on_or_after(last) if term.roll == NEXT_WORKING_DAY else last
    raise TermMisconfigured(facts={"term": term.id, "unit": term.unit})


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None

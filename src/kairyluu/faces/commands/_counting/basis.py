"""What is counted by, wherever it was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kairyluu.rules.deadlines import Term
from kairyluu.rules.office_hours import OfficeHours, Receipt, receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import CalendarDay, WorkCalendar

COUNTS_NEXT = "received_outside_hours_counts_next"


class NoSuchBody(Refused):
    """No body has this code; facts: body."""


@dataclass(frozen=True)
class Asked:
    """`body` is a code, empty for the whole republic; `office_hours` yes, no, or empty for what the settings say."""

    body: str = ""
    office_hours: str = ""


@dataclass(frozen=True)
class Office:
    """`scopes` are the places whose own days count here, the widest first; `hours` None where none are known or what
    comes outside them counts at once."""

    scopes: tuple[str, ...] = ()
    hours: OfficeHours | None = None


@dataclass(frozen=True)
class Basis:
    """`source` is database or files."""

    source: str
    terms: list[Term]
    days: list[CalendarDay]
    office: Office

    def calendar(self, as_of: dt.date | None) -> WorkCalendar:
        return WorkCalendar(self.days, as_of=as_of, scopes=self.office.scopes)

    def receipt_of(self, received_at: dt.datetime, calendar: WorkCalendar) -> Receipt:
        return receipt(received_at, self.office.hours, calendar)

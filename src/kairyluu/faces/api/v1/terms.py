"""The dated terms of the law, and the calculator: until when an appeal must be registered and answered, and why."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.faces.api.shapes import answers
from kairyluu.queries.clock.calculator import Counted, Question, count_days
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import Deadline
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK

router = Router(tags=["Terms"])
FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)


class Term(Schema):
    """One dated variant: a changed law is a new row, and applies from its first day on."""

    id: str
    family: str = Field(description="registration, consideration, extension ...")
    kind: str = Field(description="kind of appeal it is for; empty: every kind")
    name: str
    amount: int
    unit: str
    counts_from: str
    first_day: str
    roll: str
    effective_from: date | None
    effective_to: date | None
    is_enabled: bool
    legal_basis: str


class Terms(Schema):
    items: list[Term]


class DayOff(Schema):
    on: date
    reason: str = Field(description="code: weekend, public_holiday ...")
    name: str = Field(description="empty for a plain weekend")
    is_confirmed: bool


class Due(Schema):
    """A day by law and how it was counted."""

    due_on: date
    starts_on: date = Field(description="the first day counted")
    amount: int
    unit: str
    term: str = Field(description="id of the term")
    legal_basis: str
    skipped: list[DayOff] = Field(description="days off between the start and the due day")
    worked_by_decision: list[date] = Field(description="days off that a decision made working days")
    is_confirmed: bool = Field(description="false while the term or the calendar is still to be confirmed")


class Calculation(Schema):
    received_on: date
    outside_hours: str = Field(
        description="why receipt counts later: day_off, before_opening, lunch, after_closing"
    )
    counts_as_received_at: datetime
    registered_on: date
    is_registered_late: bool
    registration: Due
    consideration: Due
    is_law: bool = Field(description="false where another term than that in force was tried")


class Asked(Schema):
    """The same query as the page /term/ understands."""

    received: date = Field(description="day of receipt", ge=FIRST, le=LAST)
    at: time | None = Field(None, description="time of receipt in Bishkek; noon when not given")
    registered: date | None = Field(
        None, description="day of registration; the last lawful day when not given", ge=FIRST, le=LAST
    )
    kind: Literal["", "proposal", "application", "complaint"] = Field("", description="kind of appeal")
    term: str = Field("", max_length=40, description="id of a term of consideration to try")
    body: str = Field("", max_length=80, description="code of a body: its office hours and own days count")


@router.get("", response=answers(Terms), summary="The terms of the law", url_name="terms")
def terms(request: HttpRequest) -> Terms:
    return Terms(
        items=[
            Term(
                id=term.id,
                family=term.code,
                kind=term.kind,
                name=getattr(term, f"name_{language_now()}") or term.id,
                amount=term.amount,
                unit=term.unit,
                counts_from=term.counts_from,
                first_day=term.first_day,
                roll=term.roll,
                effective_from=term.effective_from,
                effective_to=term.effective_to,
                is_enabled=term.enabled,
                legal_basis=term.legal_basis,
            )
            for term in directory().terms
        ]
    )


@router.get("/calculation", response=answers(Calculation), summary="Count the days", url_name="calculation")
def calculation(request: HttpRequest, asked: Query[Asked]) -> Calculation:
    """Until when an appeal must be registered and answered, each day with its reason: the rules are those by which real
    appeals are counted."""
    moment = datetime.combine(asked.received, (asked.at or time(12)).replace(tzinfo=None), BISHKEK)
    question = Question(
        received_at=moment, registered_on=asked.registered, kind=asked.kind, term=asked.term, body=asked.body
    )
    try:
        return _told(count_days(question))
    except Refused as refused:
        raise _why_not(refused) from None


def due(deadline: Deadline) -> Due:
    return Due(
        due_on=deadline.due_on,
        starts_on=deadline.starts_on,
        amount=deadline.amount,
        unit=deadline.unit,
        term=deadline.term_id,
        legal_basis=deadline.legal_basis,
        skipped=[
            DayOff(
                on=day.date,
                reason=day.reason,
                name=getattr(day, f"name_{language_now()}") or day.name_ky,
                is_confirmed=day.is_confirmed,
            )
            for day in deadline.skipped
        ],
        worked_by_decision=list(deadline.worked_by_decision),
        is_confirmed=deadline.is_confirmed,
    )


def _told(counted: Counted) -> Calculation:
    return Calculation(
        received_on=counted.received_on,
        outside_hours=counted.receipt.why,
        counts_as_received_at=counted.receipt.counted_at,
        registered_on=counted.registered_on,
        is_registered_late=counted.is_registered_late,
        registration=due(counted.registration),
        consideration=due(counted.consideration),
        is_law=counted.is_law,
    )


def _why_not(refused: Refused) -> Trouble:
    if refused.code == "registered_before_receipt":
        return invalid(At("registered", _("An appeal cannot be registered before it was received.")))
    if refused.code == "unknown_code":
        return invalid(At("body", _("There is no body with this code.")))
    return invalid(At("received", _("No term is known by which this day could be counted.")))

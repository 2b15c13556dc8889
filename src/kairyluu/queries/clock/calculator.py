"""Anybody enters a day and sees until when an appeal must be registered and answered, and why: the same rules, terms
and calendar as for a real appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules import deadlines
from kairyluu.rules.deadlines import Deadline, Term
from kairyluu.rules.office_hours import Receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek


class RegisteredBeforeReceipt(Refused):
    """An appeal cannot be registered before it came."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """`registered_on` None: on the last lawful day. `kind` is the kind of appeal, empty for any; `term` the id of a
    consideration term to try, empty for the one in force."""

    received_at: datetime
    registered_on: date | None = None
    kind: str = ""
    term: str = ""
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """`is_law` is False where a term was asked for that is not in force on the day of registration; `has_own_days` where
    a day of the body or its district lies within the days counted."""

    receipt: Receipt
    received_on: date
    registered_on: date
    is_registration_given: bool
    registration: Deadline
    consideration: Deadline
    term: Term
    is_law: bool
    body: Body | None
    has_own_days: bool = False

    @property
    def is_registered_late(self) -> bool:
        return self.registered_on > self.registration.due_on


def list_terms() -> list[Term]:
    """The consideration terms that may be tried, those in use first."""
    found = [term for term in directory().terms if term.code == deadlines.CONSIDERATION]
    return sorted(found, key=lambda term: (not term.enabled, term.id))


def count_days(question: Question) -> Counted:
    """Raises `RegisteredBeforeReceipt`, `UnknownCode`, and whatever the rules refuse."""
    known = directory()
    body = known.body(question.body) if question.body else None
    registration = known.registration_due(question.received_at, body, kind=question.kind)
    received_on = date_in_bishkek(question.received_at)
    registered_on = question.registered_on or registration.due_on
    if registered_on < received_on:
        raise RegisteredBeforeReceipt(
            {"received_on": received_on.isoformat(), "registered_on": registered_on.isoformat()}
        )
    term, is_law = _term(question, registered_on, known)
    calendar = known.calendar_for(body)
    consideration = deadlines.due(term, registered_on, calendar)
    return Counted(
        receipt=known.receipt_of(question.received_at, body),
        received_on=received_on,
        registered_on=registered_on,
        is_registration_given=question.registered_on is not None,
        registration=registration,
        consideration=consideration,
        term=term,
        is_law=is_law,
        body=body,
        has_own_days=any(
            row.scope for day, row in calendar.rows.items() if received_on <= day <= consideration.due_on
        ),
    )


def _term(question: Question, on: date, known: Directory) -> tuple[Term, bool]:
    """The term asked for and whether it is the one in force."""
    asked = next((t for t in list_terms() if t.id == question.term), None) if question.term else None
    if asked is None:
        return deadlines.term_in_force(known.terms, deadlines.CONSIDERATION, on, question.kind), True
    try:
        law = deadlines.term_in_force(known.terms, deadlines.CONSIDERATION, on, question.kind)
    except (deadlines.NoTermInForce, deadlines.TermsOverlap):
        return asked, False
    return asked, asked.id == law.id

"""The register book of a body: what was registered in a period, in the order of its numbers.

Complaints about somebody have numbers apart from the row and stand after it: one that is left out for the reader leaves
no gap (decision record 0013).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Answer, Appeal, Applicant, Assignment, Rating, Refusal
from kairyluu.queries.sight import Sight, visible
from kairyluu.rules.legacy.marks import is_from_earlier_register

LINES_ON_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class RegisterLine:
    """`outcome` and `executor` are in the asked language; `outgoing` is the number of the letter, empty before it;
    `rating` what the applicant says of it."""

    id: UUID
    number: str
    serial: int
    received_at: datetime
    registered_on: date
    applicant: str
    address: str
    phone: str
    subject: str
    executor: str
    due_on: date
    state: str
    outcome: str
    outgoing: str
    closed_on: date | None
    rating: Rating | None = None
    is_earlier: bool = False


@dataclass(frozen=True, kw_only=True)
class Period:
    """Days of registration, both included, in one calendar year: a book has the numbers of one year."""

    first_on: date
    last_on: date


@dataclass(frozen=True, kw_only=True)
class RegisterPage:
    """`next_after` is the serial to go on from, 0 at the end."""

    lines: tuple[RegisterLine, ...]
    n_all: int
    next_after: int


def count_register(sight: Sight, period: Period) -> int:
    return _registered(sight, period).count()


def list_register(
    sight: Sight, period: Period, language: str, *, after: int = 0, most: int = LINES_ON_PAGE
) -> RegisterPage:
    """The same queries whatever the number of lines."""
    wanted = _registered(sight, period)
    fetched = list(
        wanted.filter(serial__gt=after).order_by("serial").select_related("outcome", "rating")[: most + 1]
    )
    lines = _lines(fetched[:most], language)
    return RegisterPage(
        lines=tuple(lines),
        n_all=wanted.count(),
        next_after=lines[-1].serial if len(fetched) > most else 0,
    )


def _registered(sight: Sight, period: Period) -> QuerySet[Appeal]:
    return (
        visible(sight)
        .filter(registered_on__gte=period.first_on, registered_on__lte=period.last_on)
        .filter(book__year=period.first_on.year)
        .defer("search", "text", "deadline_reasons")
    )


def _lines(appeals: list[Appeal], language: str) -> list[RegisterLine]:
    ids = [appeal.pk for appeal in appeals]
    of_these = {"appeal_id__in": ids}
    people = {p.appeal_id: p for p in _applicants(of_these)}
    leads = Assignment.objects.filter(is_current=True, is_lead=True, **of_these).select_related("executor")
    executors = {a.appeal_id: a.executor.initials for a in leads}
    sent = dict(Answer.objects.filter(**of_these).values_list("appeal_id", "outgoing_number"))
    sent |= dict(Refusal.objects.filter(**of_these).values_list("appeal_id", "outgoing_number"))
    return [
        _line(appeal, people.get(appeal.pk), executors.get(appeal.pk, ""), sent.get(appeal.pk, ""), language)
        for appeal in appeals
    ]


def _applicants(of_these: dict[str, list[UUID]]) -> QuerySet[Applicant]:
    return Applicant.objects.filter(role="main", **of_these).select_related("home_territory").defer("search")


def _line(
    appeal: Appeal, person: Applicant | None, executor: str, outgoing: str, language: str
) -> RegisterLine:
    registered_on, due_on = appeal.registered_on, appeal.consideration_due_on
    if registered_on is None or due_on is None or appeal.serial is None:
        raise ValueError("only registered appeals have a line")  # the database keeps it so
    place = person.home_territory.name(language) if person and person.home_territory else ""
    return RegisterLine(
        id=appeal.pk,
        number=appeal.number,
        serial=appeal.serial,
        is_earlier=is_from_earlier_register(appeal.tracking_number),
        received_at=appeal.received_at,
        registered_on=registered_on,
        applicant=person.display_name if person else "",
        address=", ".join(part for part in (place, person.home_address if person else "") if part),
        phone=person.phone if person else "",
        subject=appeal.subject,
        executor=executor,
        due_on=due_on,
        state=appeal.state,
        outcome=appeal.outcome.name(language) if appeal.outcome else "",
        outgoing=outgoing,
        closed_on=appeal.closed_on,
        rating=getattr(appeal, "rating", None),
    )

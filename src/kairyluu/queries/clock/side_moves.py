"""What else moves when the calendar changes: the last day of a question put to the applicant, the term of a request of
who controls, the day a forwarding had to be done by, and the moment from which receipt outside office hours counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal, Clarification, ControlRequest, Handover
from kairyluu.queries.clock.moves import Change, Moved
from kairyluu.queries.directory import Directory
from kairyluu.rules import states
from kairyluu.rules.deadlines import forwarding_due
from kairyluu.rules.recounting import Shift
from kairyluu.rules.workdays import date_in_bishkek

QUESTION, REQUEST, HANDOVER = "question", "control_request", "handover"


@dataclass(frozen=True, kw_only=True)
class SideMove:
    """A row of its own beside an appeal. `duty` is question, control_request or handover; `stops_since` the day from
    which the clock of the appeal stands still for it."""

    duty: str
    row_id: int
    appeal: Moved
    old_on: dt.date
    new_on: dt.date
    stops_since: dt.date | None = None


def list_side_moves(change: Change, known: Directory, appeals: QuerySet[Appeal]) -> list[SideMove]:
    """Of these appeals, by whatever is in force for each body. As many working days after the asking as before: the
    calendar before must be known for questions and requests."""
    found = [*_questions(change, known, appeals), *_requests(change, known, appeals)]
    return [move for move in [*found, *_handovers(change, known, appeals)] if move.old_on != move.new_on]


def list_shifts(
    change: Change, known: Directory, appeals: QuerySet[Appeal], side: list[SideMove]
) -> dict[UUID, Shift]:
    """What changes the start or the stops of single appeals."""
    stops = {
        move.appeal.id: Shift(asked_on=move.stops_since, asked_until=move.new_on)
        for move in side
        if move.stops_since is not None
    }
    return stops | dict(_receipts(change, known, appeals))


def _questions(change: Change, known: Directory, appeals: QuerySet[Appeal]) -> Iterator[SideMove]:
    waiting = Clarification.objects.filter(
        resumed_on=None, replied_at=None, due_on__gte=change.first, appeal__in=appeals.filter(is_open=True)
    )
    for asked in waiting.select_related("appeal").order_by("pk"):
        asked_on = date_in_bishkek(asked.asked_at)
        new_on = _as_many_days(change, known, asked.appeal, asked_on, asked.due_on)
        since = asked_on if asked.stops_clock else None
        yield _side(QUESTION, asked, asked.appeal, new_on, since)


def _requests(change: Change, known: Directory, appeals: QuerySet[Appeal]) -> Iterator[SideMove]:
    waiting = ControlRequest.objects.filter(
        answered_at=None, due_on__gte=change.first, appeal__in=appeals.filter(is_open=True)
    )
    for asked in waiting.select_related("appeal").order_by("pk"):
        new_on = _as_many_days(change, known, asked.appeal, date_in_bishkek(asked.asked_at), asked.due_on)
        yield _side(REQUEST, asked, asked.appeal, new_on)


def _handovers(change: Change, known: Directory, appeals: QuerySet[Appeal]) -> Iterator[SideMove]:
    """Of chains that still run: by the term in force when the sender registered."""
    given = Handover.objects.filter(
        due_on__gte=change.first, successor__is_open=True, appeal__in=appeals, appeal__registered_on__isnull=False
    )  # fmt: skip
    for handover in given.select_related("appeal").order_by("pk"):
        appeal = handover.appeal
        calendar = change.after.of(known.bodies_by_id[appeal.body_id])
        assert appeal.registered_on is not None
        due = forwarding_due(appeal.registered_on, known.terms, calendar, appeal.kind)
        yield _side(HANDOVER, handover, appeal, due.due_on)


def _side(duty: str, row: Any, appeal: Appeal, new_on: dt.date, since: dt.date | None = None) -> SideMove:
    label = Moved(appeal.pk, appeal.body_id, appeal.number or appeal.tracking_number)
    return SideMove(
        duty=duty, row_id=row.pk, appeal=label, old_on=row.due_on, new_on=new_on, stops_since=since
    )


def _as_many_days(
    change: Change, known: Directory, appeal: Appeal, asked_on: dt.date, due_on: dt.date
) -> dt.date:
    if change.before is None:
        return due_on
    body = known.bodies_by_id[appeal.body_id]
    n_days = change.before.of(body).working_days_between(asked_on, due_on)
    return change.after.of(body).add_working_days(asked_on, max(n_days, 1))


def _receipts(
    change: Change, known: Directory, appeals: QuerySet[Appeal]
) -> Iterator[tuple[UUID, Shift]]:  # fmt: skip
    """Of what waits for registration: receipt counts from another moment by the new calendar."""
    after = replace(known, calendars=change.after)
    waiting = appeals.filter(state=states.RECEIVED, is_open=True).order_by("pk")
    for row in waiting.values_list("pk", "body_id", "received_at", "counted_received_at"):
        appeal_id, body_id, received_at, old_at = row
        body = after.bodies_by_id[body_id]
        found = after.counted_receipt(received_at, body) if old_at else after.receipt_of(received_at, body)
        new_at = found.counted_at if found.why else None
        span = date_in_bishkek(received_at), max(old_at or received_at, new_at or received_at)
        is_between = any(span[0] <= day.date <= date_in_bishkek(span[1]) for day in change.days)
        if new_at != old_at and is_between:
            received_on = date_in_bishkek(new_at or received_at)
            yield appeal_id, Shift(received_on=received_on, counted_at=new_at, why=found.why)

"""Which open appeals get another day when the calendar changes. Appeals that were counted alike are looked at
together, so that the work grows with the days and not with the appeals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import MD5, Cast

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.clock.calendars import Calendars
from kairyluu.queries.directory import Directory
from kairyluu.rules import recounting, states
from kairyluu.rules.deadlines import CONSIDERATION, REGISTRATION
from kairyluu.rules.workdays import BISHKEK, WorkCalendar

DAYS = ("registration_due_on", "consideration_due_on", "due_on")


@dataclass(frozen=True, order=True)
class ChangedDay:
    """`scope` is empty for the whole republic."""

    date: dt.date
    scope: str = ""


@dataclass(frozen=True)
class Moved:
    """`label` is the registration number, or the tracking number before there is one."""

    id: UUID
    body_id: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Move:
    """Appeals that were counted alike. `values` are the new columns; `old_on` equals `new_on` where only the
    explanation changes (a Sunday that became a holiday)."""

    duty: str
    old_on: dt.date
    new_on: dt.date
    values: dict[str, Any]
    appeals: tuple[Moved, ...]

    @property
    def is_another_day(self) -> bool:
        return self.old_on != self.new_on


@dataclass(frozen=True)
class _Group:
    """`days` by column."""

    is_registered: bool
    days: dict[str, dt.date]
    reasons: dict[str, Any]
    appeals: tuple[Moved, ...]


@dataclass(frozen=True)
class Change:
    """The days that changed, the calendars after it, and those before where they are known."""

    days: Collection[ChangedDay]
    after: Calendars
    before: Calendars | None = None


def touched(change: Change, known: Directory) -> QuerySet[Appeal]:
    """Open appeals whose span holds one of the days, in no order: no other can move."""
    dates = [day.date for day in change.days]
    first = min(dates)
    after_last = dt.datetime.combine(max(dates) + dt.timedelta(days=1), dt.time(), BISHKEK)
    waiting = Q(state=states.RECEIVED, registration_due_on__gte=first)
    in_work = ~Q(state=states.RECEIVED) & Q(consideration_due_on__gte=first)
    found = Appeal.objects.order_by().filter(waiting | in_work, is_open=True, received_at__lt=after_last)
    scopes = {day.scope for day in change.days}
    if "" in scopes:
        return found
    bodies = known.bodies_by_id.values()
    return found.filter(body_id__in=[b.pk for b in bodies if scopes & {*change.after.scopes_of(b)}])


def list_moves(change: Change, known: Directory, appeals: QuerySet[Appeal]) -> list[Move]:
    """Of these appeals, which are among the touched ones, all that change."""
    terms = {term.id: term for term in known.terms}
    found: list[Move] = []
    for after, body_ids in _by_calendar(change, known):
        rows = appeals if body_ids is None else appeals.filter(body_id__in=body_ids)
        for group in _groups(rows):
            reasons = recounting.recount_reasons(
                group.reasons, terms, after, is_registered=group.is_registered
            )
            if reasons != group.reasons:
                found.append(_move(group, reasons, after))
    return found


def _by_calendar(change: Change, known: Directory) -> Iterator[tuple[WorkCalendar, list[int] | None]]:
    """Bodies that share a calendar; all in one where nobody has days of his own."""
    found: dict[int, tuple[WorkCalendar, list[int]]] = {}
    for body in known.bodies_by_id.values():
        calendar = change.after.of(body)
        found.setdefault(id(calendar), (calendar, []))[1].append(body.pk)
    for calendar, body_ids in found.values():
        yield calendar, body_ids if len(found) > 1 else None


def _groups(appeals: QuerySet[Appeal]) -> Iterator[_Group]:
    """Appeals in the same days for the same reasons. The reasons are long and mostly alike: each kind is read once, the
    others are known by their digest."""
    digest = MD5(Cast("deadline_reasons", TextField()))
    columns = ("pk", "body_id", "number", "tracking_number", "state", *DAYS)
    found: dict[tuple[Any, ...], list[Moved]] = {}
    rows = appeals.annotate(digest=digest).values_list("digest", *columns)
    for alike, pk, body_id, number, tracking, state, *days in rows.iterator(chunk_size=5000):
        key = (alike, state != states.RECEIVED, *days)
        found.setdefault(key, []).append(Moved(pk, body_id, number or tracking))
    reasons = _reasons([members[0].id for members in found.values()])
    for (_, is_registered, *days), members in found.items():
        yield _Group(
            is_registered, dict(zip(DAYS, days, strict=True)), reasons[members[0].id], tuple(members)
        )


def _reasons(ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    return dict(Appeal.objects.filter(pk__in=ids).order_by().values_list("pk", "deadline_reasons"))


def _move(group: _Group, reasons: dict[str, Any], calendar: WorkCalendar) -> Move:
    duty = CONSIDERATION if group.is_registered else REGISTRATION
    old_on = group.days[f"{duty}_due_on"]
    if group.is_registered:
        new_on = recounting.answer_day(reasons, old_on, calendar)
    else:
        new_on = dt.date.fromisoformat(reasons[REGISTRATION]["due_on"])
    shown = {"due_on": new_on} if group.days["due_on"] == old_on else {}
    return Move(
        duty=duty,
        old_on=old_on,
        new_on=new_on,
        values={"deadline_reasons": reasons, f"{duty}_due_on": new_on} | shown,
        appeals=group.appeals,
    )

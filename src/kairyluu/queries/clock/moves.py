"""Which open appeals get another day when the calendar changes. Appeals that were counted alike are looked at
together, so that the work grows with the days and not with the appeals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Func, Q, QuerySet, TextField

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.moving import RECEIPT, among
from kairyluu.queries.clock.calendars import Calendars
from kairyluu.queries.directory import Directory
from kairyluu.rules import recounting, states
from kairyluu.rules.deadlines import CONSIDERATION, REGISTRATION, Term
from kairyluu.rules.recounting import Shift
from kairyluu.rules.workdays import BISHKEK, WorkCalendar

DAYS = ("registration_due_on", "consideration_due_on", "due_on")
NO_SHIFT = Shift()


@dataclass(frozen=True, order=True)
class ChangedDay:
    """`scope` is empty for the whole republic."""

    date: dt.date
    scope: str = ""


class Moved(NamedTuple):
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
class Change:
    """The days that changed, the calendars after it, and those before where they are known."""

    days: Collection[ChangedDay]
    after: Calendars
    before: Calendars | None = None

    @property
    def first(self) -> dt.date:
        return min(day.date for day in self.days)

    @property
    def scopes(self) -> set[str]:
        return {day.scope for day in self.days}


class _Row(NamedTuple):
    digest: str
    id: UUID
    body_id: int
    number: str
    tracking_number: str
    state: str
    registration_due_on: dt.date
    consideration_due_on: dt.date | None
    due_on: dt.date


class _Digest(Func):
    template = f"MD5((%(expressions)s - '{RECEIPT}')::text)"
    output_field = TextField()


class _Key(NamedTuple):
    """What makes appeals alike: everything the counting reads."""

    digest: str
    is_registered: bool
    days: tuple[dt.date | None, ...]
    shift: Shift
    calendar: WorkCalendar


def touched(change: Change, known: Directory) -> QuerySet[Appeal]:
    """Open appeals whose span holds one of the days, in no order: no other can move."""
    after_last = max(day.date for day in change.days) + dt.timedelta(days=1)
    waiting = Q(state=states.RECEIVED, registration_due_on__gte=change.first)
    in_work = ~Q(state=states.RECEIVED) & Q(consideration_due_on__gte=change.first)
    found = Appeal.objects.order_by().filter(
        waiting | in_work, is_open=True, received_at__lt=dt.datetime.combine(after_last, dt.time(), BISHKEK)
    )
    if "" in change.scopes:
        return found
    bodies = known.bodies_by_id.values()
    return found.filter(body_id__in=[b.pk for b in bodies if change.scopes & {*change.after.scopes_of(b)}])


def read_rows(appeals: QuerySet[Appeal]) -> list[_Row]:
    """What the counting reads of each appeal; of the reasons, which are long and mostly alike, their digest. Why a
    receipt counts later is told of each appeal by itself and left out."""
    columns = ("pk", "body_id", "number", "tracking_number", "state", *DAYS)
    return [
        _Row(*row)
        for row in appeals.annotate(digest=_Digest("deadline_reasons")).values_list("digest", *columns)
    ]


def list_moves(
    change: Change, known: Directory, rows: list[_Row], shifts: Mapping[UUID, Shift]
) -> list[Move]:
    """Of these appeals, which are among the touched ones, all that change. `shifts` say of single appeals what else
    moved with the calendar."""
    terms = {term.id: term for term in known.terms}
    moves = (
        _move(key, reasons, appeals, terms)
        for key, reasons, appeals in _groups(rows, _calendar_of(change, known), shifts)
    )
    return [move for move in moves if move is not None]


def _calendar_of(change: Change, known: Directory) -> Callable[[int], WorkCalendar]:
    """The calendar of a body by its id after the change; bodies without days of their own share one."""
    calendars = {pk: change.after.of(body) for pk, body in known.bodies_by_id.items()}
    return calendars.__getitem__


def _groups(
    rows: list[_Row], calendar_of: Callable[[int], WorkCalendar], shifts: Mapping[UUID, Shift]
) -> Iterator[tuple[_Key, dict[str, Any], tuple[Moved, ...]]]:
    """Appeals in the same days for the same reasons; each kind of reasons is read once."""
    found: dict[_Key, list[Moved]] = {}
    for row in rows:
        shift = shifts.get(row.id, NO_SHIFT)
        days = (row.registration_due_on, row.consideration_due_on, row.due_on)
        key = _Key(row.digest, row.state != states.RECEIVED, days, shift, calendar_of(row.body_id))
        found.setdefault(key, []).append(Moved(row.id, row.body_id, row.number or row.tracking_number))
    samples = [members[0].id for members in found.values()]
    stored = Appeal.objects.filter(pk__in=among(samples)).order_by()
    reasons = dict(stored.values_list("pk", "deadline_reasons"))
    for key, members in found.items():
        kept = {name: value for name, value in reasons[members[0].id].items() if name != RECEIPT}
        yield key, kept, tuple(members)


def _move(
    key: _Key, stored: dict[str, Any], appeals: tuple[Moved, ...], terms: Mapping[str, Term]
) -> Move | None:
    """None where nothing changes, not even the explanation."""
    reasons = recounting.recount_reasons(
        stored, terms, key.calendar, is_registered=key.is_registered, shift=key.shift
    )
    if reasons == stored and not key.shift.moves_receipt:
        return None
    duty = CONSIDERATION if key.is_registered else REGISTRATION
    old_on, new_on = _old_and_new(key, reasons)
    days = dict(zip(DAYS, key.days, strict=True)) | {f"{duty}_due_on": new_on}
    if key.days[-1] == old_on:
        days["due_on"] = new_on
    values = {"deadline_reasons": reasons} | days
    return Move(duty=duty, old_on=old_on, new_on=new_on, values=values | _receipt(key.shift), appeals=appeals)


def _old_and_new(key: _Key, reasons: dict[str, Any]) -> tuple[dt.date, dt.date]:
    registration_due_on, consideration_due_on, _ = key.days
    if key.is_registered and consideration_due_on is not None:
        return consideration_due_on, recounting.answer_day(reasons, consideration_due_on, key.calendar)
    assert registration_due_on is not None
    return registration_due_on, dt.date.fromisoformat(reasons[REGISTRATION]["due_on"])


def _receipt(shift: Shift) -> dict[str, Any]:
    """As `write_days` takes it."""
    if not shift.moves_receipt:
        return {"moves_receipt": False}
    counted_at = shift.counted_at.isoformat() if shift.counted_at else None
    why = {"counted_at": counted_at, "why": shift.why} if counted_at else None
    return {"moves_receipt": True, "counted_received_at": shift.counted_at, RECEIPT: why}

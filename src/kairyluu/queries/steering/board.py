"""The screen of control: what is overdue, due, at risk, returned, extended, unanswered, promised, under control, of one
body or of everything somebody stands above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal, ControlRequest, Extension, Promise
from kairyluu.queries.directory import directory
from kairyluu.queries.lists.paging import CAP, Count
from kairyluu.queries.lists.rows import ROW_FIELDS, Row, shape_rows
from kairyluu.queries.sight import Sight, list_overseen, unaccused, visible
from kairyluu.queries.steering.risks import list_at_risk
from kairyluu.rules import states
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.risk import Risk

SHOWN, ALL_SHOWN = 5, 200
RISK = "risk"
PROMISED_WORKING_DAYS = 5


@dataclass(frozen=True, kw_only=True)
class Line:
    """One appeal under one heading. `due_on` is of the request or the promise, where it is one; `is_late`: of the
    promise."""

    row: Row
    body_id: int
    risk: Risk | None = None
    due_on: date | None = None
    request_id: int | None = None
    promise_id: int | None = None
    promise: str = ""
    is_late: bool = False


@dataclass(frozen=True, kw_only=True)
class Section:
    code: str
    count: Count
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Hit:
    appeal_id: UUID
    risk: Risk | None = None
    due_on: date | None = None
    request_id: int | None = None
    promise_id: int | None = None
    promise: str = ""


Base = QuerySet[Appeal]


def of_body(sight: Sight) -> Base:
    return visible(sight)


def of_subtree(actor: Actor) -> Base:
    """Every body the actor reads from above; nothing that he is kept away from."""
    seen = unaccused(actor)
    if actor.has_role("execution_controller"):
        return seen
    return seen.filter(body_id__in=[body.pk for body in list_overseen(actor)])


def _open(base: Base, today: date, **wanted: Any) -> QuerySet[Any]:
    return base.filter(is_open=True, **wanted).order_by("due_on", "id")


def _requests(base: Base, today: date) -> QuerySet[Any]:
    waiting = ControlRequest.objects.filter(answered_at__isnull=True, appeal__in=base.values("pk"))
    return waiting.order_by("due_on", "id")


def _promises(base: Base, today: date) -> QuerySet[Any]:
    until = directory().calendar.add_working_days(today, PROMISED_WORKING_DAYS)
    open_ones = Promise.objects.filter(kept_at__isnull=True, due_on__lte=until, appeal__in=base.values("pk"))
    return open_ones.order_by("due_on", "id")


def _denied(base: Base, today: date) -> QuerySet[Any]:
    denied = Promise.objects.filter(denied_at__isnull=False, appeal__in=base.values("pk"))
    return denied.order_by("denied_at", "id")


SECTIONS: dict[str, Callable[[Base, date], QuerySet[Any]]] = {
    "overdue": lambda base, today: _open(base, today, due_on__lt=today),
    "today": lambda base, today: _open(base, today, due_on=today),
    RISK: lambda base, today: base.none(),
    "returned": lambda base, today: _open(
        base, today, state=states.ASSIGNED, answer__returned_at__isnull=False, answer__signed_at__isnull=True
    ),
    "requests": _requests,
    "promises": _promises,
    "denied": _denied,
    "extended": lambda base, today: _open(base, today, pk__in=Extension.objects.values("appeal_id")),
    "controlled": lambda base, today: _open(base, today, is_under_control=True),
}


def read_board(base: Base, today: date, language: str, only: str = "") -> list[Section]:
    """All sections with their first lines, or with `only` one of them with many. The number of queries is fixed."""
    codes = [code for code in SECTIONS if only in ("", code)]
    n = ALL_SHOWN if only else SHOWN
    sets = {code: SECTIONS[code](base, today) for code in codes if code != RISK}
    counts = _counts(sets)
    hits = {code: [_hit(found) for found in rows[:n]] for code, rows in sets.items()}
    if RISK in codes:
        risks = list_at_risk(base, today)
        counts[RISK] = Count.capped(len(risks))
        hits[RISK] = [_Hit(appeal_id, risk=risk) for appeal_id, risk in risks[:n]]
    rows = _rows({hit.appeal_id for found in hits.values() for hit in found}, today, language)
    return [
        Section(code=code, count=counts[code], lines=tuple(_line(hit, rows, today) for hit in hits[code]))
        for code in codes
    ]


def _hit(found: Any) -> _Hit:
    if isinstance(found, ControlRequest):
        return _Hit(found.appeal_id, due_on=found.due_on, request_id=found.pk)
    if isinstance(found, Promise):
        return _Hit(found.appeal_id, due_on=found.due_on, promise_id=found.pk, promise=found.text)
    return _Hit(found.pk)


def _counts(sets: dict[str, QuerySet[Any]]) -> dict[str, Count]:
    """Each counted up to the cap, all in one statement."""
    parts: list[str] = []
    values: list[Any] = []
    for rows in sets.values():
        sql, params = rows.order_by().values("pk")[: CAP + 1].query.sql_with_params()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608 - written by the ORM
        values.extend(params)
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(parts), values)
        counted = cursor.fetchone()
    return {code: Count.capped(n) for code, n in zip(sets, counted, strict=True)}


def _rows(ids: set[UUID], today: date, language: str) -> dict[UUID, tuple[Row, int]]:
    appeals = list(Appeal.objects.filter(pk__in=ids).order_by().only(*ROW_FIELDS))
    shaped = shape_rows(appeals, today, language)
    return {appeal.pk: (row, appeal.body_id) for appeal, row in zip(appeals, shaped, strict=True)}


def _line(hit: _Hit, rows: dict[UUID, tuple[Row, int]], today: date) -> Line:
    row, body_id = rows[hit.appeal_id]
    return Line(
        row=row,
        body_id=body_id,
        risk=hit.risk,
        due_on=hit.due_on,
        request_id=hit.request_id,
        promise_id=hit.promise_id,
        promise=hit.promise,
        is_late=hit.promise_id is not None and hit.due_on is not None and hit.due_on < today,
    )

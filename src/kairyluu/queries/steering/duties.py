"""What stands open with a day, of one body: registration, consideration, internal days, requests, promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import (
    Appeal,
    Assignment,
    Clarification,
    ComplaintTarget,
    Confidence,
    ControlRequest,
    Promise,
    Recusal,
    Reminder,
)
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules import states
from kairyluu.rules.deadlines import days_left
from kairyluu.rules.steering import reminders
from kairyluu.rules.steering.reminders import Plan

NOBODY: frozenset[tuple[int, bool]] = frozenset()
# State, kind, whether withheld from the body, who works on it.
Likeness = tuple[str, str, bool, frozenset[tuple[int, bool]]]


@dataclass(frozen=True, slots=True)
class Due:
    """One duty of which somebody is told today; `left` is working days, negative when overdue. `official_id` is whose
    duty it is where the duty names a person (an internal day). Whoever may be told of one appeal of a `likeness` may
    be told of all; None: this one must be looked at by itself."""

    appeal_id: UUID
    duty: str
    due_on: date
    left: int
    official_id: int | None = None
    likeness: Likeness | None = None


def plan_now() -> Plan:
    known = directory()
    return reminders.read_plan(
        known.setting("reminder_steps"),
        known.number("reminder_head_from"),
        known.number("reminder_superior_from"),
    )


def bodies_with_duties() -> list[Body]:
    """Bodies that have anything open, by code."""
    known = directory()
    open_in = set(Appeal.objects.filter(is_open=True).order_by().values_list("body_id", flat=True).distinct())
    waiting = ControlRequest.objects.filter(answered_at__isnull=True).values_list(
        "appeal__body_id", flat=True
    )
    promised = Promise.objects.filter(kept_at__isnull=True).values_list("appeal__body_id", flat=True)
    ids = open_in | set(waiting) | set(promised)
    return sorted((known.bodies_by_id[pk] for pk in ids), key=lambda body: body.code)


def list_due(body: Body, today: date, plan: Plan) -> list[Due]:
    """The most urgent first. Only ids and days: a hundred thousand lines fit into memory."""
    known = directory()
    found = [due for due in _all(body, today, plan, known) if reminders.is_told(plan, due.left)]
    found += list_silent(body, today, known)
    return sorted(found, key=lambda due: (due.due_on, due.appeal_id))


def list_due_today(body: Body, today: date) -> list[Due]:
    """What is due today by the law: told at once when it comes up during the day."""
    rows = Appeal.objects.filter(body=body, is_open=True, due_on=today).order_by("id")
    return [Due(pk, _by_law(state), today, 0) for pk, state in rows.values_list("id", "state")]


def list_silent(body: Body, today: date, known: Directory) -> list[Due]:
    """Questions whose day passed without a reply and nobody was told of it yet: once, on the next working morning."""
    told = Reminder.objects.filter(
        appeal=OuterRef("appeal"), duty=reminders.SILENCE, due_on=OuterRef("due_on"), told_on__lt=today
    )
    asked = Clarification.objects.filter(
        appeal__body=body, appeal__is_open=True, replied_at__isnull=True, due_on__lt=today
    ).exclude(Exists(told))
    calendar = known.calendar_for(body)
    rows = asked.order_by("pk").values_list("appeal_id", "due_on")
    return [Due(pk, reminders.SILENCE, day, days_left(day, today, calendar)) for pk, day in rows]


def _all(body: Body, today: date, plan: Plan, known: Directory) -> Iterator[Due]:
    calendar = known.calendar_for(body)
    until = calendar.add_working_days(today, plan.furthest)
    left: dict[date, int] = {}

    def due(appeal_id: UUID, duty: str, day: date | None, *more: Any) -> Due:
        assert day is not None  # an open one has its day
        if day not in left:
            left[day] = days_left(day, today, calendar)
        return Due(appeal_id, duty, day, left[day], *more)

    teams, apart = _teams(body, until), _apart(body, until)
    open_ones = Appeal.objects.filter(body=body, is_open=True, due_on__lte=until).order_by()
    values = ("id", "due_on", "state", "kind", "is_withheld")
    for pk, day, state, kind, is_withheld in open_ones.values_list(*values).iterator(5000):
        alike = None if pk in apart else (state, kind, is_withheld, teams.get(pk, NOBODY))
        yield due(pk, _by_law(state), day, None, alike)
    for pk, official_id, day in _internal(body, until):
        yield due(pk, reminders.INTERNAL, day, official_id)
    for model, duty, is_open in (
        (ControlRequest, reminders.CONTROL_REQUEST, {"answered_at__isnull": True}),
        (Promise, reminders.PROMISE, {"kept_at__isnull": True}),
    ):
        rows = model._default_manager.filter(due_on__lte=until, appeal__body=body, **is_open).order_by()
        for pk, day in rows.values_list("appeal_id", "due_on").distinct():
            yield due(pk, duty, day)


def _teams(body: Body, until: date) -> dict[UUID, frozenset[tuple[int, bool]]]:
    """Who works on each open appeal; the same team is the same object."""
    found: dict[UUID, frozenset[tuple[int, bool]]] = {}
    teams: dict[frozenset[tuple[int, bool]], frozenset[tuple[int, bool]]] = {}
    work = Assignment.objects.filter(
        is_current=True, appeal__body=body, appeal__is_open=True, appeal__due_on__lte=until
    )
    for pk, executor_id, is_lead in (
        work.order_by().values_list("appeal_id", "executor_id", "is_lead").iterator(5000)
    ):
        team = found.get(pk, NOBODY) | {(executor_id, is_lead)}
        found[pk] = teams.setdefault(team, team)
    return found


def _apart(body: Body, until: date) -> set[UUID]:
    """Appeals from which somebody may be kept away."""
    named = {"appeal__body": body, "appeal__is_open": True, "appeal__due_on__lte": until}
    about = ComplaintTarget.objects.filter(**named).order_by().values_list("appeal_id", flat=True)
    recused = Recusal.objects.filter(**named).order_by().values_list("appeal_id", flat=True)
    closed = Confidence.objects.filter(**named).order_by().values_list("appeal_id", flat=True)
    return {*about, *recused, *closed}


def _internal(body: Body, until: date) -> Iterator[tuple[UUID, int, date | None]]:
    """Days that a resolution gave its executors, earlier than the day by law, while the work lies with them."""
    given = Assignment.objects.filter(
        is_current=True,
        contributed_at__isnull=True,
        due_on__lte=until,
        due_on__lt=F("appeal__due_on"),
        appeal__body=body,
        appeal__is_open=True,
        appeal__state=states.ASSIGNED,
    )
    return given.order_by().values_list("appeal_id", "executor_id", "due_on").iterator(5000)


def _by_law(state: str) -> str:
    return reminders.REGISTRATION if state == states.RECEIVED else reminders.CONSIDERATION

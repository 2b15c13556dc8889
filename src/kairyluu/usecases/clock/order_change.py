"""A change of the calendar that moves very many appeals is ordered and carried out by the worker: still one act in one
transaction, only nobody waits for it before a page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from procrastinate.contrib.django import app

from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import CalendarOrder
from kairyluu.queries.clock.changing import change_of, count_touched
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.clock.writing import ChangeCalendar, demand_writable

AT_ONCE = 5000  # appeals that are looked at while the keeper waits: a second or two
TASK = "carry_out_order"


@act
def order_change(command: ChangeCalendar, *, actor: Actor, now: datetime) -> CalendarOrder:
    """The order, which a page shows until it is done. Refused as the change itself would be."""
    demand_writable(command, actor=actor)
    n_touched = count_reached(command)
    order = CalendarOrder.objects.create(
        id=uuid4(),
        command=_plain(command),
        n_touched=n_touched,
        ordered_by=actor.account_id,
        ordered_at=now,
    )
    app.configure_task(TASK, allow_unknown=True).defer(order_id=str(order.pk))
    facts = {"date": command.date.isoformat(), "scope": command.scope, "n_touched": n_touched}
    record("order_change", actor=actor, now=now, facts=facts)
    return order


def count_reached(command: ChangeCalendar) -> int:
    """Open appeals that have to be looked at."""
    known = directory()
    return count_touched(change_of(command.row(), ChangedDay(command.date, command.scope), known), known)


def ordered_command(order: CalendarOrder) -> ChangeCalendar:
    days = {"date", "paired_date", "decided_on", "announced_on"}
    values: dict[str, Any] = {
        name: date.fromisoformat(value) if name in days and value else value
        for name, value in order.command.items()
    }
    return ChangeCalendar(**values)


def _plain(command: ChangeCalendar) -> dict[str, Any]:
    values = asdict(command)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}

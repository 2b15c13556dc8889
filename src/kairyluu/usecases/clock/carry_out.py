"""The worker carries out what was ordered for the calendar. An order that a dying worker left behind is found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.people.models import Account
from kairyluu.data.reference.models import CalendarOrder
from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.clock.order_change import ordered_command
from kairyluu.usecases.clock.writing import write_change

FORGOTTEN = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class CarryOut:
    """An order; None: all that wait since long."""

    order_id: UUID | None = None


def carry_out(command: CarryOut, *, actor: Actor, now: datetime) -> int:
    """How many were done; each in a transaction of its own. What was refused says so on its page."""
    waiting = CalendarOrder.objects.filter(finished_at=None).order_by("ordered_at")
    wanted = (
        waiting.filter(pk=command.order_id)
        if command.order_id
        else waiting.filter(ordered_at__lt=now - FORGOTTEN)
    )
    return sum(
        _carry_out_one(order_id, actor=actor, now=now) for order_id in wanted.values_list("pk", flat=True)
    )


def _carry_out_one(order_id: UUID, *, actor: Actor, now: datetime) -> int:
    _begin(order_id, actor=actor, now=now)
    try:
        return _finish(order_id, actor=actor, now=now)
    except Refused as refused:
        _refuse((order_id, refused.code), actor=actor, now=now)
        return 0


@act
def _begin(order_id: UUID, *, actor: Actor, now: datetime) -> None:
    """In a transaction of its own, so that the page can say it."""
    CalendarOrder.objects.filter(pk=order_id, finished_at=None).update(began_at=now)


@act
def _finish(order_id: UUID, *, actor: Actor, now: datetime) -> int:
    """In the name of who ordered it, if he still may. Done twice, it is done once."""
    order = CalendarOrder.objects.select_for_update().get(pk=order_id)
    if order.finished_at is not None:
        return 0
    account = Account.objects.filter(pk=order.ordered_by or 0).first()
    keeper = actor_of(account, date_in_bishkek(now))
    entry = write_change(ordered_command(order), actor=keeper, now=now)
    order.entry_id, order.finished_at = entry.pk, now
    order.save(update_fields=["entry_id", "finished_at"])
    return 1


@act
def _refuse(told: tuple[UUID, str], *, actor: Actor, now: datetime) -> None:
    order_id, code = told
    CalendarOrder.objects.filter(pk=order_id, finished_at=None).update(finished_at=now, refused=code)

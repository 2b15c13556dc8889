"""Webhooks of a program, and what was not heard."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kairyluu.data.exchange.models import Delivery, Program, Webhook
from kairyluu.queries.exchange.programs import NoSuchProgram
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

MOST = 50


class NoSuchWebhook(Refused):
    """Absent, ended and another's look alike."""


@dataclass(frozen=True, kw_only=True)
class Hook:
    """`dead` are the newest of those given up; the counts are of all."""

    row: Webhook
    n_waiting: int
    n_dead: int
    dead: tuple[Delivery, ...]

    @property
    def state(self) -> str:
        """working, failing or paused."""
        if self.row.paused_at:
            return "paused"
        return "failing" if self.row.failing_since else "working"


def program_of(actor: Actor, program_id: UUID) -> Program:
    """One in the actor's own name that was not ended; raises `NoSuchProgram`."""
    rows = Program.objects.select_related("body").filter(pk=program_id, ended_at__isnull=True)
    found = rows.filter(official_id=actor.official_id).first() if actor.official_id else None
    if found is None:
        raise NoSuchProgram()
    return found


def list_webhooks(program_id: UUID) -> list[Hook]:
    return [_hook(row) for row in _rows().filter(program_id=program_id)]


def find_webhook(program_id: UUID, webhook_id: UUID) -> Hook:
    """Raises `NoSuchWebhook`."""
    row = _rows().filter(program_id=program_id, pk=webhook_id).first()
    if row is None:
        raise NoSuchWebhook()
    return _hook(row)


def _rows() -> QuerySet[Webhook]:
    return Webhook.objects.filter(ended_at__isnull=True)


def _hook(row: Webhook) -> Hook:
    counted = row.deliveries.aggregate(
        waiting=Count("pk", filter=Q(state=rule.WAITING)), dead=Count("pk", filter=Q(state=rule.DEAD))
    )
    dead = tuple(row.deliveries.filter(state=rule.DEAD).order_by("-id")[:MOST]) if counted["dead"] else ()
    return Hook(row=row, n_waiting=counted["waiting"], n_dead=counted["dead"], dead=dead)

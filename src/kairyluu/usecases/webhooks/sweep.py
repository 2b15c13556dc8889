"""Which webhooks have something to be told now; and what was told long ago is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from kairyluu.data.exchange.models import Delivery, Webhook
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.webhooks.waking import wake

KEPT = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class SweepWebhooks:
    """Of this moment."""


@act
def sweep_webhooks(command: SweepWebhooks, *, actor: Actor, now: datetime) -> int:
    """How many were woken."""
    due = Delivery.objects.filter(webhook=OuterRef("pk"), state=rule.WAITING, next_try_at__lte=now)
    rows = Webhook.objects.filter(Q(quiet_until__isnull=True) | Q(quiet_until__lte=now), Exists(due))
    found = list(rows.filter(ended_at__isnull=True, paused_at__isnull=True).order_by("pk"))
    for row in found:
        wake(row)
    return len(found)


@act
def forget_deliveries(command: SweepWebhooks, *, actor: Actor, now: datetime) -> int:
    """How many; those that were given up stay as long as any other."""
    old = Delivery.objects.filter(happened_at__lt=now - KEPT).exclude(state=rule.WAITING)
    n, _ = old.delete()
    return n

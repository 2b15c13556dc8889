"""A webhook changes its secret, is tried whether it is heard, goes on after a pause, ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F

from kairyluu.data.exchange.models import Delivery, Webhook
from kairyluu.data.journal.recording import record
from kairyluu.queries.exchange.webhooks import NoSuchWebhook
from kairyluu.rules import policies
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.exchange.programs import may_take_secret
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.webhooks.secret_keys import secret_of
from kairyluu.usecases.webhooks.waking import wake


@dataclass(frozen=True, kw_only=True)
class Steer:
    """`do`: rotate, test, resume, again (what was given up is sent anew) or end."""

    webhook_id: UUID
    do: str


@act
def steer(command: Steer, *, actor: Actor, now: datetime) -> tuple[Webhook, str]:
    """The webhook, and its new secret where it was rotated. Raises `NoSuchWebhook` and `NotAllowed`."""
    hook = Webhook.objects.select_for_update(of=("self",)).select_related("program__body")
    found = hook.filter(pk=command.webhook_id, ended_at__isnull=True, program__ended_at__isnull=True).first()
    if found is None:
        raise NoSuchWebhook()
    policies.demand(may_take_secret(actor, found.program.official_id), "subscribe")
    _DO[command.do](found, now)
    note(f"webhook_{command.do}", found, actor=actor, now=now)
    return found, secret_of(found) if command.do == "rotate" else ""


def allowances() -> dict[str, bool]:
    return {
        "allows_loopback": settings.WEBHOOK_LOOPBACK,
        "allows_private": settings.WEBHOOK_PRIVATE,
    }


def _rotate(hook: Webhook, now: datetime) -> None:
    """Both sign for a day."""
    hook.generation, hook.older_until = hook.generation + 1, now + rule.OVERLAP
    hook.save(update_fields=["generation", "older_until"])


def _test(hook: Webhook, now: datetime) -> None:
    Delivery.objects.create(webhook=hook, event=rule.TEST, happened_at=now, next_try_at=now)
    _resume(hook, now)


def _resume(hook: Webhook, now: datetime) -> None:
    """What waits is tried at once."""
    hook.paused_at = hook.failing_since = hook.quiet_until = None
    hook.n_failures = 0
    hook.save(update_fields=["paused_at", "failing_since", "quiet_until", "n_failures"])
    hook.deliveries.filter(state=rule.WAITING).update(next_try_at=now)
    wake(hook)


def _again(hook: Webhook, now: datetime) -> None:
    hook.deliveries.filter(state=rule.DEAD).update(state=rule.WAITING, attempts=F("attempts") * 0)
    _resume(hook, now)


def _end(hook: Webhook, now: datetime) -> None:
    hook.ended_at = now
    hook.save(update_fields=["ended_at"])
    hook.deliveries.filter(state=rule.WAITING).update(state=rule.DROPPED, next_try_at=None)


_DO = {"rotate": _rotate, "test": _test, "resume": _resume, "again": _again, "end": _end}


def note(verb: str, hook: Webhook, *, actor: Actor, now: datetime) -> None:
    program = hook.program
    facts = {"program": str(program.pk), "name": program.name, "webhook": str(hook.pk)}
    facts |= {"address": hook.address}
    record(verb, actor=actor, now=now, body_code=program.body.code, facts=facts)

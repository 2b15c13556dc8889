"""The next event of a webhook is told: claimed, sent and settled in three steps, so that a worker killed between any two
tells it again rather than never. Standard Webhooks; at least once; events of one appeal in their order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import Delivery, Webhook
from kairyluu.gateways.webhooks.sending import NotTaken, send
from kairyluu.queries.exchange.programs import NoSuchProgram, actor_of_program
from kairyluu.queries.sight import NotYourBody, find_sight, visible
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.webhooks.keeping import allowances
from kairyluu.usecases.webhooks.pausing import note_failure, note_success
from kairyluu.usecases.webhooks.secret_keys import keys_in_force

LEASE = timedelta(minutes=1)  # longer than one exchange


@dataclass(frozen=True, kw_only=True)
class TellNext:
    webhook_id: UUID


def tell_next(command: TellNext, *, actor: Actor, now: datetime) -> str:
    """sent, dropped or failed; nothing where there is nothing to tell now."""
    row = _claim(command, actor=actor, now=now)
    if row is None:
        return "nothing"
    fault = _fault_of(row, now) if row.state == rule.WAITING else ""
    return _settle(row, fault, actor=actor, now=now) if row.state == rule.WAITING else row.state


@act
def _claim(command: TellNext, *, actor: Actor, now: datetime) -> Delivery | None:
    hooks = Webhook.objects.select_for_update(of=("self",)).select_related(
        "program__body", "program__official"
    )
    hook = hooks.filter(pk=command.webhook_id, ended_at__isnull=True, paused_at__isnull=True).first()
    if hook is None or (hook.quiet_until and hook.quiet_until > now):
        return None
    row = _next(hook, now)
    if row is None:
        return None
    row.webhook = hook
    if not _may_know(row, now):
        row.state, row.next_try_at = rule.DROPPED, None
    else:
        row.payload = row.payload or _payload(row)
        row.next_try_at, row.last_tried_at, row.attempts = now + LEASE, now, row.attempts + 1
    row.save()
    return row


def _next(hook: Webhook, now: datetime) -> Delivery | None:
    """The oldest whose time has come; while an earlier event of an appeal waits, its later ones do."""
    waiting = Delivery.objects.filter(webhook=hook, state=rule.WAITING)
    earlier = waiting.filter(appeal_id=OuterRef("appeal_id"), id__lt=OuterRef("id"))
    return waiting.filter(~Exists(earlier), next_try_at__lte=now).order_by("id").first()


def _may_know(row: Delivery, now: datetime) -> bool:
    """What the official may not see, his program is not told of either; that there was something leaves no trace."""
    if row.event == rule.TEST or row.appeal_id is None:
        return True
    program = row.webhook.program
    try:
        actor = actor_of_program(program, date_in_bishkek(now))
        return visible(find_sight(actor, program.body.code)).filter(pk=row.appeal_id).exists()
    except (NoSuchProgram, NotYourBody):
        return False


def _payload(row: Delivery) -> str:
    """Thin: what it is about is read through the API, by who may."""
    site = str(settings.BASE_URL).rstrip("/")
    data: dict[str, object] = {"body": row.webhook.program.body.code, "sequence": row.pk}
    if row.appeal_id:
        number = Appeal.objects.filter(pk=row.appeal_id).values_list("number", flat=True).first() or ""
        link = f"{site}/api/v1/cases/{row.appeal_id}"
        data |= {"appeal": str(row.appeal_id), "number": number, "link": link}
    said = {"type": row.event, "timestamp": row.happened_at.isoformat(), "data": data}
    return json.dumps(said, ensure_ascii=False)


def _fault_of(row: Delivery, now: datetime) -> str:
    """Outside any transaction; empty when it was taken."""
    message_id = f"msg_{row.webhook_id.hex}_{row.pk}"
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Kairyluu-Webhooks/1",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": rule.signatures(keys_in_force(row.webhook, now), message_id, now, row.payload),
    }
    try:
        send(row.webhook.address, headers, row.payload.encode(), **allowances())
    except NotTaken as fault:
        return str(fault)
    return ""


@act
def _settle(claimed: Delivery, fault: str, *, actor: Actor, now: datetime) -> str:
    hook = Webhook.objects.select_for_update().get(pk=claimed.webhook_id)
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=claimed.pk)
    if row.state != rule.WAITING:
        return row.state
    if not fault:
        row.state, row.next_try_at, row.last_error = rule.SENT, None, ""
        row.save()
        note_success(hook)
        return rule.SENT
    wait = rule.wait_before(row.attempts, row.pk)
    row.state, row.last_error = (rule.WAITING if wait else rule.DEAD), fault
    row.next_try_at = now + wait if wait else None
    row.save()
    note_failure(hook, fault, actor=actor, now=now)
    return "failed"

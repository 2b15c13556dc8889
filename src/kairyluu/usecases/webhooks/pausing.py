"""After failures a webhook is left in peace for a while; after days of them it is paused, and its official told."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid5

from django.conf import settings

from kairyluu.data.exchange.models import Webhook
from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.notices import outbox
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.facts import Actor

LONGEST_QUIET = timedelta(hours=1)
# Of one message, not of the whole address: the next one is tried at once.
OF_ONE = ("http_400", "http_409", "http_413", "http_415", "http_422")


def note_success(hook: Webhook) -> None:
    if hook.n_failures:
        hook.failing_since = hook.quiet_until = None
        hook.n_failures = 0
        hook.save(update_fields=["failing_since", "quiet_until", "n_failures"])


def note_failure(hook: Webhook, why: str, *, actor: Actor, now: datetime) -> None:
    if why in OF_ONE:
        return
    hook.n_failures += 1
    hook.failing_since = hook.failing_since or now
    wait = rule.wait_before(min(hook.n_failures, len(rule.WAITS)), hook.n_failures) or LONGEST_QUIET
    hook.quiet_until = now + min(wait, LONGEST_QUIET)
    if rule.is_to_be_paused(hook.failing_since, why, now):
        hook.paused_at = now
        _tell(hook, why, actor=actor, now=now)
    hook.save(update_fields=["failing_since", "quiet_until", "n_failures", "paused_at"])


def _tell(hook: Webhook, why: str, *, actor: Actor, now: datetime) -> None:
    program = hook.program
    facts = {"program": str(program.pk), "name": program.name, "webhook": str(hook.pk), "why": why}
    record("pause_webhook", actor=actor, now=now, body_code=program.body.code, facts=facts)
    accounts = Account.objects.filter(official_id=program.official_id, is_active=True).exclude(email="")
    for account in accounts.order_by("pk"):
        outbox.put_for_official(
            "webhook_paused",
            notice_id=uuid5(hook.pk, f"paused {account.pk} {now.isoformat()}"),
            address=account.email,
            language=account.language,
            now=now,
            facts={
                "body": program.body.name(account.language),
                "program": program.name,
                "address": hook.address,
                "page": f"{str(settings.BASE_URL).rstrip('/')}/desk/programs/",
            },
        )

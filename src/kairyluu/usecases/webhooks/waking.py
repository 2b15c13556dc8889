"""The worker is woken in the present transaction; one task at most waits for each webhook."""

from __future__ import annotations

from procrastinate.contrib.django import app

from kairyluu.data.exchange.models import Webhook

TASK = "tell_program"


def wake(hook: Webhook) -> None:
    """Two tasks of one webhook never run at once: so the order of an appeal is kept."""
    app.configure_task(TASK, allow_unknown=True, lock=f"webhook {hook.pk}").defer(webhook_id=str(hook.pk))

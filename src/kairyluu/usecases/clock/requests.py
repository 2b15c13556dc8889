"""Requests for information by who controls have terms of their own in working days: they move with the calendar too."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import ControlRequest
from kairyluu.data.journal.recording import record
from kairyluu.queries.clock.moves import Change
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek

ACT = "recount_deadline"


def recount_requests(change: Change, *, actor: Actor, now: datetime, day: dict[str, Any]) -> int:
    """As many working days after the asking as before, by the new calendar; the old one must be known."""
    if change.before is None:
        return 0
    first = min(one.date for one in change.days)
    waiting = ControlRequest.objects.filter(answered_at=None, due_on__gte=first, appeal__is_open=True)
    n_moved = 0
    for asked in waiting.select_for_update(of=("self",)).select_related("appeal__body").order_by("pk"):
        body, asked_on = asked.appeal.body, date_in_bishkek(asked.asked_at)
        n_days = change.before.of(body).working_days_between(asked_on, asked.due_on)
        moved_to = change.after.of(body).add_working_days(asked_on, max(n_days, 1))
        if moved_to == asked.due_on:
            continue
        facts = {"duty": "control_request", "old": asked.due_on.isoformat(), "new": moved_to.isoformat()}
        asked.due_on = moved_to
        asked.save(update_fields=["due_on"])
        facts_of_day: dict[str, Any] = facts | {"day": day, "request": asked.pk}
        record(ACT, actor=actor, now=now, appeal_id=asked.appeal_id, body_code=body.code, facts=facts_of_day)
        n_moved += 1
    return n_moved

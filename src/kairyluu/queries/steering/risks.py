"""Appeals in execution that will be late at the usual pace of their executor or topic."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.queries.directory import directory
from kairyluu.queries.steering.paces import find_paces
from kairyluu.rules import states
from kairyluu.rules.deadlines import days_left
from kairyluu.rules.steering.risk import Risk, risk_of
from kairyluu.rules.workdays import date_in_bishkek

LOOKED_AT = 1000  # of the nearest day; those behind them have longer


def list_at_risk(base: QuerySet[Appeal], today: date) -> list[tuple[UUID, Risk]]:
    """The nearest day first. Three queries."""
    nearest = (base.filter(is_open=True, state=states.ASSIGNED, due_on__gte=today).order_by("due_on", "id"))[
        :LOOKED_AT
    ]
    rows = list(nearest.values_list("id", "due_on", "topic_id", "body_id"))
    leads = _leads(nearest)
    paces = find_paces(row[3] for row in rows)
    known, found = directory(), []
    for appeal_id, due_on, topic_id, body_id in rows:
        if appeal_id not in leads or due_on is None:
            continue
        executor_id, began_at = leads[appeal_id]
        calendar = known.calendar_for(known.bodies_by_id[body_id])
        used = max(calendar.working_days_between(date_in_bishkek(began_at), today), 0)
        risk = risk_of(paces.usual(body_id, executor_id, topic_id), used, days_left(due_on, today, calendar))
        if risk is not None:
            found.append((appeal_id, risk))
    return found


def _leads(appeals: QuerySet[Appeal]) -> dict[UUID, tuple[int, datetime]]:
    """The responsible executor of each, and when he was given it. Asked by the query: a thousand ids are slow to send."""
    rows = Assignment.objects.filter(
        appeal__in=appeals.values("pk"), is_current=True, is_lead=True
    ).order_by()
    return {
        appeal_id: (executor_id, made_at)
        for appeal_id, executor_id, made_at in rows.values_list(
            "appeal_id", "executor_id", "resolution__made_at"
        )
    }

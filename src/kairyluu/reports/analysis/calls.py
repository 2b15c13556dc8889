"""Block L: calls of the trust telephones, and those that were about something."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from datetime import time as clock

from django.db.models import Count, Q

from kairyluu.data.calls.models import Call
from kairyluu.reports.analysis.asking import AnalysisAsked, bodies_of
from kairyluu.rules.analysis.document import Pair
from kairyluu.rules.calls import outcomes
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.workdays import BISHKEK


def count_calls(asked: AnalysisAsked) -> dict[str, Pair]:
    n, substantive = _count(asked.body, asked.period)
    if not asked.is_compared:
        return {"calls": Pair(n), "calls_substantive": Pair(substantive)}
    before, before_substantive = _count(asked.body, asked.period.a_year_before())
    return {"calls": Pair(n, before), "calls_substantive": Pair(substantive, before_substantive)}


def _count(body: str, period: Period) -> tuple[int, int]:
    """All calls, and those of which something came: not noted as no appeal at all."""
    calls = Call.objects.filter(
        opened_at__gte=_midnight(period.first), opened_at__lt=_midnight(period.last + timedelta(days=1))
    )
    bodies = bodies_of(body)
    if bodies is not None:
        calls = calls.filter(line__body_id__in=bodies)
    counted = calls.aggregate(n=Count("pk"), substantive=Count("pk", filter=~Q(state=outcomes.NOTED)))
    return counted["n"], counted["substantive"]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock(), tzinfo=BISHKEK)

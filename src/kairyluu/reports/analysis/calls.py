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

# What the people of the body do not all see: calls of the journal's volume apart (decision record 0025).
_ABOUT_SOMEBODY = (
    Q(official__isnull=False)
    | Q(named_body__isnull=False)
    | ~Q(about="")
    | Q(appeal__targets__isnull=False)
    | Q(appeal__is_confidential=True)
    | Q(appeal__is_withheld=True)
)


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
        calls = calls.filter(line__body_id__in=bodies).exclude(_ABOUT_SOMEBODY)
    counted = calls.aggregate(n=Count("pk"), substantive=Count("pk", filter=~Q(state=outcomes.NOTED)))
    return counted["n"], counted["substantive"]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, clock(), tzinfo=BISHKEK)

"""Counting the draft of an analysis, or counting it again: what the analyst wrote stays where the figures did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kairyluu.data.agencies.models import Body
from kairyluu.data.analyses.models import Analysis
from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.recording import record
from kairyluu.queries.analyses.reading import told_already
from kairyluu.queries.directory import directory
from kairyluu.reports.analysis.asking import AnalysisAsked
from kairyluu.reports.analysis.counting import count_analysis
from kairyluu.rules import policies
from kairyluu.rules.analysis import keeping, telling
from kairyluu.rules.analysis.document import from_json, to_json
from kairyluu.rules.analysis.keeping import figures_in
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.analysis.opening import told

FEW = 5  # an analysis is made to be published, so small counts are hidden from the draft on


@dataclass(frozen=True, kw_only=True)
class PrepareAnalysis:
    """`body` "" is the whole country."""

    period: str
    body: str = ""
    is_compared: bool = True


class PeriodNotEnded(Refused):
    """Figures of a period that still runs would be others tomorrow; facts: last."""


@act
def prepare_analysis(command: PrepareAnalysis, *, actor: Actor, now: datetime) -> Analysis:
    """Raises `NotAllowed`, `UnknownCode`, `NoPeriod`, `PeriodNotEnded`."""
    body = directory().body(command.body) if command.body else None
    policies.demand(keeping.may_prepare(actor, body.pk if body else None), "prepare_analysis")
    period, today = Period.of(command.period), date_in_bishkek(now)
    if not period.has_ended(today):
        raise PeriodNotEnded({"last": period.last.isoformat()})
    told_before = told_already(command.body, period.first.year)
    asked = AnalysisAsked(
        period=period, body=command.body, is_compared=command.is_compared, few=FEW, told=told_before
    )
    data = to_json(count_analysis(asked, today=today))
    draft = _draft(body, period, now)
    _fill(draft, data, actor, now)
    draft.save()
    code = command.body or next((post.body_code for post in actor.posts), "")
    record("prepare_analysis", actor=actor, now=now, body_code=code, facts=told(draft))
    return draft


def _draft(body: Body | None, period: Period, now: datetime) -> Analysis:
    """The draft that is there, locked, or a new one."""
    book = body.code if body else ""
    found = (
        Analysis.objects.select_for_update(of=("self",))
        .filter(book=book, period=period.code, state=keeping.DRAFT)
        .first()
    )
    if found:
        found.version += 1
        return found
    return Analysis(
        id=new_id(now),
        body_id=body.pk if body else None,
        book=book,
        period=period.code,
        first_on=period.first,
        last_on=period.last,
        made_at=now,
    )


def _fill(draft: Analysis, data: dict[str, Any], actor: Actor, now: datetime) -> None:
    draft.data, draft.counted_at = data, now
    draft.texts = {language: _still_true(texts, data, language) for language, texts in draft.texts.items()}
    if actor.official_id is not None:
        draft.prepared_by = sorted({*draft.prepared_by, actor.official_id})
        draft.prepared_by_name = actor.name


def _still_true(texts: dict[str, str], data: dict[str, Any], language: str) -> dict[str, str]:
    """A paragraph written for other figures is no longer right."""
    counted = telling.tell(from_json(data), language)
    return {
        code: text
        for code, text in texts.items()
        if code in telling.WRITTEN or figures_in(text) == figures_in(counted.get(code, ""))
    }

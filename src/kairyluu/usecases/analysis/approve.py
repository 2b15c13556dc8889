"""Approving an analysis: its number from its own book, its words and figures frozen under one checksum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.analyses.models import Analysis, take_serial
from kairyluu.data.journal.recording import record
from kairyluu.queries.analyses.reading import digest_of, told_already, whole_texts
from kairyluu.rules import policies
from kairyluu.rules.analysis import keeping
from kairyluu.rules.analysis.document import from_json
from kairyluu.rules.analysis.overlap import columns_of, hanging_together
from kairyluu.rules.analysis.writing import LANGUAGES
from kairyluu.rules.facts import Actor
from kairyluu.rules.numbering import NumberParts, NumberPattern
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.analysis.opening import open_analysis, told

# Т stands for талдоо (analysis), КР for the whole country.
PATTERN = NumberPattern("{index}-Т-{year}-{serial:04}")
COUNTRY = "КР"


@dataclass(frozen=True, kw_only=True)
class ApproveAnalysis:
    analysis_id: UUID
    seen_version: int | None = None


class ApprovedMeanwhile(Refused):
    """An analysis of an overlapping period was approved since this draft was counted: beside it small numbers might come back. Counted
    again the draft hides them. facts: number."""


@act
def approve_analysis(command: ApproveAnalysis, *, actor: Actor, now: datetime) -> Analysis:
    """Raises `AnalysisNotFound`, `NotAllowed`, `ChangedMeanwhile`, `ApprovedMeanwhile`."""
    analysis = open_analysis(command.analysis_id, command.seen_version, actor)
    policies.demand(keeping.may_approve(actor, analysis.facts()), "approve_analysis")
    today = date_in_bishkek(now)
    analysis.texts = whole_texts(analysis.data, analysis.texts)
    analysis.digest = digest_of(analysis.data, analysis.texts)
    analysis.year, analysis.serial = today.year, take_serial(analysis.book, today)
    _demand_counted_last(analysis)  # under the lock of the book
    index = (analysis.body.register_index or analysis.body.code.upper()) if analysis.body else COUNTRY
    analysis.number = PATTERN.form(NumberParts(serial=analysis.serial, year=today.year, index=index))
    analysis.state, analysis.approved_at = keeping.APPROVED, now
    analysis.approved_by_id, analysis.approved_by_name = actor.official_id, actor.name
    analysis.approved_by_titles = _titles(actor, analysis.body_id)
    analysis.version += 1
    analysis.save()
    facts = told(analysis) | {"digest": analysis.digest}
    record("approve_analysis", actor=actor, now=now, body_code=analysis.book, facts=facts)
    return analysis


def _demand_counted_last(analysis: Analysis) -> None:
    years = (analysis.first_on.year - 1, analysis.first_on.year, analysis.first_on.year + 1)
    since = Analysis.objects.filter(
        book=analysis.book, first_on__year__in=years, approved_at__gt=analysis.counted_at
    )
    told = told_already(analysis.book, analysis.first_on.year)
    mine = columns_of(from_json(analysis.data))
    near = [one for column in mine for one in hanging_together(column.span, told)]
    for other in since.order_by("approved_at"):
        if any(column in near for column in columns_of(from_json(other.data))):
            raise ApprovedMeanwhile({"number": other.number})


def _titles(actor: Actor, body_id: int | None) -> dict[str, str]:
    roles = keeping.COUNTRY if body_id is None else keeping.OWN_APPROVERS
    post = actor.post_as(*roles, body_id=body_id)
    return {language: post.title(language) for language in LANGUAGES} if post else {}

"""Taking an analysis in hand: the row locked, seen, unchanged since the page was drawn."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.analyses.models import Analysis
from kairyluu.queries.analyses.finding import AnalysisNotFound
from kairyluu.rules.analysis import keeping
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import ChangedMeanwhile


def open_analysis(analysis_id: UUID, seen_version: int | None, actor: Actor) -> Analysis:
    """Raises `AnalysisNotFound` and `ChangedMeanwhile`."""
    found = (
        Analysis.objects.select_for_update(of=("self",)).select_related("body").filter(pk=analysis_id).first()
    )
    if found is None or not keeping.may_read(actor, found.facts()):
        raise AnalysisNotFound()
    if seen_version is not None and found.version != seen_version:
        raise ChangedMeanwhile({"version": found.version})
    return found


def told(analysis: Analysis) -> dict[str, str]:
    """What the journal says of it."""
    return {"analysis": str(analysis.pk), "period": analysis.period, "number": analysis.number}

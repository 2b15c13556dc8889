"""Publishing an approved analysis on the portal and on the page of its body (clause 6 of the resolution)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.analyses.models import Analysis
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.analysis import keeping
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.analysis.opening import open_analysis, told


@dataclass(frozen=True, kw_only=True)
class PublishAnalysis:
    analysis_id: UUID


@act
def publish_analysis(command: PublishAnalysis, *, actor: Actor, now: datetime) -> Analysis:
    """Raises `AnalysisNotFound`, `NotAllowed`."""
    analysis = open_analysis(command.analysis_id, None, actor)
    policies.demand(keeping.may_publish(actor, analysis.facts()), "publish_analysis")
    analysis.state, analysis.published_at = keeping.PUBLISHED, now
    analysis.save(update_fields=["state", "published_at"])
    record("publish_analysis", actor=actor, now=now, body_code=analysis.book, facts=told(analysis))
    return analysis

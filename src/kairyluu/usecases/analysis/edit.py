"""The analyst's words: paragraphs put differently with the same figures, measures taken, conclusions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kairyluu.data.analyses.models import Analysis
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.analysis import keeping, telling
from kairyluu.rules.analysis.document import from_json
from kairyluu.rules.analysis.keeping import NumbersChanged
from kairyluu.rules.analysis.writing import LANGUAGES
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.analysis.opening import open_analysis, told

LONGEST = 10_000


class TextTooLong(Refused):
    """facts: block, most."""


class NoSuchBlock(Refused):
    """facts: block, language."""


@dataclass(frozen=True, kw_only=True)
class EditAnalysis:
    """`texts` by block, in one language. An empty one puts the counted paragraph back."""

    analysis_id: UUID
    language: str
    texts: Mapping[str, str] = field(default_factory=dict)
    seen_version: int | None = None


@act
def edit_analysis(command: EditAnalysis, *, actor: Actor, now: datetime) -> Analysis:
    """Raises `AnalysisNotFound`, `NotAllowed`, `ChangedMeanwhile`, `NumbersChanged` with the block among its facts."""
    analysis = open_analysis(command.analysis_id, command.seen_version, actor)
    policies.demand(keeping.may_edit(actor, analysis.facts()), "edit_analysis")
    if command.language not in LANGUAGES:
        raise NoSuchBlock({"block": "", "language": command.language})
    counted = telling.tell(from_json(analysis.data), command.language)
    texts = dict(analysis.texts.get(command.language, {}))
    for code, text in command.texts.items():
        texts.pop(code, None)
        if written := _written(code, text, counted):
            texts[code] = written
    analysis.texts = {**analysis.texts, command.language: texts}
    analysis.version += 1
    if actor.official_id is not None:
        analysis.prepared_by = sorted({*analysis.prepared_by, actor.official_id})
        analysis.prepared_by_name = actor.name
    analysis.save()
    facts = told(analysis) | {"language": command.language, "blocks": sorted(command.texts)}
    record("edit_analysis", actor=actor, now=now, body_code=analysis.book, facts=facts)
    return analysis


def _written(code: str, text: str, counted: Mapping[str, str]) -> str:
    """Empty where nothing differs from what was counted."""
    if code not in counted:
        raise NoSuchBlock({"block": code, "language": ""})
    clean = text.replace("\r\n", "\n").replace("\0", "").strip()
    if len(clean) > LONGEST:
        raise TextTooLong({"block": code, "most": LONGEST})
    if not clean or clean == counted[code]:
        return ""
    if code not in telling.WRITTEN:
        try:
            keeping.demand_same_figures(counted[code], clean)
        except NumbersChanged as changed:
            raise NumbersChanged({**changed.facts, "block": code}) from None
    return clean

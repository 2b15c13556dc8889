"""The analysis of a body tells nobody that somebody complained about him: what its people do not all see counts for the country alone."""

from __future__ import annotations

from datetime import datetime

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from kairyluu.rules.analysis.document import Analysis, from_json
from kairyluu.rules.analysis.telling import tell
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.analysis.prepare import PrepareAnalysis, prepare_analysis
from tests.cast import NOW, Town
from tests.factories import appeals

APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=BISHKEK)
SENTENCE = {
    "ky": "алар бүткүл өлкө боюнча талдоодо эсептелет",
    "ru": "они учитываются в анализе по всей стране",
    "en": "they are counted in the analysis of the whole country",
}


def of(town: Town, body: str) -> Analysis:
    actor = town.portal_owner.actor if not body else town.registrar.actor
    return from_json(
        prepare_analysis(PrepareAnalysis(period="2026-03", body=body), actor=actor, now=APRIL).data
    )


@pytest.mark.parametrize(
    "hidden", ["about the head", "about the body", "may mean him", "went above", "sealed"]
)
def test_a_hidden_appeal_leaves_no_trace_in_the_analysis_of_the_body(town: Town, hidden: str) -> None:
    for _ in range(6):
        appeals.received(town)
    before, whole_before = of(town, "da-o-alai"), of(town, "")
    appeal = appeals.answered(town, kind="complaint")
    if hidden == "about the head":
        ComplaintTarget.objects.create(appeal=appeal, official=town.akim.official, match_decided_at=NOW)
    elif hidden == "about the body":
        ComplaintTarget.objects.create(appeal=appeal, body=town.body)
    elif hidden == "may mean him":
        ComplaintTarget.objects.create(appeal=appeal, description="аким", suspect_ids=[town.akim.official.pk])
    elif hidden == "went above":
        Appeal.objects.filter(pk=appeal.pk).update(is_withheld=True)
    else:
        Appeal.objects.filter(pk=appeal.pk).update(is_confidential=True)

    after, whole = of(town, "da-o-alai"), of(town, "")
    assert after == before
    for language, words in SENTENCE.items():
        assert words in tell(before, language)["total"]
    assert (whole_before.count("received"), whole.count("received")) == (6, 7)
    assert whole.count("answered") == 1
    late, branch = whole.table("late_bodies"), whole.table("branch")
    assert late is not None
    assert branch is not None
    assert not late.rows
    assert branch.total == 7

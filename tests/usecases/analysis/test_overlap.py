"""A quarter after its months: what a month hides is not the difference; a draft counted before another approval is counted again. And the
months before as pictures."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kairyluu.data.analyses.models import Analysis
from kairyluu.queries.analyses.reading import drawn
from kairyluu.rules.analysis.document import from_json
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.analysis.approve import ApproveAnalysis, ApprovedMeanwhile, approve_analysis
from kairyluu.usecases.analysis.files import AnalysisFile, analysis_file
from kairyluu.usecases.analysis.prepare import PrepareAnalysis, prepare_analysis
from tests.cast import Town
from tests.factories.histories import Story, Writer

APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=BISHKEK)
# By month: complaints, proposals, applications.
COUNTS = {1: (9, 9, 20), 2: (9, 9, 20), 3: (3, 8, 20)}


@pytest.fixture
def quarter(town: Town) -> Town:
    told = []
    for month, counts in COUNTS.items():
        day = datetime(2026, month, 10, 9, 0, tzinfo=BISHKEK)
        for kind, n in zip(("complaint", "proposal", "application"), counts, strict=True):
            told += [Story(body=town.body.code, kind=kind, received=day, due=day.date()) for _ in range(n)]
    Writer(town).write(told)
    return town


def prepare(town: Town, period: str, minutes: int = 0) -> Analysis:
    now = APRIL + timedelta(minutes=minutes)
    return prepare_analysis(
        PrepareAnalysis(period=period, body="da-o-alai"), actor=town.registrar.actor, now=now
    )


def approve(town: Town, analysis: Analysis, minutes: int) -> None:
    now = APRIL + timedelta(minutes=minutes)
    approve_analysis(ApproveAnalysis(analysis_id=analysis.pk), actor=town.akim.actor, now=now)


def kinds(analysis: Analysis) -> dict[str, int | None]:
    table = from_json(analysis.data).table("kind")
    assert table is not None
    return {row.key: row.n for row in table.rows}


def test_the_quarter_hides_what_a_month_hid(quarter: Town) -> None:
    assert kinds(prepare(quarter, "2026-Q1")) == {"complaint": 21, "proposal": 26, "application": 60}
    for month in ("2026-01", "2026-02", "2026-03"):
        approve(quarter, prepare(quarter, month), 1)
    assert kinds(Analysis.objects.get(period="2026-03")) == {
        "complaint": None,
        "proposal": None,
        "application": 20,
    }
    again = prepare(quarter, "2026-Q1", minutes=2)
    assert kinds(again) == {"complaint": None, "proposal": None, "application": 60}
    assert from_json(again.data).count("received") == 107
    approve(quarter, again, 3)


def test_a_draft_counted_before_is_not_approved(quarter: Town) -> None:
    whole, month, other = (
        prepare(quarter, "2026-Q1"),
        prepare(quarter, "2026-03"),
        prepare(quarter, "2025-12"),
    )
    approve(quarter, month, 1)
    approve(quarter, other, 2)  # it overlaps with none of them
    with pytest.raises(ApprovedMeanwhile):
        approve(quarter, whole, 3)
    approve(quarter, prepare(quarter, "2026-Q1", minutes=4), 5)


def test_thirteen_months_stand_in_the_paper_as_pictures_with_their_numbers(quarter: Town) -> None:
    draft = prepare(quarter, "2026-03")
    months = from_json(draft.data).trend
    assert [month.key for month in months][::12] == ["2025-03", "2026-03"]
    assert [month.received for month in months[-3:]] == [38, 38, 31]
    trends = drawn(draft, "ru").trends
    assert trends[0].months[-1] == ("03.26", 31, "31")
    for kind, begins in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        command = AnalysisFile(analysis_id=draft.pk, language="ky", kind=kind)
        assert analysis_file(command, actor=quarter.registrar.actor).startswith(begins)

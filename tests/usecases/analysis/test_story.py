"""An analysis from its draft to its publication: who may, what is frozen, that it is the same whenever it is read."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from kairyluu.data.agencies.models import Body
from kairyluu.data.analyses.models import Analysis
from kairyluu.data.journal.models import Entry
from kairyluu.queries.analyses.finding import AnalysisNotFound, find_published, list_analyses, list_published
from kairyluu.queries.analyses.reading import drawn, is_untouched
from kairyluu.rules.analysis.document import from_json
from kairyluu.rules.analysis.keeping import NumbersChanged
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.analysis.approve import ApproveAnalysis, approve_analysis
from kairyluu.usecases.analysis.edit import EditAnalysis, edit_analysis
from kairyluu.usecases.analysis.files import AnalysisFile, analysis_file, published_file
from kairyluu.usecases.analysis.prepare import PeriodNotEnded, PrepareAnalysis, prepare_analysis
from kairyluu.usecases.analysis.publish import PublishAnalysis, publish_analysis
from tests.cast import Member, Town
from tests.factories import appeals

APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=BISHKEK)


@pytest.fixture
def march(town: Town) -> Town:
    """Seven appeals of March, one of them answered."""
    for _ in range(5):
        appeals.received(town)
    appeals.registered(town)
    appeals.answered(town)
    return town


def prepare(who: Member, **asked: Any) -> Analysis:
    command = PrepareAnalysis(**{"period": "2026-03", "body": "da-o-alai"} | asked)
    return prepare_analysis(command, actor=who.actor, now=APRIL)


def edit(who: Member, analysis: Analysis, language: str = "ky", **texts: str) -> Analysis:
    command = EditAnalysis(analysis_id=analysis.pk, language=language, texts=texts)
    return edit_analysis(command, actor=who.actor, now=APRIL)


def approve(who: Member, analysis: Analysis, **seen: int) -> Analysis:
    return approve_analysis(ApproveAnalysis(analysis_id=analysis.pk, **seen), actor=who.actor, now=APRIL)


def publish(who: Member, analysis: Analysis) -> Analysis:
    return publish_analysis(PublishAnalysis(analysis_id=analysis.pk), actor=who.actor, now=APRIL)


def test_a_draft_holds_the_figures_of_the_period_and_hides_what_is_small(march: Town) -> None:
    found = from_json(prepare(march.registrar).data)

    assert (found.count("received"), found.count("registered"), found.count("answered")) == (7, 2, 1)
    assert found.now("share_in_time") == Decimal("100.0")
    kinds = found.table("kind")
    assert kinds is not None
    assert [(row.key, row.n) for row in kinds.rows] == [("application", 7)]
    outcomes = found.table("outcome")
    assert outcomes is not None
    assert outcomes.rows == ()
    assert outcomes.is_hiding
    assert found.name("kind", "application", "ky") != "application"
    assert found.versions["received"] >= 1
    assert Entry.objects.filter(act="prepare_analysis", body_code="da-o-alai").count() == 1


def test_the_whole_country_and_a_body_with_those_below_it(march: Town) -> None:
    whole = from_json(prepare(march.portal_owner, body="").data)
    assert whole.count("received") == 7
    assert whole.title["ru"] == "По Кыргызской Республике"
    branches = whole.table("branch")
    assert branches is not None
    assert [(row.key, row.n) for row in branches.rows] == [("local_state", 7)]


def test_a_month_that_still_runs_has_no_analysis(march: Town) -> None:
    with pytest.raises(PeriodNotEnded):
        prepare(march.registrar, period="2026-04")


@pytest.mark.parametrize(
    "who",
    [
        "akim",
        "executor",
        "foreign_registrar",
        "foreign_head",
        "overseer",
        "portal_owner",
        "body_admin",
        "citizen",
    ],
)
def test_only_who_keeps_account_prepares(march: Town, who: str) -> None:
    with pytest.raises(NotAllowed):
        prepare(getattr(march, who))
    assert not Analysis.objects.exists()


def test_others_do_not_see_a_draft_and_cannot_touch_it(march: Town) -> None:
    draft = prepare(march.registrar)
    for who in (
        "foreign_registrar",
        "foreign_head",
        "executor",
        "operator_of_the_system",
        "body_admin",
        "citizen",
    ):
        for act in (approve, edit, publish):
            with pytest.raises(AnalysisNotFound):
                act(getattr(march, who), draft)
        assert not list_analyses(getattr(march, who).actor).exists()
    with pytest.raises(AnalysisNotFound):
        approve_analysis(ApproveAnalysis(analysis_id=uuid4()), actor=Actor(), now=APRIL)
    with pytest.raises(AnalysisNotFound):
        find_published(draft.pk)
    assert [row.pk for row in list_analyses(march.overseer.actor)] == [draft.pk]


def test_words_change_and_figures_do_not(march: Town) -> None:
    draft = prepare(march.registrar)
    counted = next(part for part in drawn(draft, "ky").parts if part.code == "total").counted
    edit(march.registrar, draft, total="Маалымат: " + counted, measures="Эки кызматкерге сөгүш берилди (2).")

    with pytest.raises(NumbersChanged) as refused:
        edit(march.registrar, draft, total=counted.replace("7", "8", 1))
    assert refused.value.facts["block"] == "total"

    again = prepare(march.controller)
    texts = {part.code: part.text for part in drawn(again, "ky").parts}
    assert texts["total"].startswith("Маалымат: ")
    assert "сөгүш" in texts["measures"]
    assert drawn(again, "ru").parts[0].text.startswith("В марте 2026 года поступило 7 обращений.")

    appeals.received(march)
    recounted = prepare(march.controller)
    texts = {part.code: part.text for part in drawn(recounted, "ky").parts}
    assert "8 кайрылуу" in texts["total"]
    assert not texts["total"].startswith("Маалымат: ")
    assert "сөгүш" in texts["measures"]


def test_four_eyes_a_number_without_gap_and_nothing_changes_after(march: Town) -> None:
    draft = edit(march.controller, prepare(march.controller), measures="Чара көрүлдү.")
    with pytest.raises(NotAllowed) as refused:
        approve(march.controller, draft)
    assert refused.value.facts["because"] == "not_your_task"
    with pytest.raises(ChangedMeanwhile):
        approve(march.akim, draft, seen_version=draft.version - 1)

    approved = approve(march.akim, draft, seen_version=draft.version)
    second = approve(march.akim, prepare(march.registrar))
    assert (approved.number, second.number) == ("АЛ-Т-2026-0001", "АЛ-Т-2026-0002")
    assert is_untouched(Analysis.objects.get(pk=approved.pk))
    with pytest.raises(NotAllowed):
        edit(march.registrar, approved, measures="Башка")
    for change in (
        {"data": {}},
        {"texts": {}},
        {"number": "x"},
        {"state": "draft"},
        {"approved_by_name": "x"},
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            Analysis.objects.filter(pk=approved.pk).update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        approved.delete()


def test_published_it_is_the_same_file_whenever_it_is_asked_for(march: Town) -> None:
    draft = prepare(march.registrar)
    with pytest.raises(NotAllowed):
        publish(march.akim, draft)
    published = publish(march.registrar, approve(march.akim, draft))
    assert [row.pk for row in list_published("da-o-alai")] == [published.pk]
    assert not list_published("").exists()
    asked = [
        AnalysisFile(analysis_id=published.pk, language=language, kind=kind)
        for language, kind in (("ky", "pdf"), ("ru", "xlsx"), ("ru", "json"))
    ]
    first = [published_file(one) for one in asked]

    appeals.received(march)
    Body.objects.filter(code="da-o-alai").update(name_ky="Башка ат", name_ru="Другое имя")

    assert [published_file(one) for one in asked] == first
    assert first[0].startswith(b"%PDF")
    assert b"pdfaid" in first[0]
    assert [analysis_file(one, actor=march.akim.actor) for one in asked] == first


def test_every_step_is_in_the_journal(march: Town) -> None:
    published = publish(march.akim, approve(march.akim, edit(march.registrar, prepare(march.registrar))))
    acts = ("prepare_analysis", "edit_analysis", "approve_analysis", "publish_analysis")
    found = Entry.objects.filter(act__in=acts, body_code="da-o-alai").order_by("id")
    assert [entry.act for entry in found] == list(acts)
    assert all(entry.facts["analysis"] == str(published.pk) for entry in found)

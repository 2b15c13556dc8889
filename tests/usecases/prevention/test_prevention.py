"""What complaints came to, and the report made of it: who is counted, who is named, to whom."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Finding
from kairyluu.data.journal.models import Look
from kairyluu.queries.prevention.report import find_report, for_public
from kairyluu.queries.prevention.suggesting import suggest_kind
from kairyluu.rules.steering.spans import Span
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.prevention.note_finding import MeasureWithoutGrounds, NoteFinding, note_finding
from tests.cast import NOW, Member, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

SPAN = Span(date(2026, 1, 1), date(2026, 3, 31))
PAGE = "/watch/prevention/?from=01.01.2026&to=31.03.2026"


def complaint(town: Town, about: Member, **changes: object) -> Appeal:
    target = Target(official=about.official.code if about.official else "")
    return appeals.received(town, kind="complaint", targets=(target,), **changes)


def found(appeal: Appeal, by: Member, **changes: object) -> None:
    values = {"kind": "corrupt_act", "is_confirmed": True, **changes}
    target = ComplaintTarget.objects.get(appeal=appeal)
    note_finding(
        NoteFinding(appeal_id=appeal.pk, target_id=target.pk, **values),  # type: ignore[arg-type]
        actor=by.actor,
        now=NOW,
    )


@pytest.fixture
def year(town: Town) -> Town:
    """Two complaints about the executor, one of them confirmed; one about the head of another body, confidential."""
    first = appeals.registered(
        town, kind="complaint", targets=(Target(official=town.executor.official.code),)
    )
    found(first, town.akim, is_confirmed=False)
    found(first, town.akim, measure="measure_reprimand", measure_on=NOW.date(), order="№ 12")
    complaint(town, town.executor)
    complaint(town, town.foreign_head, is_confidential=True)
    return town


def test_a_measure_has_a_day_and_follows_a_confirmed_act(town: Town) -> None:
    appeal = appeals.registered(
        town, kind="complaint", targets=(Target(official=town.executor.official.code),)
    )
    for wrong in (
        {"measure": "measure_reprimand"},
        {"measure": "measure_reprimand", "measure_on": NOW.date(), "is_confirmed": False},
        {"measure": "measure_reprimand", "measure_on": date(2026, 12, 31)},
    ):
        with pytest.raises(MeasureWithoutGrounds):
            found(appeal, town.akim, **wrong)
    assert not Finding.objects.exists()


def test_the_newest_finding_counts_and_a_confidential_complaint_is_a_number_without_a_name(
    year: Town,
) -> None:
    report = find_report(year.overseer.actor, SPAN, "ru")

    assert (report.whole.n, report.whole.n_confirmed, report.whole.n_measures) == (3, 1, 1)
    assert [(row.name, row.n) for row in report.tables["kind"]] == [("Коррупционное деяние", 1), ("", 2)]
    assert [(row.name, row.n) for row in report.tables["month"]] == [("03.2026", 3)]
    assert sum(row.n for row in report.tables["institution"]) == 3
    assert [(one.official, one.n) for one in report.repeated] == [(year.executor.official, 2)]
    assert find_report(year.portal_owner.actor, SPAN, "ru").repeated == ()


def test_a_name_is_flagged_to_nobody_of_his_own_body(year: Town) -> None:
    for _ in "12":
        complaint(year, year.overseer)

    seen = {one.official for one in find_report(year.execution_controller.actor, SPAN, "ky").repeated}
    assert seen == {year.executor.official, year.overseer.official}
    own = find_report(year.overseer.actor, SPAN, "ky")
    assert year.overseer.official not in {one.official for one in own.repeated}


def test_the_public_reads_no_names_and_no_small_numbers(year: Town) -> None:
    public = for_public(find_report(year.overseer.actor, SPAN, "ky"))

    assert (public.repeated, set(public.tables)) == ((), {"kind", "place", "month"})
    assert {row.n for rows in public.tables.values() for row in rows} == {-1}


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_page_the_table_file_and_the_paper_say_the_same(
    year: Town, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    client = InspectingClient()
    client.force_login(year.overseer.account)
    client.cookies["til"] = language
    name = year.executor.official.full_name

    page = text_of(client.get(PAGE).content)
    paper = client.get(PAGE.replace("prevention/", "prevention.pdf")).content
    printed = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages)
    file = client.get(PAGE.replace("prevention/", "prevention.csv")).content.decode()
    shown = {"ky": "Коррупциялык аракет", "ru": "Коррупционное деяние"}[language]
    assert all(shown in said for said in (page, " ".join(printed.split()), file))
    assert name in page
    assert name not in text_of(client.get(PAGE + "&public=1").content)
    assert Look.objects.filter(what="prevention").count() >= 1
    client.force_login(year.akim.account)
    assert client.get(PAGE).status_code == 404


def test_words_suggest_the_kind_of_act(town: Town) -> None:
    assert suggest_kind("Кызматкер пара сурады, акча талап кылды") == "corrupt_act"
    assert suggest_kind("Жооп бербейт, иши кечикти") == "late_performance"
    assert suggest_kind("Таза суу жок") == ""


def test_the_result_is_noted_on_a_page_of_the_case(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    target = Target(official=town.executor.official.code)
    appeal = appeals.registered(town, kind="complaint", targets=(target,))
    client = InspectingClient()
    client.force_login(town.akim.account)
    url = f"/desk/appeals/{appeal.pk}/finding/"
    assert town.executor.official.full_name in text_of(client.get(url).content)

    row = ComplaintTarget.objects.get()
    sent = {"seen_version": appeal.version, "target": row.pk, "kind": "late_performance", "found": "no"}
    assert client.post(url, sent).status_code == 302

    assert Finding.objects.get().kind.code == "late_performance"
    assert "Ырасталган жок" in text_of(client.get(url).content)

"""The head's page: each line one click from acting, and only what the reader may see."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kairyluu.data.appeals.models import Pace, Recusal
from kairyluu.data.journal.models import Look
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.control.measure_paces import MeasurePaces, measure_paces
from kairyluu.usecases.control.request_information import RequestInformation, request_information
from kairyluu.usecases.control.take_under_control import TakeUnderControl, take_under_control
from tests.cast import NOW, TODAY, Member, Town
from tests.faces.desk.case_pages import at_desk, text_of
from tests.factories import appeals
from tests.inspecting import inspect_page


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, NOW)


def later(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def board(client: Client, url: str = "/desk/control/") -> dict[str, list[str]]:
    """Numbers of the appeals by section."""
    drawn = client.get(url).context["board"]
    return {section.code: [item.row.number for item in section.items] for section in drawn}


def test_each_heading_has_its_appeals(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    late, returned = appeals.assigned(town), appeals.returned(town)
    watched = appeals.registered(town, now=datetime(2026, 3, 27, 10, tzinfo=BISHKEK))
    take = TakeUnderControl(appeal_id=watched.pk, reason="Маанилүү.")
    take_under_control(take, actor=town.overseer.actor, now=NOW)
    question = RequestInformation(appeal_id=watched.pk, question="Эмне кылынды?")
    asked = request_information(question, actor=town.overseer.actor, now=NOW)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))

    found = board(at_desk(town.akim))
    page = text_of(at_desk(town.akim).get("/desk/control/"))

    assert set(found["overdue"]) == {late.number, returned.number}
    assert found["returned"] == [returned.number]
    assert found["controlled"] == found["requests"] == [watched.number]
    assert f"/desk/appeals/{watched.pk}/control/#request-{asked.pk}" in page
    assert f"/desk/appeals/{late.pk}/#resolution" in page


def test_only_what_the_reader_may_do_is_offered(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    unregistered, waiting = appeals.received(town), appeals.registered(town)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))

    akim = text_of(at_desk(town.akim).get("/desk/control/"))
    controller = text_of(at_desk(town.controller).get("/desk/control/"))

    assert f"/desk/appeals/{unregistered.pk}/#registering" not in akim + controller
    assert f"/desk/appeals/{waiting.pk}/#resolution" in akim
    assert f"/desk/appeals/{waiting.pk}/#resolution" not in controller
    assert f'/desk/appeals/{unregistered.pk}/">Ачуу' in akim


def test_at_risk_is_told_with_the_pace_of_the_executor(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    appeal = appeals.assigned(town)
    Pace.objects.create(body=town.body, official=town.executor.official, n=12, median=13, measured_on=TODAY)
    assert board(at_desk(town.akim))["risk"] == []
    later(monkeypatch, datetime(2026, 3, 13, 10, tzinfo=BISHKEK))
    Pace.objects.update(median=20)

    page = text_of(at_desk(town.akim).get("/desk/control/"))

    assert board(at_desk(town.akim))["risk"] == [appeal.number]
    assert "бул аткаруучу адатта 20 жумуш күндө жооп берет" in page


def test_paces_are_measured_from_what_was_answered(town: Town) -> None:
    appeals.answered(town)
    now = NOW + timedelta(days=3)

    first = measure_paces(MeasurePaces(), actor=SYSTEM_ACTOR, now=now)
    again = measure_paces(MeasurePaces(), actor=SYSTEM_ACTOR, now=now)

    assert (first, again) == (2, 0)
    assert Pace.objects.get(official=town.executor.official).median == 2


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("akim", 200),
        ("deputy", 200),
        ("controller", 200),
        ("overseer", 200),
        ("registrar", 404),
        ("executor", 404),
        ("citizen", 404),
    ],
)
def test_it_is_for_who_answers_for_the_body(town: Town, who: str, status: int) -> None:
    member: Member = getattr(town, who)

    assert at_desk(member).get(f"/desk/control/?body={town.body.code}").status_code == status


def test_who_is_kept_away_neither_sees_nor_counts_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    appeal = appeals.assigned(town)
    Recusal.objects.create(appeal=appeal, official=town.akim.official, reason="Тууганым.", declared_at=NOW)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))

    mine = at_desk(town.akim).get("/desk/control/").context["board"]

    assert {section.count for section in mine} == {"0"}
    assert board(at_desk(town.deputy))["overdue"] == [appeal.number]


def test_from_above_over_all_bodies_below(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    appeal = appeals.assigned(town)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))

    for who in (town.overseer, town.execution_controller):
        assert board(at_desk(who), "/watch/control/")["overdue"] == [appeal.number]
    for other in (town.portal_owner, town.akim, town.citizen):
        assert at_desk(other).get("/watch/control/").status_code == 404


def test_the_pages_are_well_made_and_the_look_is_recorded(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    appeal = appeals.assigned(town)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))

    for member, url in (
        (town.akim, "/desk/control/"),
        (town.akim, "/desk/control/overdue/"),
        (town.overseer, "/watch/control/"),
        (town.overseer, "/watch/control/overdue/"),
    ):
        page = at_desk(member).get(url).content.decode()
        inspect_page(page)
        assert page.count('id="overdue"') == 1
    assert at_desk(town.akim).get("/desk/control/nonsense/").status_code == 404

    looks = Look.objects.filter(what="control", actor_account=town.akim.account.pk)
    assert [look.appeal_ids for look in looks] == [[appeal.pk], [appeal.pk]]


def test_the_number_of_queries_does_not_grow(
    town: Town, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(7):
        appeals.assigned(town)
    later(monkeypatch, datetime(2026, 4, 2, 10, tzinfo=BISHKEK))
    client = at_desk(town.akim)
    client.get("/desk/control/")

    with django_assert_max_num_queries(26):
        client.get("/desk/control/")

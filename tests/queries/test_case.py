"""The case as an official finds it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from kairyluu.data.appeals.models import Pace
from kairyluu.queries.cases.answer_texts import fill, list_answer_templates, placeholders_in
from kairyluu.queries.cases.case import NoSuchCase, find_case
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import Standing
from kairyluu.usecases.appeals.look import LookAt, look_at
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals


def test_terms_come_with_their_reasons(town: Town) -> None:
    appeal = appeals.registered(town)

    case = find_case(town.registrar.actor, appeal.pk, today=TODAY + timedelta(days=1))

    assert case.consideration is not None
    assert (case.consideration.left, case.consideration.elapsed) == (13, 1)
    assert case.registration.standing is Standing.MET
    skipped = {day.date: day.name_ky for day in case.consideration.deadline.skipped}
    assert skipped[date(2026, 3, 20)]


def test_an_overdue_case_is_overdue_by_at_least_a_day(town: Town) -> None:
    appeal = appeals.assigned(town)

    case = find_case(town.akim.actor, appeal.pk, today=date(2026, 4, 2))

    assert case.duty.standing is Standing.LATE
    assert case.duty.left is not None
    assert case.duty.left < 0


@pytest.mark.parametrize("who", ["foreign_registrar", "foreign_head", "citizen", "operator_of_the_system"])
def test_for_others_there_is_no_such_case(town: Town, who: str) -> None:
    appeal = appeals.registered(town)

    with pytest.raises(NoSuchCase):
        find_case(getattr(town, who).actor, appeal.pk, today=TODAY)


def test_an_executor_sees_it_only_when_named(town: Town) -> None:
    appeal = appeals.assigned(town)

    assert find_case(town.executor.actor, appeal.pk, today=TODAY).mine is not None
    with pytest.raises(NoSuchCase):
        find_case(town.co_executor.actor, appeal.pk, today=TODAY)


def test_whoever_is_complained_about_does_not_see_it_even_as_head(town: Town) -> None:
    about = Target(official=town.deputy.official.code)
    appeal = appeals.received(town, kind="complaint", targets=(about,))

    with pytest.raises(NoSuchCase):
        find_case(town.deputy.actor, appeal.pk, today=TODAY)
    assert find_case(town.akim.actor, appeal.pk, today=TODAY).targets


def test_an_unknown_number_is_no_case(town: Town) -> None:
    with pytest.raises(NoSuchCase):
        find_case(town.akim.actor, uuid4(), today=TODAY)


def test_executors_come_with_their_open_work_and_without_the_person_complained_about(town: Town) -> None:
    appeals.assigned(town)
    about = Target(official=town.co_executor.official.code)
    appeal = appeals.registered(town, kind="complaint", targets=(about,))

    offered = {e.code: e.load.n_open for e in find_case(town.akim.actor, appeal.pk, today=TODAY).executors}

    assert offered[town.executor.official.code] == 1
    assert offered[town.registrar.official.code] == 0
    assert town.co_executor.official.code not in offered
    assert town.foreign_executor.official.code not in offered


def test_history_tells_acts_in_order_and_looks_to_heads_and_controllers_only(town: Town) -> None:
    appeal = appeals.assigned(town)
    for _ in range(3):
        look_at(LookAt(appeal_id=appeal.pk), actor=town.executor.actor, now=NOW)

    for_head = find_case(town.akim.actor, appeal.pk, today=TODAY).happenings
    for_executor = find_case(town.executor.actor, appeal.pk, today=TODAY).happenings

    assert [h.what for h in for_executor] == ["submit", "register", "resolve"]
    assert [(h.what, h.n_times) for h in for_head if h.is_look] == [("case", 3)]
    assert for_head[2].reason.startswith("Маселени")


def test_a_case_costs_the_same_number_of_queries_however_much_happened(
    town: Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    appeal = appeals.signed(town, with_co_executor=True)
    directory()

    with django_assert_max_num_queries(17):
        find_case(town.akim.actor, appeal.pk, today=TODAY)


def test_the_rules_learn_the_same_of_parts_fetched_before_and_of_parts_asked_for(town: Town) -> None:
    about = (Target(official=town.deputy.official.code), Target(body=town.foreign_body.code))
    appeal = appeals.assigned(town, with_co_executor=True, kind="complaint", targets=about)
    named, suspect = town.controller.official, town.foreign_head.official
    appeal.targets.create(description="башчы", suspect_ids=[suspect.pk])
    appeal.targets.create(description="мурунку башчы", suspect_ids=[named.pk], match_decided_at=NOW)
    appeal.assignments.create(
        resolution=appeal.resolutions.get(), executor=town.registrar.official, is_current=False
    )
    appeal.recusals.create(official=named, reason="тууган", declared_at=NOW)

    asked = appeal._meta.model.objects.get(pk=appeal.pk).facts()
    fetched = appeal._meta.model.objects.prefetch_related(*appeal.FACTS_PARTS).get(pk=appeal.pk).facts()

    assert asked == fetched
    assert asked.complained_official_ids == {town.deputy.official.pk, suspect.pk}
    assert asked.complained_body_ids == {town.foreign_body.pk}
    assert asked.recused_official_ids == {named.pk}
    assert asked.lead_official_id == town.executor.official.pk
    assert asked.co_official_ids == {town.co_executor.official.pk}


def test_templates_are_in_the_language_of_the_answer(town: Town) -> None:
    templates = list_answer_templates("ru", town.body.code)

    assert {template.language for template in templates} == {"ru"}
    assert len(templates) == len({template.code for template in templates})


def test_filling_leaves_what_is_not_known_and_never_looks_into_what_is_put_in() -> None:
    text = fill("№ {number}, «{subject}»: {facts}", {"number": "АЛ-1", "subject": "{number} {facts}"})

    assert text == "№ АЛ-1, «{number} {facts}»: {facts}"
    assert placeholders_in(text) == ["{number}", "{facts}"]
    assert placeholders_in("{} {Ы} { x } {ABC}") == []


def test_an_executor_comes_with_his_load_and_his_pace(town: Town) -> None:
    appeals.assigned(town)
    late_on = date(2026, 4, 3)
    fresh = appeals.registered(town, now=NOW + timedelta(days=1))
    Pace.objects.create(body=town.body, official=town.executor.official, n=10, median=7, measured_on=TODAY)
    Pace.objects.create(body=town.body, official=town.co_executor.official, n=9, median=3, measured_on=TODAY)

    case = find_case(town.akim.actor, fresh.pk, today=late_on)

    named = {one.code: one for one in case.executors}
    busy, free = named[town.executor.official.code], named[town.co_executor.official.code]
    assert (busy.load.n_open, busy.load.n_late, busy.load.n_soon, busy.pace) == (1, 1, 0, 7)
    assert (free.load.n_open, free.pace) == (0, None)

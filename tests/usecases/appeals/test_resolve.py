"""The head's resolution."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal, Assignment, Resolution
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.appeals.resolve import (
    ExecutorComplainedAbout,
    ExecutorNamedTwice,
    ExecutorNotInBody,
    InstructionEmpty,
    InternalDayTooLate,
    Part,
    ResolveAppeal,
    resolve_appeal,
)
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Member, Town
from tests.factories import appeals


def resolve(town: Town, appeal: Appeal, who: Member | None = None, **changes: Any) -> Appeal:
    values: dict[str, Any] = {
        "appeal_id": appeal.pk,
        "text": "Текшериңиз.",
        "lead": Part(official=town.executor.official.code),
    }
    return resolve_appeal(ResolveAppeal(**(values | changes)), actor=(who or town.akim).actor, now=NOW)


def test_everyone_named_gets_his_part_and_is_told(town: Town) -> None:
    helper = Part(official=town.co_executor.official.code, part="Насос", due_on=date(2026, 3, 13))

    appeal = resolve(town, appeals.registered(town), co_executors=(helper,), is_under_control=True)

    lead, co = Assignment.objects.filter(appeal=appeal, is_current=True)
    assert (lead.executor, lead.is_lead) == (town.executor.official, True)
    assert (co.executor, co.part, co.due_on) == (town.co_executor.official, "Насос", date(2026, 3, 13))
    assert (appeal.state, appeal.is_under_control) == ("assigned", True)
    told = Notice.objects.filter(appeal_id=appeal.pk, code="work_assigned").values_list("address", flat=True)
    assert set(told) == {town.executor.email, town.co_executor.email}


def test_a_new_resolution_replaces_the_executors_and_keeps_the_record(town: Town) -> None:
    appeal = resolve(town, appeals.registered(town))

    resolve(town, appeal, who=town.deputy, lead=Part(official=town.co_executor.official.code))

    current = Assignment.objects.get(appeal=appeal, is_current=True)
    assert current.executor == town.co_executor.official
    assert Resolution.objects.filter(appeal=appeal).count() == 2
    assert Assignment.objects.filter(appeal=appeal, is_current=False).count() == 1


@pytest.mark.parametrize("who", ["foreign_executor", "overseer", "body_admin"])
def test_only_people_of_the_body_who_do_case_work_are_named(town: Town, who: str) -> None:
    stranger = Part(official=getattr(town, who).official.code)

    with pytest.raises(ExecutorNotInBody):
        resolve(town, appeals.registered(town), lead=stranger)


def test_nobody_unknown_is_named(town: Town) -> None:
    with pytest.raises(ExecutorNotInBody):
        resolve(town, appeals.registered(town), lead=Part(official="nobody"))


def test_the_person_complained_about_is_named_neither_first_nor_beside(town: Town) -> None:
    about = Target(official=town.executor.official.code)
    appeal = appeals.registered(town, kind="complaint", targets=(about,))
    culprit = Part(official=town.executor.official.code)

    with pytest.raises(ExecutorComplainedAbout):
        resolve(town, appeal, lead=culprit)
    with pytest.raises(ExecutorComplainedAbout):
        resolve(town, appeal, lead=Part(official=town.registrar.official.code), co_executors=(culprit,))
    assert not Assignment.objects.exists()


def test_nobody_is_named_twice(town: Town) -> None:
    with pytest.raises(ExecutorNamedTwice):
        resolve(town, appeals.registered(town), co_executors=(Part(official=town.executor.official.code),))


@pytest.mark.parametrize("day", [date(2026, 3, 9), date(2026, 4, 1)])
def test_the_internal_day_lies_between_today_and_the_day_by_law(town: Town, day: date) -> None:
    appeal = appeals.registered(town)

    with pytest.raises(InternalDayTooLate):
        resolve(town, appeal, due_on=day)
    with pytest.raises(InternalDayTooLate):
        resolve(town, appeal, lead=Part(official=town.executor.official.code, due_on=day))
    resolve(town, appeal, due_on=date(2026, 3, 31))


def test_an_instruction_has_words(town: Town) -> None:
    with pytest.raises(InstructionEmpty):
        resolve(town, appeals.registered(town), text=" \n ")


@pytest.mark.parametrize("who", ["registrar", "controller", "overseer", "execution_controller"])
def test_only_a_head_or_deputy_resolves(town: Town, who: str) -> None:
    with pytest.raises(NotAllowed):
        resolve(town, appeals.registered(town), who=getattr(town, who))
    assert not Entry.objects.filter(act="resolve").exists()


def test_two_heads_at_once_the_second_is_told(town: Town) -> None:
    appeal = appeals.registered(town)
    resolve(town, appeal, seen_version=appeal.version)

    with pytest.raises(ChangedMeanwhile):
        resolve(town, appeal, who=town.deputy, seen_version=appeal.version)

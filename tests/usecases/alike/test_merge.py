"""A duplicate goes on as the appeal it doubles: number, receipt, letter and journal of both stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Likeness
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.usecases.alike.merge import (
    AnotherApplicant,
    MergeAppeal,
    NothingToMergeInto,
    merge_appeal,
)
from kairyluu.usecases.alike.others import NamesSomebodyElse, NoSuchOther
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from tests.cast import Town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, again, from_neighbour


def merged(town: Town, appeal: Appeal, into: Appeal) -> Appeal:
    return merge_appeal(
        MergeAppeal(appeal_id=appeal.pk, into_id=into.pk), actor=town.registrar.actor, now=LATER
    )


def test_a_duplicate_is_closed_with_a_number_and_points_to_what_goes_on(town: Town) -> None:
    first = appeals.registered(town)

    second = merged(town, again(town), first)

    assert (second.state, second.is_open) == ("merged", False)
    assert second.number == "АЛ-2026-00002"
    assert second.merged_into_id == first.pk
    assert second.outcome is not None
    assert second.outcome.code == "merged"
    assert Likeness.objects.get(appeal=second, other=first).kind == "duplicate"
    assert [e.act for e in Entry.objects.filter(appeal_id=second.pk).order_by("id")][-1] == "merge"
    assert Entry.objects.filter(appeal_id=first.pk, act="take_merged").exists()
    assert Notice.objects.get(code="appeal_merged").address == "other@example.org"


def test_both_addresses_get_the_one_answer(town: Town) -> None:
    first = appeals.signed(town)
    merged(town, again(town), first)

    send_answer(SendAnswer(appeal_id=first.pk), actor=town.registrar.actor, now=LATER + timedelta(days=1))

    told = Notice.objects.filter(code="answer_ready").values_list("address", flat=True)
    assert sorted(told) == ["aigul@example.org", "other@example.org"]


def test_one_address_is_told_once(town: Town) -> None:
    first = appeals.signed(town)
    merged(town, again(town, applicant=appeals.SENDER), first)

    send_answer(SendAnswer(appeal_id=first.pk), actor=town.registrar.actor, now=LATER)

    assert Notice.objects.filter(code="answer_ready").count() == 1


def test_what_was_merged_before_goes_along(town: Town) -> None:
    first, second, third = appeals.registered(town), again(town), again(town)
    merged(town, third, second)

    merged(town, second, first)

    third.refresh_from_db()
    assert third.merged_into_id == first.pk


def test_an_answered_appeal_takes_nothing_in(town: Town) -> None:
    with pytest.raises(NothingToMergeInto):
        merged(town, again(town), appeals.answered(town))


def test_two_people_are_never_merged(town: Town) -> None:
    with pytest.raises(AnotherApplicant):
        merged(town, from_neighbour(town), appeals.registered(town))


def test_a_complaint_is_not_merged_into_what_the_person_may_handle(town: Town) -> None:
    first, second = appeals.registered(town), again(town)
    ComplaintTarget.objects.create(appeal=second, official=town.executor.official)

    with pytest.raises(NamesSomebodyElse):
        merged(town, second, first)


def test_what_the_registrar_may_not_see_is_not_there(town: Town) -> None:
    hidden, elsewhere = appeals.registered(town), again(town, body=town.foreign_body.code)
    ComplaintTarget.objects.create(appeal=hidden, official=town.registrar.official)
    second = again(town)

    for other in (hidden, elsewhere, second):
        with pytest.raises(NoSuchOther):
            merged(town, second, other)
    second.refresh_from_db()
    assert second.state == "received"

"""Under control: by the head, by who stands above, each with a mark of his own that only he lifts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal, ControlMark, ControlRequest, Recusal
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.control.answer_request import AnswerRequest, RequestNotOpen, answer_request
from kairyluu.usecases.control.lift_control import LiftControl, lift_control
from kairyluu.usecases.control.request_information import RequestInformation, request_information
from kairyluu.usecases.control.take_under_control import (
    ControlReasonMissing,
    TakeUnderControl,
    take_under_control,
)
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals

WHY = "Экинчи жолу кайрылып жатат."


def take(member: Member, appeal: Appeal) -> ControlMark:
    return take_under_control(TakeUnderControl(appeal_id=appeal.pk, reason=WHY), actor=member.actor, now=NOW)


def lift(member: Member, appeal: Appeal) -> ControlMark:
    return lift_control(
        LiftControl(appeal_id=appeal.pk, reason="Маселе чечилди."), actor=member.actor, now=NOW
    )


def ask(member: Member, appeal: Appeal) -> ControlRequest:
    return request_information(
        RequestInformation(appeal_id=appeal.pk, question="Эмне үчүн күтүп жатат?"),
        actor=member.actor,
        now=NOW,
    )


def test_the_same_question_pressed_twice_is_one_request(town: Town) -> None:
    appeal = appeals.registered(town)
    take(town.overseer, appeal)

    assert ask(town.overseer, appeal).pk == ask(town.overseer, appeal).pk
    assert Entry.objects.filter(appeal_id=appeal.pk, act="request_information").count() == 1


@pytest.mark.parametrize(
    ("who", "level"),
    [("akim", "head"), ("deputy", "head"), ("overseer", "superior"), ("execution_controller", "apparatus")],
)
def test_each_level_sets_a_mark_of_its_own(town: Town, who: str, level: str) -> None:
    appeal = appeals.registered(town)

    mark = take(getattr(town, who), appeal)

    appeal.refresh_from_db()
    assert (mark.level, appeal.is_under_control) == (level, True)
    assert Entry.objects.get(appeal_id=appeal.pk, act="take_under_control").reason == WHY


@pytest.mark.parametrize("who", ["registrar", "executor", "controller"])
def test_others_who_see_the_appeal_do_not_control_it(town: Town, who: str) -> None:
    appeal = appeals.assigned(town)

    with pytest.raises(NotAllowed):
        take(getattr(town, who), appeal)
    assert not ControlMark.objects.exists()


def test_control_needs_a_reason(town: Town) -> None:
    appeal = appeals.registered(town)

    with pytest.raises(ControlReasonMissing):
        take_under_control(TakeUnderControl(appeal_id=appeal.pk, reason=" "), actor=town.akim.actor, now=NOW)


def test_only_who_set_a_mark_lifts_it_and_the_flag_stays_while_another_stands(town: Town) -> None:
    appeal = appeals.registered(town)
    take(town.akim, appeal)
    take(town.overseer, appeal)

    with pytest.raises(NotAllowed):
        lift(town.deputy, appeal)
    lift(town.akim, appeal)

    appeal.refresh_from_db()
    assert appeal.is_under_control
    lift(town.overseer, appeal)
    appeal.refresh_from_db()
    assert not appeal.is_under_control


def test_a_later_holder_of_the_post_lifts_the_mark(town: Town) -> None:
    appeal = appeals.registered(town)
    take(town.overseer, appeal)
    Tenure.objects.filter(post=town.overseer.post).update(ends_on=TODAY - timedelta(days=1))
    later = town.controller
    Tenure.objects.create(post=town.overseer.post, official=later.official, starts_on=TODAY)

    mark = lift_control(
        LiftControl(appeal_id=appeal.pk, reason="Бүттү."),
        actor=later.actor_on(TODAY + timedelta(days=0)),
        now=NOW,
    )

    assert mark.lifted_by_id == later.official.pk


def test_the_tick_of_a_resolution_sets_the_heads_mark_and_no_tick_lifts_nothing(town: Town) -> None:
    appeal = appeals.registered(town)
    order = ResolveAppeal(
        appeal_id=appeal.pk,
        text="Текшериңиз.",
        lead=Part(official=town.executor.official.code),
        is_under_control=True,
    )
    resolve_appeal(order, actor=town.akim.actor, now=NOW)
    plain = ResolveAppeal(appeal_id=appeal.pk, text="Кайра текшериңиз.", lead=order.lead)
    resolve_appeal(plain, actor=town.deputy.actor, now=NOW)

    appeal.refresh_from_db()
    assert appeal.is_under_control
    assert [m.post_id for m in ControlMark.objects.filter(lifted_at=None)] == [town.akim.post.pk]


def test_head_and_executor_are_told_by_letter(town: Town) -> None:
    appeal = appeals.assigned(town)

    take(town.overseer, appeal)

    told = set(Notice.objects.filter(code="control_taken").values_list("address", flat=True))
    assert told == {town.akim.email, town.executor.email}


def test_who_is_kept_away_is_not_told_and_cannot_control(town: Town) -> None:
    appeal = appeals.registered(town)
    Recusal.objects.create(appeal=appeal, official=town.akim.official, reason="Тууганым.", declared_at=NOW)

    with pytest.raises(AppealNotFound):
        take(town.akim, appeal)
    take(town.overseer, appeal)

    assert not Notice.objects.filter(address=town.akim.email, appeal_id=appeal.pk).exists()


def test_a_request_has_its_own_term_and_is_answered_once(town: Town) -> None:
    appeal = appeals.assigned(town)
    with pytest.raises(NotAllowed):
        ask(town.overseer, appeal)
    take(town.overseer, appeal)
    asked = ask(town.overseer, appeal)

    answer = AnswerRequest(appeal_id=appeal.pk, request=asked.pk, answer="Насос күтүлүүдө.")
    answered = answer_request(answer, actor=town.executor.actor, now=NOW)

    assert asked.due_on == date(2026, 3, 13)
    assert answered.answered_by_id == town.executor.official.pk
    assert Notice.objects.filter(code="information_given", address=town.overseer.email).exists()
    with pytest.raises(RequestNotOpen):
        answer_request(answer, actor=town.registrar.actor, now=NOW)


def test_a_co_executor_and_the_asker_do_not_answer_for_the_body(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)
    take(town.overseer, appeal)
    asked = ask(town.overseer, appeal)

    for who in (town.co_executor, town.overseer):
        with pytest.raises(NotAllowed):
            answer_request(
                AnswerRequest(appeal_id=appeal.pk, request=asked.pk, answer="Ооба."), actor=who.actor, now=NOW
            )


def test_control_from_above_goes_along_with_a_forwarded_appeal_and_the_heads_does_not(town: Town) -> None:
    appeal = appeals.registered(town)
    take(town.akim, appeal)
    take(town.overseer, appeal)
    to = ForwardAppeal(appeal_id=appeal.pk, to=town.foreign_body.code, reason="Айыл өкмөтүнүн иши.")
    successor = forward_appeal(to, actor=town.registrar.actor, now=NOW)

    lift(town.overseer, successor)

    marks = ControlMark.objects.filter(appeal=successor)
    assert [mark.level for mark in marks] == ["superior"]
    assert not Appeal.objects.get(pk=successor.pk).is_under_control

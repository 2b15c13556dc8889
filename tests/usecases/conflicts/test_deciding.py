"""Words of a complaint that may mean an official: he is kept away at once, the registrar decides before registering."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Setting
from kairyluu.queries.sight import find_sight, visible
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import MatchUndecided, RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.appeals.take_in import TakeIn, TakenIn, take_in
from kairyluu.usecases.conflicts.decide_match import (
    DecideMatch,
    NotAmongSuspects,
    NothingToDecide,
    decide_match,
)
from tests.cast import NOW, Member, Town
from tests.factories import appeals


def complaint(town: Town, words: str) -> Appeal:
    return appeals.received(town, kind="complaint", targets=(Target(description=words),))


def decide(appeal: Appeal, by: Member, means: Member | None = None) -> Appeal:
    target = appeal.targets.get()
    code = means.official.code if means and means.official else ""
    command = DecideMatch(appeal_id=appeal.pk, target_id=target.pk, official=code)
    return decide_match(command, actor=by.actor, now=NOW)


def sees(town: Town, member: Member) -> bool:
    return visible(find_sight(member.actor, town.body.code)).exists()


def test_before_it_is_decided_nobody_registers_and_who_may_be_meant_sees_nothing(town: Town) -> None:
    appeal = complaint(town, "акимге нааразымын")

    assert (appeal.body, sees(town, town.akim), sees(town, town.registrar)) == (town.body, False, True)
    with pytest.raises(MatchUndecided):
        register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)


def test_it_is_the_head_so_it_goes_above_and_nobody_of_the_body_sees_it_any_more(town: Town) -> None:
    appeal = complaint(town, "Сыналбаев деген киши")

    above = decide(appeal, town.registrar, town.akim)

    appeal.refresh_from_db()
    assert (above.body, above.state, appeal.state) == (town.above, "received", "forwarded")
    assert above.came_by.kind == "conflict"
    assert above.targets.get().official == town.akim.official
    assert [sees(town, who) for who in (town.akim, town.deputy, town.registrar, town.controller)] == [
        False
    ] * 4
    assert sees(town, town.overseer)
    acts = Entry.objects.filter(appeal_id=appeal.pk).values_list("act", flat=True)
    assert list(acts) == ["submit", "decide_match", "move_up"]
    assert (appeal.serial or 0) >= 1_000_000


def test_it_is_somebody_else_so_it_is_registered_here_and_the_head_sees_it(town: Town) -> None:
    appeal = complaint(town, "аким")

    decide(appeal, town.registrar)

    done = register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)
    assert done.state == "registered"
    assert sees(town, town.akim)
    with pytest.raises(NothingToDecide):
        decide(appeal, town.registrar)


def test_the_registrar_who_may_be_meant_never_gets_the_question_the_deputy_does(town: Town) -> None:
    surname = town.registrar.official.surname  # type: ignore[union-attr]
    appeal = complaint(town, f"{surname} Жазгүл кайрылуумду албай койду")

    with pytest.raises(AppealNotFound):
        decide(appeal, town.registrar, town.registrar)
    done = decide(appeal, town.deputy, town.registrar)

    assert (done.body, sees(town, town.registrar)) == (town.body, False)
    assert register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.deputy.actor, now=NOW).number


def test_only_who_was_asked_about_can_be_meant_and_only_the_body_decides(town: Town) -> None:
    appeal = complaint(town, "аким")

    with pytest.raises(NotAmongSuspects):
        decide(appeal, town.registrar, town.executor)
    with pytest.raises(NotAllowed):
        decide(appeal, town.controller)
    with pytest.raises(AppealNotFound):
        decide(appeal, town.foreign_registrar)


def test_where_the_setting_allows_it_is_registered_and_an_executor_meant_loses_the_work(town: Town) -> None:
    Setting.objects.filter(code="undecided_match_blocks").update(value="no")
    appeal = complaint(town, "аким")

    assert register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW).number
    assert not sees(town, town.akim)
    assert decide(appeal, town.registrar, town.akim).body == town.above


def taken_in(town: Town, words: str) -> TakenIn:
    command = TakeIn(
        submission_key=uuid4(),
        body=town.body.code,
        channel="post",
        received_at=NOW - timedelta(days=1),
        content=appeals.WATER,
        applicant=appeals.SENDER,
        targets=(Target(description=words),),
    )
    return take_in(command, actor=town.registrar.actor, now=NOW)


def test_a_paper_complaint_in_words_waits_for_the_decision_too(town: Town) -> None:
    waiting, clear = taken_in(town, "акимдин үстүнөн"), taken_in(town, "мектептин мугалими")

    assert (waiting.number, Appeal.objects.get(pk=waiting.appeal_id).state) == ("", "received")
    assert clear.number


def test_words_that_mean_the_registrar_himself_are_taken_in_by_another(town: Town) -> None:
    with pytest.raises(NotAllowed):
        taken_in(town, f"{town.registrar.official.surname} Ж.")  # type: ignore[union-attr]

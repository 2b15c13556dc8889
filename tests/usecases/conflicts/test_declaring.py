"""An official steps aside: he stops seeing the appeal, the reason is journalled, others go on."""

from __future__ import annotations

import pytest
from django.db import Error, transaction

from kairyluu.data.agencies.models import Post, Tenure
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Resolution
from kairyluu.data.journal.models import Entry
from kairyluu.queries.sight import find_sight, visible
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.conflicts.declare_conflict import (
    ConflictReasonMissing,
    DeclareConflict,
    declare_conflict,
)
from tests.cast import NOW, Member, Town
from tests.factories import appeals, people

WHY = "Арыз ээси менин жакын тууганым."


def declare(appeal: Appeal, who: Member, reason: str = WHY) -> Appeal:
    return declare_conflict(DeclareConflict(appeal_id=appeal.pk, reason=reason), actor=who.actor, now=NOW)


def sees(town: Town, member: Member) -> bool:
    return visible(find_sight(member.actor, town.body.code)).exists()


def test_a_registrar_steps_aside_and_the_deputy_registers(town: Town) -> None:
    appeal = appeals.received(town)

    declare(appeal, town.registrar)

    assert not sees(town, town.registrar)
    assert Entry.objects.get(act="declare_conflict").reason == WHY
    assert register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.deputy.actor, now=NOW).number


@pytest.mark.parametrize("stage", ["assigned", "awaiting_signature"])
def test_without_its_executor_the_appeal_is_the_heads_again(town: Town, stage: str) -> None:
    appeal = getattr(appeals, stage)(town, with_co_executor=True)

    declare(appeal, town.executor)

    appeal.refresh_from_db()
    assert appeal.state == "registered"
    assert not sees(town, town.executor)
    order = ResolveAppeal(
        appeal_id=appeal.pk, text="Улантыңыз.", lead=Part(official=town.co_executor.official.code)
    )
    assert resolve_appeal(order, actor=town.akim.actor, now=NOW).state == "assigned"


def test_a_co_executor_leaves_and_the_work_goes_on(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)

    assert declare(appeal, town.co_executor).state == "assigned"
    assert appeal.assignments.get(is_current=True).executor == town.executor.official


def test_the_head_steps_aside_and_the_deputy_decides_then_both_and_it_goes_above(town: Town) -> None:
    appeal = appeals.registered(town)

    assert declare(appeal, town.akim).body == town.body
    above = declare(appeal, town.deputy)

    assert (above.body, above.came_by.kind) == (town.above, "conflict")
    assert above.recusals.count() == 2
    assert (sees(town, town.registrar), sees(town, town.akim), sees(town, town.deputy)) == (
        True,
        False,
        False,
    )


def test_it_goes_past_a_body_whose_head_is_complained_about(town: Town) -> None:
    appeal = appeals.registered(town)
    ComplaintTarget.objects.create(appeal=appeal, official=town.overseer.official)
    Post.objects.filter(tenures__official=town.overseer.official).update(role="head")

    declare(appeal, town.akim)

    assert declare(appeal, town.deputy).body_id == town.above.parent_id


def test_it_goes_past_a_body_whose_only_head_stepped_aside(town: Town) -> None:
    appeal = appeals.registered(town)
    post = people.add_post("above.head", town.above, role="head", title_ky="Башчы", title_ru="Глава")
    Tenure.objects.create(official=town.akim.official, post=post, starts_on=people.SINCE)

    declare(appeal, town.akim)

    assert declare(appeal, town.deputy).body_id == town.above.parent_id


def test_a_reason_is_needed_and_only_who_works_here_declares(town: Town) -> None:
    appeal = appeals.assigned(town)

    with pytest.raises(ConflictReasonMissing):
        declare(appeal, town.executor, "жок")
    with pytest.raises(NotAllowed):
        declare(appeal, town.overseer)
    with pytest.raises(AppealNotFound):
        declare(appeal, town.co_executor)
    assert declare(appeal, town.controller).state == "assigned"


def test_the_database_refuses_who_stepped_aside(town: Town) -> None:
    appeal = declare(appeals.registered(town), town.akim)

    with pytest.raises(Error, match="conflict of interest"), transaction.atomic():
        Resolution.objects.create(
            appeal=appeal, text="x", author=town.akim.official, author_post=town.akim.post, made_at=NOW
        )

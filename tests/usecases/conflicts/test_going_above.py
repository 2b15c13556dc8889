"""A complaint goes at once to who may consider it: past the head or the body that it is about."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Setting
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.appeals.take_in import TakeIn, TakenIn, take_in
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals, people

WHY = "Кайрылууда так талап жок, эмне суралганы түшүнүксүз. Кайра жазып жөнөтүңүз."


def about(*officials: object, **fields: str) -> tuple[Target, ...]:
    return tuple(Target(official=o.official.code) for o in officials) or (Target(**fields),)  # type: ignore[attr-defined]


def test_a_complaint_about_the_head_goes_to_the_body_above(town: Town) -> None:
    appeal = appeals.received(town, kind="complaint", targets=about(town.akim))

    assert appeal.body == town.above
    assert (appeal.addressed_body, appeal.came_because) == (town.body, "head_named")
    entry = Entry.objects.get(appeal_id=appeal.pk)
    assert (entry.body_code, entry.facts["because"]) == (town.above.code, "head_named")


def test_a_complaint_about_the_whole_body_goes_above_it(town: Town) -> None:
    appeal = appeals.received(town, kind="complaint", targets=about(body=town.body.code))

    assert (appeal.body, appeal.came_because) == (town.above, "body_named")


def test_a_complaint_about_who_stands_in_for_the_head_goes_above_too(town: Town) -> None:
    post = Tenure.objects.get(official=town.akim.official).post
    Tenure.objects.create(
        official=town.deputy.official,
        post=post,
        starts_on=TODAY,
        stands_in_for=Tenure.objects.get(official=town.akim.official),
    )

    for named in (town.deputy, town.akim):
        assert appeals.received(town, kind="complaint", targets=about(named)).body == town.above


def test_a_ministry_without_a_body_above_has_the_owner_of_the_portal(town: Town) -> None:
    owner = Setting.objects.get(code="portal_owner").value
    minister = people.add_official("labour_minister", people.add_post("min-labour.head", town.ministry))

    appeal = appeals.received(
        town, body=town.ministry.code, kind="complaint", targets=(Target(official=minister.code),)
    )

    assert appeal.body.code == owner


def test_a_complaint_about_an_executor_or_the_registrar_stays_and_the_deputy_registers(town: Town) -> None:
    appeal = appeals.received(town, kind="complaint", targets=about(town.registrar, town.executor))

    assert appeal.body == town.body
    done = register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.deputy.actor, now=NOW)
    assert done.state == "registered"


def test_a_complaint_about_somebody_takes_no_number_from_the_row(town: Town) -> None:
    ordinary = appeals.registered(town)
    apart = appeals.registered(town, kind="complaint", targets=about(town.executor))
    in_words = appeals.registered(town, kind="complaint", targets=about(description="бир кызматкер"))
    refused = refuse_to_consider(
        RefuseToConsider(
            appeal_id=appeals.received(town, kind="complaint", targets=about(town.executor)).pk,
            ground="no_concrete_request",
            reason=WHY,
        ),
        actor=town.registrar.actor,
        now=NOW,
    )

    assert appeals.registered(town).serial == (ordinary.serial or 0) + 1
    for appeal in (apart, in_words, refused):
        assert 1_000_000 <= (appeal.serial or 0) < 10_000_000
    assert refused.refusal.outgoing_serial == refused.serial
    assert refused.refusal.outgoing_number == f"АЛ-Ж-2026-{refused.serial}"


def take(town: Town, **changes: object) -> TakenIn:
    values = {
        "submission_key": uuid4(),
        "body": town.body.code,
        "channel": "post",
        "received_at": NOW - timedelta(days=1),
        "content": appeals.WATER,
        "applicant": appeals.SENDER,
    }
    return take_in(TakeIn(**(values | changes)), actor=town.registrar.actor, now=NOW)  # type: ignore[arg-type]


def test_a_paper_complaint_about_the_head_is_sent_above_and_registered_there(town: Town) -> None:
    done = take(town, targets=about(town.akim))

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert (done.number, appeal.state, appeal.body) == ("", "received", town.above)
    assert appeal.addressed_body == town.body


def test_nobody_takes_in_a_complaint_about_himself_but_one_about_his_body_goes_above(town: Town) -> None:
    with pytest.raises(NotAllowed):
        take(town, targets=about(town.registrar))

    done = take(town, targets=about(body=town.body.code))

    assert Appeal.objects.get(pk=done.appeal_id).body == town.above

"""The chain of hands: told to everybody concerned, climbing when it bounces, its age right over days off."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Handover
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.reference.models import Setting
from kairyluu.queries.hands.chain import find_chain, find_chain_for, running_leg
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.forward_part import ForwardPart, PartAlreadyThere, PartMissing, forward_part
from kairyluu.usecases.hands.giving import ReceiverComplainedAbout, WhyMissing
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."


def forward(appeal: Appeal, to: str, by: Member, now: datetime = NOW) -> Appeal:
    command = ForwardAppeal(appeal_id=appeal.pk, to=to, reason=WHY)
    return forward_appeal(command, actor=by.actor_on(now.date()), now=now)


def test_applicant_executors_and_the_receiver_are_told(town: Town) -> None:
    appeal = appeals.assigned(town)

    successor = forward(appeal, town.foreign_body.code, town.registrar)

    told = {n.code: n for n in Notice.objects.all()}
    to_applicant = told["appeal_forwarded"]
    assert to_applicant.address == appeals.SENDER.email
    assert to_applicant.facts["new_number"] == successor.tracking_number
    assert to_applicant.facts["reason"] == WHY
    assert (told["appeal_arrived"].address, told["appeal_arrived"].appeal_id) == (
        town.foreign_registrar.email,
        successor.pk,
    )
    assert told["work_forwarded"].address == town.executor.email


def test_a_late_forwarding_is_recorded_as_late(town: Town) -> None:
    in_time, late = appeals.registered(town), appeals.registered(town)

    forward(in_time, town.ministry.code, town.registrar, datetime(2026, 3, 17, 9, tzinfo=BISHKEK))
    forward(late, town.ministry.code, town.registrar, datetime(2026, 3, 18, 9, tzinfo=BISHKEK))

    entries = Entry.objects.filter(act="forward").order_by("id")
    assert [entry.facts["is_late"] for entry in entries] == [False, True]
    assert {handover.due_on for handover in Handover.objects.all()} == {date(2026, 3, 17)}


def test_never_down_to_the_body_complained_about_or_where_the_accused_sits(town: Town) -> None:
    about_body, about_person = appeals.registered(town), appeals.registered(town)
    ComplaintTarget.objects.create(appeal=about_body, body=town.foreign_body)
    ComplaintTarget.objects.create(appeal=about_person, official=town.foreign_head.official)

    for appeal in (about_body, about_person):
        with pytest.raises(ReceiverComplainedAbout) as refused:
            forward(appeal, town.foreign_body.code, town.registrar)
        assert refused.value.facts["accused"] == town.foreign_body.code
    assert not Handover.objects.exists()


def test_without_a_reason_nothing_moves(town: Town) -> None:
    appeal = appeals.registered(town)
    command = ForwardAppeal(appeal_id=appeal.pk, to=town.ministry.code, reason="  кыска  ")

    with pytest.raises(WhyMissing):
        forward_appeal(command, actor=town.registrar.actor, now=NOW)

    appeal.refresh_from_db()
    assert appeal.is_open


def test_a_bounced_appeal_climbs_to_the_common_superior(town: Town) -> None:
    first = appeals.registered(town)
    second = forward(first, town.foreign_body.code, town.registrar)
    third = forward(second, town.body.code, town.foreign_registrar)

    climbed = forward(third, town.foreign_body.code, town.registrar)

    assert climbed.body == town.above
    assert [h.kind for h in Handover.objects.order_by("id")] == ["whole", "whole", "climb"]
    told = Notice.objects.get(code="appeal_climbed")
    assert told.facts["to_name"] == town.above.name_ky
    heads = Notice.objects.filter(code="climbed_from_below").values_list("address", flat=True)
    assert set(heads) == {town.akim.email, town.deputy.email}
    assert running_leg(first.pk) == climbed.pk


def test_how_often_it_may_be_passed_on_is_a_setting(town: Town) -> None:
    Setting.objects.filter(code="most_forwardings").update(value="1")
    second = forward(appeals.registered(town), town.foreign_body.code, town.registrar)

    assert forward(second, town.ministry.code, town.foreign_registrar).body == town.above


def test_ages_count_working_days_only(town: Town) -> None:
    """From Tuesday 10 to Thursday 19 March are seven working days, to Wednesday 25 March three more: Friday 20 is
    Orozo Ait."""
    first = appeals.registered(town)
    second = forward(first, town.foreign_body.code, town.registrar, datetime(2026, 3, 19, 9, tzinfo=BISHKEK))

    chain = find_chain(Appeal.objects.get(pk=first.pk), date(2026, 3, 25))

    assert [leg.appeal.pk for leg in chain.legs] == [first.pk, second.pk]
    assert [leg.n_days for leg in chain.legs] == [7, 3]
    assert (chain.since, chain.n_days) == (date(2026, 3, 10), 10)


def test_a_part_goes_and_the_rest_stays_with_its_clock(town: Town) -> None:
    appeal = appeals.assigned(town)
    due_on = appeal.due_on
    command = ForwardPart(
        appeal_id=appeal.pk, to=town.ministry.code, part="Жөлөкпул качан төлөнөт?", reason=WHY
    )

    part = forward_part(command, actor=town.akim.actor, now=NOW)

    appeal.refresh_from_db()
    assert (appeal.state, appeal.due_on) == ("assigned", due_on)
    assert part.text.startswith("Жөлөкпул качан төлөнөт?")
    assert (part.state, part.origin_id) == ("received", appeal.pk)
    assert running_leg(appeal.pk) == appeal.pk
    assert [leg.part for leg in find_chain(appeal, TODAY).legs] == ["", "Жөлөкпул качан төлөнөт?"]
    with pytest.raises(PartAlreadyThere):
        forward_part(command, actor=town.akim.actor, now=NOW)
    with pytest.raises(PartMissing):
        forward_part(
            ForwardPart(appeal_id=appeal.pk, to="pr-o", part=" ", reason=WHY), actor=town.akim.actor, now=NOW
        )


def test_what_went_behind_the_givers_back_stays_hidden_from_it(town: Town) -> None:
    appeal = appeals.registered(town)
    forward(appeal, town.above.code, town.registrar)
    Handover.objects.update(kind="conflict")
    appeal = Appeal.objects.get(pk=appeal.pk)

    assert not find_chain_for(town.registrar.actor, appeal, TODAY)
    assert find_chain_for(town.overseer.actor, appeal, TODAY)
    assert find_chain(appeal, TODAY)

"""Who waits in a group goes on by itself where the appeal it waits for ends some other way, or the registrar says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kairyluu.data.appeals.models import Appeal, Recusal
from kairyluu.data.appeals.models.alike import CauseMember
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.group import GroupAlike, group_alike
from kairyluu.usecases.alike.leave_cause import LeaveCause, leave_cause
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.giving import WhyMissing
from kairyluu.usecases.hands.withdraw import TakeBack, WithdrawAppeal, take_back, withdraw_appeal
from tests.cast import Town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, again, entered, from_neighbour
from tests.usecases.alike.test_end_correspondence import end, third

__all__ = ["third"]  # the fixture

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."
GROUND = {"ground": "no_concrete_request", "reason": "Кайрылууда эч кандай суроо коюлган эмес. " * 3}
ENDS: dict[str, Callable[[Town, Appeal], object]] = {
    "refuse": lambda town, lead: refuse_to_consider(
        RefuseToConsider(appeal_id=lead.pk, **GROUND), actor=town.registrar.actor, now=LATER
    ),
    "forward": lambda town, lead: forward_appeal(
        ForwardAppeal(appeal_id=lead.pk, to="min-labour", reason=WHY), actor=town.registrar.actor, now=LATER
    ),
    "withdraw": lambda town, lead: withdraw_appeal(
        WithdrawAppeal(appeal_id=lead.pk), actor=town.registrar.actor, now=LATER
    ),
    "take_back": lambda town, lead: take_back(
        TakeBack(appeal_id=lead.pk), actor=town.citizen.actor, now=LATER
    ),
    "merge": lambda town, lead: merge_appeal(
        MergeAppeal(appeal_id=lead.pk, into_id=again(town).pk), actor=town.registrar.actor, now=LATER
    ),
}


def waiting_for(town: Town, lead: Appeal) -> Appeal:
    member = entered(town, from_neighbour(town))
    command = GroupAlike(lead_id=lead.pk, member_ids=(member.pk,))
    group_alike(command, actor=town.registrar.actor, now=LATER)
    return member


def last_line(appeal: Appeal) -> Entry:
    return Entry.objects.filter(appeal_id=appeal.pk, act="leave_cause").order_by("id")[0]


@pytest.mark.parametrize("verb", ENDS)
def test_without_its_leader_a_member_is_the_head_s_to_resolve(town: Town, verb: str) -> None:
    lead = appeals.registered(town)
    member = waiting_for(town, lead)
    due_on = member.due_on

    ENDS[verb](town, lead)

    member.refresh_from_db()
    assert (member.state, member.due_on) == ("registered", due_on)
    assert not CauseMember.objects.filter(appeal=member).exists()
    line = last_line(member)
    assert (line.facts["because"], line.facts["other"]) == (verb, lead.number)
    told = Notice.objects.filter(code="left_group", appeal_id=member.pk).values_list("address", flat=True)
    assert set(told) == {town.registrar.account.email, town.akim.account.email}


def test_the_end_of_a_correspondence_ends_the_waiting_too(town: Town, third: Appeal) -> None:
    member = waiting_for(town, third)

    end(town, third)

    member.refresh_from_db()
    assert (member.state, last_line(member).facts["because"]) == ("registered", "end_correspondence")


def test_who_is_hidden_from_the_sender_is_not_answered_and_not_forgotten(town: Town) -> None:
    lead = appeals.signed(town)
    Appeal.objects.filter(pk=lead.pk).update(state="assigned")
    member = waiting_for(town, lead)
    Appeal.objects.filter(pk=lead.pk).update(state="signed")
    Recusal.objects.create(
        appeal=member, official=town.registrar.official, reason="Тууганым.", declared_at=LATER
    )

    send_answer(SendAnswer(appeal_id=lead.pk), actor=town.registrar.actor, now=LATER)

    member.refresh_from_db()
    assert (member.state, last_line(member).facts["because"]) == ("registered", "send_answer")
    told = Notice.objects.filter(code="left_group", appeal_id=member.pk).values_list("address", flat=True)
    assert list(told) == [town.akim.account.email]


def test_who_took_an_appeal_back_is_not_named_in_another_s_history(town: Town) -> None:
    lead = appeals.registered(town)
    member = waiting_for(town, lead)

    ENDS["take_back"](town, lead)

    assert last_line(member).actor_name == "Kairyluu"


def test_the_registrar_takes_one_out_with_a_reason_and_it_can_join_again(town: Town) -> None:
    lead = appeals.registered(town)
    member = waiting_for(town, lead)
    with pytest.raises(WhyMissing):
        leave_cause(LeaveCause(appeal_id=member.pk, reason="жок"), actor=town.registrar.actor, now=LATER)

    left = leave_cause(
        LeaveCause(appeal_id=member.pk, reason="Башка көчө экен."), actor=town.registrar.actor, now=LATER
    )

    assert left.state == "registered"
    assert last_line(member).reason == "Башка көчө экен."
    assert Entry.objects.get(appeal_id=lead.pk, act="let_go").facts["number"] == member.number
    command = GroupAlike(lead_id=member.pk, member_ids=(lead.pk,))
    group_alike(command, actor=town.registrar.actor, now=LATER)
    with pytest.raises(NotAllowed):
        leave_cause(LeaveCause(appeal_id=member.pk, reason=WHY), actor=town.registrar.actor, now=LATER)

"""A confidential appeal stands alone: it is in no group, merged with nothing and compared with nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import CauseMember
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.alike.likely import list_likely
from kairyluu.queries.cases.case import find_case
from kairyluu.usecases.alike.group import GroupAlike, group_alike
from kairyluu.usecases.alike.liken import LikenAppeals, liken_appeals
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from kairyluu.usecases.alike.others import ConfidentialStaysAlone
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from tests.cast import TODAY, Town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, again, entered, from_neighbour
from tests.usecases.alike.test_group import grouped
from tests.usecases.confidence.test_confidential import closed_to_others, seen_by


def liken(one: Appeal, other: Appeal) -> LikenAppeals:
    return LikenAppeals(appeal_id=one.pk, other_id=other.pk, kind="repeat")


def test_it_is_put_together_with_nothing_whichever_of_the_two_is_asked(town: Town) -> None:
    other = appeals.registered(town)
    closed = closed_to_others(town, entered(town, again(town)))
    actor = town.registrar.actor
    tries: list[Callable[[Appeal, Appeal], object]] = [
        lambda a, b: merge_appeal(MergeAppeal(appeal_id=a.pk, into_id=b.pk), actor=actor, now=LATER),
        lambda a, b: group_alike(GroupAlike(lead_id=a.pk, member_ids=(b.pk,)), actor=actor, now=LATER),
        lambda a, b: liken_appeals(liken(a, b), actor=actor, now=LATER),
    ]

    for attempt in tries:
        for pair in ((closed, other), (other, closed)):
            with pytest.raises(ConfidentialStaysAlone):
                attempt(*pair)

    assert Appeal.objects.filter(is_open=True).count() == 2
    assert not Entry.objects.filter(act__in=("merge", "group", "liken", "be_likened")).exists()


def test_nothing_is_proposed_for_it_and_it_is_proposed_for_nothing(town: Town) -> None:
    other, twin = appeals.registered(town), entered(town, again(town))
    actor = town.registrar.actor
    assert [one.other.pk for one in list_likely(actor, twin)] == [other.pk]

    closed = closed_to_others(town, twin)

    assert list_likely(actor, closed) == []
    assert list_likely(actor, other) == []


def test_a_member_that_becomes_confidential_leaves_its_group_and_is_not_answered_with_it(town: Town) -> None:
    lead, member = appeals.assigned(town), from_neighbour(town)
    grouped(town, lead, member)
    Notice.objects.all().delete()

    closed_to_others(town, member)

    member.refresh_from_db()
    assert (member.state, CauseMember.objects.count()) == ("registered", 0)
    named = {town.akim.email, town.registrar.email}
    assert set(Notice.objects.values_list("address", flat=True)) == named
    told = find_case(town.deputy.actor, lead.pk, today=TODAY).happenings
    assert not {"group", "let_go"} & {line.what for line in told}
    assert "let_go" in {line.what for line in find_case(town.akim.actor, lead.pk, today=TODAY).happenings}


def test_whoever_waits_for_an_appeal_that_becomes_confidential_is_the_heads_again(town: Town) -> None:
    lead, member = appeals.signed(town), from_neighbour(town)
    Appeal.objects.filter(pk=lead.pk).update(state="assigned")
    grouped(town, lead, member)
    Appeal.objects.filter(pk=lead.pk).update(state="signed")

    lead.refresh_from_db()
    closed_to_others(town, lead)
    send_answer(SendAnswer(appeal_id=lead.pk), actor=town.registrar.actor, now=LATER)

    member.refresh_from_db()
    assert (member.state, member.is_confidential) == ("registered", False)
    assert Entry.objects.get(act="leave_cause").facts["because"] == "make_confidential"
    assert not Notice.objects.filter(code="answer_ready").exists()


def test_what_was_merged_into_it_is_closed_to_others_with_it(town: Town) -> None:
    appeal, twin = appeals.registered(town), again(town)
    merge_appeal(MergeAppeal(appeal_id=twin.pk, into_id=appeal.pk), actor=town.registrar.actor, now=LATER)
    assert seen_by(town.deputy, twin)

    closed_to_others(town, appeal)

    twin.refresh_from_db()
    assert twin.is_confidential
    assert not seen_by(town.deputy, twin)
    assert twin.applicants.get().surname == confiding.VEIL
    assert confiding.open_identity(twin)[0]["surname"] == "Үлгүбаева"
    assert Entry.objects.filter(act="make_confidential").count() == 2

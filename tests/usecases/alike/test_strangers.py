"""Who has no business with an appeal decides nothing about it and learns nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest

from kairyluu.data.journal.models import Entry
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.alike import (
    end_correspondence,
    group,
    leave_cause,
    liken,
    mark_meeting,
    merge,
    set_signature,
    translate_answer,
)
from tests.cast import NOW, Town
from tests.factories import appeals

ACTS: dict[str, tuple[Callable[..., Any], Callable[[UUID], Any]]] = {
    "liken": (
        liken.liken_appeals,
        lambda i: liken.LikenAppeals(appeal_id=i, other_id=uuid4(), kind="repeat"),
    ),
    "merge": (merge.merge_appeal, lambda i: merge.MergeAppeal(appeal_id=i, into_id=uuid4())),
    "group": (group.group_alike, lambda i: group.GroupAlike(lead_id=i, member_ids=(uuid4(),))),
    "leave": (leave_cause.leave_cause, lambda i: leave_cause.LeaveCause(appeal_id=i, reason="Башка маселе.")),
    "translate": (
        translate_answer.translate_answer,
        lambda i: translate_answer.TranslateAnswer(appeal_id=i, language="ru", text="x"),
    ),
    "end": (
        end_correspondence.end_correspondence,
        lambda i: end_correspondence.EndCorrespondence(appeal_id=i, reason="Себеби " * 10, no_new_facts=True),
    ),
    "signature": (
        set_signature.set_signature,
        lambda i: set_signature.SetSignature(appeal_id=i, position=0, signature="signed"),
    ),
    "meeting": (mark_meeting.mark_meeting, lambda i: mark_meeting.MarkMeeting(appeal_id=i, file_id=uuid4())),
}


@pytest.mark.parametrize("verb", ACTS)
def test_a_stranger_changes_nothing_and_an_absent_appeal_looks_like_a_hidden_one(
    town: Town, verb: str
) -> None:
    act, command = ACTS[verb]
    appeal = appeals.registered(town)
    before = Entry.objects.count()

    for who in (town.citizen, town.foreign_registrar, town.foreign_head, town.operator_of_the_system):
        with pytest.raises(Refused) as refused:
            act(command(appeal.pk), actor=who.actor, now=NOW)
        assert refused.value.code in ("appeal_not_found", "not_allowed")
    with pytest.raises(Refused) as absent:
        act(command(uuid4()), actor=town.registrar.actor, now=NOW)

    assert absent.value.code == "appeal_not_found"
    assert Entry.objects.count() == before

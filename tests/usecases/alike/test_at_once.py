"""Two clerks at once: no appeal is merged into one that goes on as nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Barrier, BrokenBarrierError, get_ident
from typing import Any

import pytest
from django.utils.module_loading import import_string

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.alike import others
from kairyluu.usecases.alike.group import GroupAlike, group_alike
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from tests.cast import Town, build_town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, again
from tests.usecases.hands.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build_town()


def test_two_appeals_are_never_merged_into_each_other(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = appeals.registered(town), again(town)
    _meet_before_writing(monkeypatch)
    actor = town.registrar.actor
    there = MergeAppeal(appeal_id=first.pk, into_id=second.pk)
    back = MergeAppeal(appeal_id=second.pk, into_id=first.pk)

    came = at_once(
        lambda: merge_appeal(there, actor=actor, now=LATER),
        lambda: merge_appeal(back, actor=actor, now=LATER),
    )

    assert "done" in came
    assert len(came) == 2
    assert Appeal.objects.filter(is_open=True).count() == 1


def test_an_answer_and_the_merging_of_who_waits_for_it_do_not_wait_for_each_other(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = appeals.registered(town)
    lead = appeals.signed(town, now=LATER)
    Appeal.objects.filter(pk=lead.pk).update(state="assigned")
    command = GroupAlike(lead_id=lead.pk, member_ids=(member.pk,))
    group_alike(command, actor=town.registrar.actor, now=LATER)
    Appeal.objects.filter(pk=lead.pk).update(state="signed")
    _meet_after_the_first_lock(monkeypatch)
    actor, merge = town.registrar.actor, MergeAppeal(appeal_id=member.pk, into_id=lead.pk)

    came = at_once(
        lambda: send_answer(SendAnswer(appeal_id=lead.pk), actor=actor, now=LATER),
        lambda: merge_appeal(merge, actor=actor, now=LATER),
    )

    assert "done" in came
    assert Appeal.objects.get(pk=lead.pk).state == "answered"
    assert Appeal.objects.get(pk=member.pk).state in ("answered", "merged")


def test_an_answer_and_the_refusal_of_who_waits_for_it_do_not_wait_for_each_other(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both take a number from one book."""
    lead, member = appeals.signed(town), again(town)
    Appeal.objects.filter(pk=lead.pk).update(state="assigned")
    command = GroupAlike(lead_id=lead.pk, member_ids=(member.pk,))
    group_alike(command, actor=town.registrar.actor, now=LATER)
    Appeal.objects.filter(pk=lead.pk).update(state="signed")
    meeting, actor = Barrier(2), town.registrar.actor
    for place in ("answers.send_answer.number_answer", "appeals.refuse.enter_if_waiting"):
        _wait_before(monkeypatch, f"kairyluu.usecases.{place}", meeting)
    refusal = RefuseToConsider(
        appeal_id=member.pk, ground="no_concrete_request", reason="Суроо коюлган эмес. " * 5
    )

    came = at_once(
        lambda: send_answer(SendAnswer(appeal_id=lead.pk), actor=actor, now=LATER),
        lambda: refuse_to_consider(refusal, actor=actor, now=LATER),
    )

    assert "done" in came
    assert Appeal.objects.get(pk=member.pk).state in ("answered", "refused")


def _wait_before(monkeypatch: pytest.MonkeyPatch, place: str, meeting: Barrier) -> None:
    real: Callable[..., Any] = import_string(place)

    def waiting(*args: Any, **kwargs: Any) -> Any:
        with suppress(BrokenBarrierError):
            meeting.wait(timeout=1)
        return real(*args, **kwargs)

    monkeypatch.setattr(place, waiting)


def _meet_after_the_first_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has locked anything waits until the other has locked something too, or until it is clear that it cannot."""
    meeting, real, seen = Barrier(2), others._lock, set[int]()

    def waiting(appeal_ids: Any) -> None:
        ids = list(appeal_ids)
        real(ids)
        if ids and get_ident() not in seen:
            seen.add(get_ident())
            with suppress(BrokenBarrierError):
                meeting.wait(timeout=1)

    monkeypatch.setattr(others, "_lock", waiting)


def _meet_before_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holds each of the two until the other has read its pair too, or until it is clear that it cannot."""
    meeting = Barrier(2)

    def waiting(appeal: Appeal, into: Appeal) -> bool:
        with suppress(BrokenBarrierError):
            meeting.wait(timeout=1)
        return True

    monkeypatch.setattr("kairyluu.usecases.alike.merge.is_same_applicant", waiting)

"""Two clerks at once: no appeal is merged into one that goes on as nothing."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
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


def _meet_before_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holds each of the two until the other has read its pair too, or until it is clear that it cannot."""
    meeting = Barrier(2)

    def waiting(appeal: Appeal, into: Appeal) -> bool:
        with suppress(BrokenBarrierError):
            meeting.wait(timeout=1)
        return True

    monkeypatch.setattr("kairyluu.usecases.alike.merge.is_same_applicant", waiting)

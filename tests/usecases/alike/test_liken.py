"""The registrar's decision on a pair: kept, told to both histories, replaceable; and what follows from a repeat."""

from __future__ import annotations

import pytest

from kairyluu.data.appeals.models import ComplaintTarget, Likeness
from kairyluu.data.journal.models import Entry
from kairyluu.queries.alike.likely import list_likely
from kairyluu.queries.alike.matter import answered_before, executors_before
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.liken import KindNotListed, LikenAppeals, liken_appeals
from kairyluu.usecases.alike.others import NoSuchOther
from tests.cast import Town
from tests.factories import appeals
from tests.usecases.alike.pairs import LATER, again


def liken(town: Town, appeal, other, kind: str = "repeat", who: str = "registrar"):  # type: ignore[no-untyped-def]
    command = LikenAppeals(appeal_id=appeal.pk, other_id=other.pk, kind=kind)
    return liken_appeals(command, actor=getattr(town, who).actor, now=LATER)


def test_a_repeat_keeps_its_history_and_its_reasons(town: Town) -> None:
    first, second = appeals.answered(town), again(town)

    liken(town, second, first)

    kept = Likeness.objects.get()
    assert (kept.kind, kept.reasons[0]) == ("repeat", "same_phone")
    assert kept.score > 0.9
    assert Entry.objects.get(act="liken", appeal_id=second.pk).facts["other"] == first.number
    assert Entry.objects.filter(act="be_likened", appeal_id=first.pk).exists()
    assert [one.decided for one in list_likely(town.registrar.actor, second)] == ["repeat"]


def test_who_had_the_first_one_is_known_when_the_repeat_is_given_out(town: Town) -> None:
    first, second, third = appeals.assigned(town, with_co_executor=True), again(town), again(town)
    liken(town, second, first)
    liken(town, third, second)

    had = executors_before(town.akim.actor, third)

    assert had == {town.executor.official.pk, town.co_executor.official.pk}
    assert executors_before(town.akim.actor, first) == frozenset()


def test_the_answers_on_a_matter_are_those_before_the_new_appeal(town: Town) -> None:
    first = appeals.answered(town)
    second = appeals.received(town, now=first.closed_at)
    liken(town, second, first)

    assert answered_before(town.akim.actor, second) == [first]
    assert answered_before(town.akim.actor, first) == []


def test_a_later_decision_replaces_the_earlier_one(town: Town) -> None:
    first, second = appeals.registered(town), again(town)
    liken(town, second, first)

    liken(town, first, second, "unrelated")

    assert Likeness.objects.get().kind == "unrelated"
    assert executors_before(town.akim.actor, second) == frozenset()


def test_only_listed_kinds_and_only_the_registrar_and_the_head(town: Town) -> None:
    first, second = appeals.registered(town), again(town)

    with pytest.raises(KindNotListed):
        liken(town, second, first, "duplicate")
    with pytest.raises(NotAllowed):
        liken(town, second, first, who="controller")


def test_a_hidden_appeal_cannot_be_named(town: Town) -> None:
    hidden, second = appeals.registered(town), again(town)
    ComplaintTarget.objects.create(appeal=hidden, official=town.registrar.official)

    with pytest.raises(NoSuchOther):
        liken(town, second, hidden)

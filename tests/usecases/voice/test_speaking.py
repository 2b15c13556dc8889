"""The applicant rates an answer and asks the body above to look again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.agencies.models import Post, Tenure
from kairyluu.data.appeals.models import (
    Appeal,
    Assignment,
    ComplaintTarget,
    Handover,
    Promise,
    Rating,
    Recusal,
)
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.voice.objections import find_voice
from kairyluu.rules.facts import Actor
from kairyluu.usecases.voice.ask_review import (
    AskReview,
    NobodyAbove,
    ReasonMissing,
    ReviewTooLate,
    ask_review,
)
from kairyluu.usecases.voice.judge_promise import JudgePromise, judge_promise
from kairyluu.usecases.voice.opening import NothingToSpeakOf
from kairyluu.usecases.voice.rate_answer import RateAnswer, ScoreUnknown, rate_answer
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals, people

VISITOR = Actor()
WHY = "Экинчи суроого жооп берилген жок."


def rate(appeal: Appeal, score: int = 2, *, is_resolved: bool = False) -> Rating:
    command = RateAnswer(appeal_id=appeal.pk, score=score, is_resolved=is_resolved, comment=WHY)
    return rate_answer(command, actor=VISITOR, now=NOW)


def ask(appeal: Appeal, *, days_later: int = 1) -> Appeal:
    now = NOW + timedelta(days=days_later)
    return ask_review(AskReview(appeal_id=appeal.pk, reason=WHY), actor=VISITOR, now=now)


def test_a_rating_stands_beside_the_outcome_and_every_change_is_in_the_journal(town: Town) -> None:
    appeal = appeals.answered(town)

    rate(appeal)
    rate(appeal)
    rate(appeal, 4, is_resolved=True)

    rating = find_voice(appeal.pk, today=TODAY).rating
    assert rating is not None
    assert (rating.score, rating.is_resolved) == (4, True)
    said = (
        Entry.objects.filter(appeal_id=appeal.pk, act="rate").order_by("id").values_list("facts", flat=True)
    )
    assert [facts["score"] for facts in said] == [2, 4]


@pytest.mark.parametrize("score", [0, 6, -1])
def test_the_scale_is_one_to_five(town: Town, score: int) -> None:
    with pytest.raises(ScoreUnknown):
        rate(appeals.answered(town), score)


def test_nothing_is_rated_or_reviewed_before_an_answer(town: Town) -> None:
    appeal = appeals.signed(town)

    for speak in (rate, ask):
        with pytest.raises(NothingToSpeakOf):
            speak(appeal)


def test_the_body_above_gets_a_linked_appeal_with_its_own_clock(town: Town) -> None:
    appeal = appeals.answered(town)
    review = ask(appeal)

    assert (review.body_id, review.state, review.origin_id) == (town.above.pk, "received", appeal.pk)
    assert review.text.startswith(WHY)
    assert review.registration_due_on > TODAY
    appeal.refresh_from_db()
    assert appeal.state == "answered"
    assert Handover.objects.get(appeal=appeal).kind == "review"
    assert Notice.objects.filter(appeal_id=review.pk, code="review_opened").exists()


def test_asked_twice_it_is_one_review(town: Town) -> None:
    appeal = appeals.answered(town)

    assert ask(appeal).pk == ask(appeal).pk
    assert Handover.objects.filter(appeal=appeal).count() == 1


def test_who_handled_it_keeps_out_of_the_review(town: Town) -> None:
    review = ask(appeals.answered(town))

    kept_out = set(Recusal.objects.filter(appeal=review).values_list("official_id", flat=True))
    assert town.akim.official is not None
    assert town.executor.official is not None
    assert {town.akim.official.pk, town.executor.official.pk} <= kept_out


def test_who_stepped_aside_from_the_first_consideration_does_not_stop_the_review(town: Town) -> None:
    appeal = appeals.answered(town)
    Assignment.objects.filter(appeal=appeal).update(is_current=False)
    for official in (town.executor.official, town.registrar.official):
        Recusal.objects.create(appeal=appeal, official=official, reason=WHY, declared_at=NOW)

    review = ask(appeal)

    aside = Recusal.objects.filter(appeal=review).values_list("official_id", flat=True)
    assert {town.executor.official.pk, town.registrar.official.pk, town.akim.official.pk} <= set(aside)


def test_a_review_goes_past_the_body_whose_head_is_complained_about(town: Town) -> None:
    appeal = appeals.answered(town)
    ComplaintTarget.objects.create(appeal=appeal, official=town.overseer.official)
    Post.objects.filter(tenures__official=town.overseer.official).update(role="head")

    assert ask(appeal).body_id == town.above.parent_id


def test_a_review_goes_past_the_body_whose_every_head_had_a_hand_in_the_answer(town: Town) -> None:
    appeal = appeals.answered(town)
    post = people.add_post("above.head", town.above, role="head", title_ky="Башчы", title_ru="Глава")
    Tenure.objects.create(official=town.akim.official, post=post, starts_on=people.SINCE)

    assert ask(appeal).body_id == town.above.parent_id


def test_there_is_a_last_day_and_it_is_data(town: Town) -> None:
    appeal = appeals.answered(town)
    until = find_voice(appeal.pk, today=TODAY).review_until
    assert until is not None
    assert appeal.closed_on is not None
    assert (until - appeal.closed_on).days == 30

    last = (until - TODAY).days
    with pytest.raises(ReviewTooLate):
        ask(appeal, days_later=last + 1)
    assert ask(appeal, days_later=last).n_hops == 1


def test_a_reason_is_wanted_and_somebody_above(town: Town) -> None:
    appeal = appeals.answered(town)
    with pytest.raises(ReasonMissing):
        ask_review(AskReview(appeal_id=appeal.pk, reason="  "), actor=VISITOR, now=NOW)

    top = town.above.parent
    assert top is not None
    for body in (town.above, top):
        body.is_open = False
        body.save()
    with pytest.raises(NobodyAbove):
        ask(appeal)


def test_the_applicant_judges_a_promise_of_his_own_appeal_only(town: Town) -> None:
    appeal, other = appeals.answered(town), appeals.answered(town)
    promise = Promise.objects.create(appeal=appeal, text="Суу берилет.", due_on=TODAY, made_at=NOW)
    said = JudgePromise(appeal_id=appeal.pk, promise_id=promise.pk, agrees=False, note="Суу жок.")

    assert judge_promise(said, actor=VISITOR, now=NOW).applicant_agrees is False
    with pytest.raises(NothingToSpeakOf):
        judge_promise(
            JudgePromise(appeal_id=other.pk, promise_id=promise.pk, agrees=True), actor=VISITOR, now=NOW
        )

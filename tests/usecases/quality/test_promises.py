"""What a letter promised is confirmed by the body; the applicant is told."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest

from kairyluu.data.appeals.models import Appeal, Attachment, Promise
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.voice.objections import find_voice
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.group import GroupAlike, group_alike
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.quality.confirm_promise import (
    ConfirmPromise,
    NoSuchPromise,
    NoteMissing,
    PromiseAlreadyConfirmed,
    confirm_promise,
)
from kairyluu.usecases.tracking.hand_out import FileNotYours, HandOut, hand_out
from kairyluu.usecases.voice.judge_promise import JudgePromise, judge_promise
from kairyluu.usecases.voice.opening import NothingToSpeakOf
from tests.cast import NOW, Member, Town
from tests.faces.portal.conftest import PNG
from tests.factories import appeals
from tests.usecases.quality.test_questions import FULL, SECOND, asked, draft, sign, submit

LATER = NOW + timedelta(days=60)


def promised(town: Town) -> Promise:
    """Of a closed appeal; due on 15 April 2026."""
    appeal = asked(town)
    draft(town, appeal, FULL, SECOND, copy_reason="Бир эле насос.")
    submit(town, appeal)
    sign(town, appeal)
    send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)
    return Promise.objects.get(appeal=appeal)


def confirm(promise: Promise, who: Member, note: str = "Насос орнотулду.") -> Promise:
    command = ConfirmPromise(appeal_id=promise.appeal_id, promise_id=promise.pk, note=note)
    return confirm_promise(command, actor=who.actor, now=LATER)


@pytest.mark.parametrize("who", ["registrar", "akim", "executor"])
def test_it_is_confirmed_on_the_closed_appeal_and_the_applicant_is_told(town: Town, who: str) -> None:
    promise = promised(town)

    confirm(promise, getattr(town, who))

    promise.refresh_from_db()
    entry = Entry.objects.get(act="confirm_promise")
    notice = Notice.objects.get(code="promise_confirmed")
    assert (promise.kept_at, promise.kept_note) == (LATER, "Насос орнотулду.")
    assert (entry.facts["is_late"], entry.reason) == (True, "Насос орнотулду.")
    assert (notice.address, notice.facts["promise"]) == ("aigul@example.org", FULL.measure)
    assert Appeal.objects.get(pk=promise.appeal_id).state == "answered"


def test_not_by_others_not_without_words_and_only_once(town: Town) -> None:
    promise = promised(town)
    other = promised(town)

    for who in (town.co_executor, town.controller, town.overseer):
        with pytest.raises((NotAllowed, Exception), match="not_allowed|appeal_not_found"):
            confirm(promise, who)
    with pytest.raises(NoteMissing):
        confirm(promise, town.akim, "  ")
    confirm(promise, town.akim)
    with pytest.raises(PromiseAlreadyConfirmed):
        confirm(promise, town.akim)
    command = ConfirmPromise(appeal_id=promise.appeal_id, promise_id=other.pk, note="x")
    with pytest.raises(NoSuchPromise):
        confirm_promise(command, actor=town.akim.actor, now=LATER)


def test_an_answer_without_promises_leaves_none(town: Town) -> None:
    appeals.answered(town)

    assert not Promise.objects.exists()
    assert promised(town).due_on == date(2026, 4, 15)


def grouped(town: Town) -> tuple[Promise, Appeal]:
    """A promise in the answer to one appeal, and another of the same cause that this answer answered."""
    lead, member = asked(town), appeals.registered(town, actor=town.stranger.actor)
    group_alike(GroupAlike(lead_id=lead.pk, member_ids=(member.pk,)), actor=town.akim.actor, now=NOW)
    draft(town, lead, FULL, SECOND, copy_reason="Бир эле насос.")
    submit(town, lead)
    sign(town, lead)
    send_answer(SendAnswer(appeal_id=lead.pk), actor=town.registrar.actor, now=NOW)
    return Promise.objects.get(), member


def judge(promise: Promise, appeal_id: UUID, *, agrees: bool, days: int = 61) -> Promise:
    said = JudgePromise(appeal_id=appeal_id, promise_id=promise.pk, agrees=agrees)
    judge_promise(said, actor=Actor(), now=NOW + timedelta(days=days))
    promise.refresh_from_db()
    return promise


def test_each_applicant_of_the_group_is_told_and_speaks_for_himself(town: Town) -> None:
    promise, member = grouped(town)
    confirm(promise, town.akim)
    told = Notice.objects.filter(code="promise_confirmed").values_list("appeal_id", flat=True)
    assert set(told) == {promise.appeal_id, member.pk}

    judge(promise, promise.appeal_id, agrees=True)
    assert judge(promise, member.pk, agrees=False).denied_at is not None

    (seen,) = find_voice(member.pk, today=LATER.date()).promises
    assert (seen.pk, seen.applicant_agrees) == (promise.pk, False)
    (own,) = find_voice(promise.appeal_id, today=LATER.date()).promises
    assert own.applicant_agrees is True
    assert set(Entry.objects.filter(act="judge_promise").values_list("appeal_id", flat=True)) == {
        promise.appeal_id,
        member.pk,
    }


def test_a_denied_promise_may_be_confirmed_anew_and_denied_again(town: Town) -> None:
    promise = promised(town)
    confirm(promise, town.akim)
    stranger = appeals.answered(town)
    with pytest.raises(NothingToSpeakOf):
        judge(promise, stranger.pk, agrees=False)

    assert judge(promise, promise.appeal_id, agrees=False, days=59).denied_at is not None
    confirm(promise, town.akim, "Эми чындап орнотулду.")
    promise.refresh_from_db()
    assert promise.denied_at is None
    assert judge(promise, promise.appeal_id, agrees=False).denied_at is not None
    assert judge(promise, promise.appeal_id, agrees=True).denied_at is None


def test_a_file_is_enough_and_the_applicant_may_take_it(town: Town) -> None:
    promise, member = grouped(town)
    shown = ConfirmPromise(
        appeal_id=promise.appeal_id, promise_id=promise.pk, note="", name="насос.png", content=BytesIO(PNG)
    )
    confirm_promise(shown, actor=town.akim.actor, now=LATER)

    file = Attachment.objects.get(promise=promise)
    for one in (promise.appeal_id, member.pk):
        with hand_out(HandOut(appeal_id=one, attachment_id=file.pk)).content as content:
            assert content.read() == PNG
    with pytest.raises(FileNotYours):
        hand_out(HandOut(appeal_id=appeals.answered(town).pk, attachment_id=file.pk))

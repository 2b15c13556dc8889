"""What a letter promised is confirmed by the body; the applicant is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Promise
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.quality.confirm_promise import (
    ConfirmPromise,
    NoSuchPromise,
    NoteMissing,
    PromiseAlreadyConfirmed,
    confirm_promise,
)
from tests.cast import NOW, Member, Town
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

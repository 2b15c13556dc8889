"""From the draft to the letter: draft, submit, return, sign, send."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Attachment
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.answers.draft_answer import DraftAnswer, OutcomeNotListed, draft_answer
from kairyluu.usecases.answers.return_answer import RemarksMissing, ReturnAnswer, return_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import (
    NoDraft,
    PlaceholderLeft,
    ReasonMissing,
    SubmitAnswer,
    submit_answer,
)
from tests.cast import NOW, Member, Town
from tests.factories import appeals


def draft(town: Town, appeal: Appeal, who: Member | None = None, **changes: Any) -> Answer:
    values: dict[str, Any] = {
        "appeal_id": appeal.pk,
        "text": "Суу берилди.",
        "outcome": "satisfied",
        "measures": "Насос алмаштырылды.",
    }
    return draft_answer(DraftAnswer(**(values | changes)), actor=(who or town.executor).actor, now=NOW)


def submit(town: Town, appeal: Appeal, who: Member | None = None) -> Appeal:
    return submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=(who or town.executor).actor, now=NOW)


def test_a_draft_is_written_over_and_speaks_the_language_of_the_appeal(town: Town) -> None:
    appeal = appeals.assigned(town, reply_language="ru")

    draft(town, appeal)
    answer = draft(town, appeal, text="Вода подана.", outcome="explained")

    assert Answer.objects.get(appeal=appeal).text == "Вода подана."
    assert (answer.language, answer.outcome.code) == ("ru", "explained")


@pytest.mark.parametrize("outcome", ["", "under_control", "refused_consideration", "forwarded", "x"])
def test_only_listed_results_are_outcomes(town: Town, outcome: str) -> None:
    appeal = appeals.assigned(town)

    with pytest.raises(OutcomeNotListed):
        draft(town, appeal, outcome=outcome)


@pytest.mark.parametrize("who", ["co_executor", "registrar", "akim", "overseer"])
def test_only_the_responsible_executor_drafts_and_submits(town: Town, who: str) -> None:
    appeal = appeals.drafted(town, with_co_executor=True)

    with pytest.raises(NotAllowed):
        draft(town, appeal, who=getattr(town, who))
    with pytest.raises(NotAllowed):
        submit(town, appeal, who=getattr(town, who))


def test_without_a_draft_nothing_goes_to_the_head(town: Town) -> None:
    appeal = appeals.assigned(town)
    with pytest.raises(NoDraft):
        submit(town, appeal)

    draft(town, appeal, text="  \n")
    with pytest.raises(NoDraft):
        submit(town, appeal)


def test_a_positive_outcome_says_what_was_done(town: Town) -> None:
    appeal = appeals.assigned(town)
    draft(town, appeal, measures=" ")

    with pytest.raises(ReasonMissing):
        submit(town, appeal)
    draft(town, appeal, measures="", outcome="explained")
    assert submit(town, appeal).state == "awaiting_signature"


@pytest.mark.parametrize("gap", [{"text": "Негиз: {basis}, {facts}"}, {"measures": "{measures}"}])
def test_a_gap_of_the_template_does_not_go_to_the_head(town: Town, gap: dict[str, str]) -> None:
    appeal = appeals.assigned(town)
    draft(town, appeal, **gap)

    with pytest.raises(PlaceholderLeft) as refused:
        submit(town, appeal)

    found = refused.value.facts["placeholders"]
    assert found in (["{basis}", "{facts}"], ["{measures}"])
    assert Appeal.objects.get(pk=appeal.pk).state == "assigned"


def test_a_return_needs_remarks_and_tells_the_executor(town: Town) -> None:
    appeal = appeals.awaiting_signature(town)
    with pytest.raises(RemarksMissing):
        return_answer(ReturnAnswer(appeal_id=appeal.pk, remarks=" "), actor=town.akim.actor, now=NOW)

    back = return_answer(ReturnAnswer(appeal_id=appeal.pk, remarks="Күнү?"), actor=town.akim.actor, now=NOW)

    answer = Answer.objects.get(appeal=appeal)
    assert (back.state, answer.remarks, answer.n_returns, answer.submitted_at) == (
        *("assigned", "Күнү?", 1, None),
    )
    assert Notice.objects.get(code="answer_returned").address == town.executor.email


@pytest.mark.parametrize("who", ["executor", "registrar", "controller", "overseer"])
def test_only_a_head_returns_and_signs(town: Town, who: str) -> None:
    appeal = appeals.awaiting_signature(town)
    actor = getattr(town, who).actor

    with pytest.raises(NotAllowed):
        return_answer(ReturnAnswer(appeal_id=appeal.pk, remarks="Күнү?"), actor=actor, now=NOW)
    with pytest.raises(NotAllowed):
        sign_answer(SignAnswer(appeal_id=appeal.pk, seen_version=appeal.version), actor=actor, now=NOW)
    assert Answer.objects.get(appeal=appeal).signed_at is None


def test_the_signature_carries_the_post_in_the_language_of_the_letter(town: Town) -> None:
    appeal = appeals.signed(town, reply_language="ru")

    answer = Answer.objects.get(appeal=appeal)

    assert (answer.signer, answer.signer_title) == (town.akim.official, town.akim.post.title_ru)
    assert len(answer.verification_code) == 19


def test_nobody_signs_another_text_than_he_saw(town: Town) -> None:
    appeal = appeals.awaiting_signature(town)

    sign = SignAnswer(appeal_id=appeal.pk, seen_version=appeal.version - 1)
    with pytest.raises(ChangedMeanwhile):
        sign_answer(sign, actor=town.akim.actor, now=NOW)


def test_sending_numbers_closes_and_files_the_letter(town: Town) -> None:
    appeal = appeals.answered(town)

    answer = Answer.objects.get(appeal=appeal)
    assert (answer.outgoing_number, appeal.state, appeal.is_open) == ("АЛ-Ж-2026-00001", "answered", False)
    assert appeal.outcome is not None
    assert appeal.outcome.code == "satisfied"
    assert Attachment.objects.get(appeal=appeal).purpose == "letter"
    assert Notice.objects.filter(code="answer_ready", appeal_id=appeal.pk).exists()
    assert Entry.objects.get(act="send_answer").facts["is_late"] is False


def test_a_late_answer_is_journalled_as_late_and_never_sent_twice(town: Town) -> None:
    appeal = appeals.signed(town)
    late = NOW + timedelta(days=30)
    send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=late)

    with pytest.raises(NotAllowed):
        send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=late)

    assert Entry.objects.get(act="send_answer").facts["is_late"] is True


@pytest.mark.parametrize("who", ["executor", "controller"])
def test_only_registrar_and_heads_send(town: Town, who: str) -> None:
    appeal = appeals.signed(town)

    with pytest.raises(NotAllowed):
        send_answer(SendAnswer(appeal_id=appeal.pk), actor=getattr(town, who).actor, now=NOW)

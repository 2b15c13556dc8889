"""The whole life of an appeal by its acts: the first journey, without pages."""

from __future__ import annotations

import io

from django.core import mail
from pypdf import PdfReader

from kairyluu.data.appeals.models import Answer, Attachment
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways import files
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.notices.deliver import DeliverNotice, deliver_notice
from tests.cast import NOW, Town
from tests.factories import appeals


def test_from_submission_to_the_letter_in_the_applicants_hands(town: Town) -> None:
    appeal = appeals.returned(town)
    better = DraftAnswer(
        appeal_id=appeal.pk,
        text="Насос 1-апрелге чейин алмаштырылат.",
        outcome="satisfied",
        measures="Сатып алынды.",
    )
    draft_answer(better, actor=town.executor.actor, now=NOW)
    waiting = submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=town.executor.actor, now=NOW)
    sign_answer(SignAnswer(appeal_id=appeal.pk, seen_version=waiting.version), actor=town.akim.actor, now=NOW)
    done = send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)

    assert (done.state, done.is_open, done.due_on) == ("answered", False, None)
    assert Answer.objects.get(appeal=done).outgoing_number == "АЛ-Ж-2026-00001"
    acts = list(Entry.objects.filter(appeal_id=done.pk).values_list("act", flat=True))
    assert acts == [
        *("submit", "register", "resolve", "draft_answer", "submit_answer", "return_answer"),
        *("draft_answer", "submit_answer", "sign_answer", "send_answer"),
    ]


def test_the_letter_says_what_was_signed_and_is_filed(town: Town) -> None:
    appeal = appeals.answered(town)

    letter = Attachment.objects.get(appeal=appeal, purpose="letter")
    with files.open(letter.sha256) as content:
        text = PdfReader(io.BytesIO(content.read())).pages[0].extract_text()
    assert "Насос 5-мартта оңдолду" in text
    assert town.akim.account.full_name in text
    assert appeal.number in text


def test_the_letter_goes_out_with_the_answer_attached_and_only_once(
    town: Town, mailoutbox: list[mail.EmailMessage]
) -> None:
    appeal = appeals.answered(town)
    notice = Notice.objects.get(appeal_id=appeal.pk, code="answer_ready")

    first = deliver_notice(DeliverNotice(notice_id=notice.pk), actor=SYSTEM_ACTOR, now=NOW)
    again = deliver_notice(DeliverNotice(notice_id=notice.pk), actor=SYSTEM_ACTOR, now=NOW)

    assert (first, again) == ("sent", "sent")
    assert [len(letter.attachments) for letter in mailoutbox] == [1]
    assert appeal.number in mailoutbox[0].subject

"""What the applicant said, asked and replied stands in the proof file; the number of a review does not, for the first body."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import uuid4

from kairyluu.rules.facts import Actor
from kairyluu.usecases.files.upload import UploadToForm, upload_to_form
from kairyluu.usecases.hands.ask_applicant import AskApplicant, ask_applicant
from kairyluu.usecases.hands.reply import ReplyToQuestion, reply_to_question
from kairyluu.usecases.voice.ask_review import AskReview, ask_review
from kairyluu.usecases.voice.rate_answer import RateAnswer, rate_answer
from tests.cast import NOW, Town
from tests.faces.portal.conftest import PNG
from tests.factories import appeals
from tests.usecases.proof.test_take import close, take, text_of

WHY = "Экинчи суроого жооп берилген жок."


def test_a_review_is_told_without_its_number_and_the_rating_in_words(town: Town) -> None:
    appeal = appeals.answered(town)
    said = RateAnswer(appeal_id=appeal.pk, score=1, is_resolved=False)
    rate_answer(said, actor=Actor(), now=NOW)
    review = ask_review(AskReview(appeal_id=appeal.pk, reason=WHY), actor=Actor(), now=NOW)

    paper = close(text_of(take(town.akim, appeal)))

    assert close("Арыз ээси жогорудан кайра кароону сурады") in paper
    assert close(WHY) in paper
    assert review.tracking_number not in paper
    assert str(review.pk) not in paper


def test_a_reply_stands_with_its_files(town: Town) -> None:
    appeal, key = appeals.assigned(town), uuid4()
    asked = AskApplicant(appeal_id=appeal.pk, question="Кайсы көчөдө суу жок?", due_on=date(2026, 3, 17))
    ask_applicant(asked, actor=town.akim.actor, now=NOW)
    file = UploadToForm(submission_key=key, name="насос.png", content=BytesIO(PNG))
    kept = upload_to_form(file, actor=Actor(), now=NOW)
    reply = ReplyToQuestion(appeal_id=appeal.pk, text="Жаштыкта.", submission_key=key)
    reply_to_question(reply, actor=Actor(), now=NOW)

    paper = close(text_of(take(town.akim, appeal)))

    assert close("Жаштыкта.; насос.png") in paper
    assert kept.sha256[:16] in paper

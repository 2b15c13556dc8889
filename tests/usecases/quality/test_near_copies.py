"""An answer that repeats an earlier one, or says nothing, is justified before it goes to the head and is signed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kairyluu.data.appeals.models import Answer, AnswerPrint, Appeal, Assignment, ComplaintTarget, NearCopy
from kairyluu.data.journal.models import Entry
from kairyluu.queries.cases.answer_texts import list_answer_templates
from kairyluu.queries.quality.near_copies import list_near_copies, list_near_copies_now
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.originality import NearCopyUnexplained
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from tests.cast import NOW, Member, Town
from tests.factories import appeals

FIRST = (
    "Айылдын башкы суу түтүгү 3-мартта текшерилди. Насостун мотору күйүп кеткени аныкталды, ал эми кампада "
    "мындай мотор жок болгондуктан Оштон буйрутма берилди. Мотор келгиче суу күнүнө эки жолу, эртең менен жана "
    "кечинде берилет, ага айылдык суу кызматынын кезекчиси жооптуу."
)
COPY = FIRST.replace("3-мартта", "9-мартта").replace("Оштон", "Бишкектен").replace("мотору", "моторунун")
OWN = (
    "Көчөңүздөгү жарык өчкөнүн электр тармактарынын бригадасы 8-мартта көрдү: трансформатордун майы агып кеткен. "
    "Жаңысы 12-мартта коюлат, ага чейин үйүңүзгө убактылуу линия тартылды. Бригадирдин телефону менен кабарлашыңыз."
)


def answered(town: Town, text: str = FIRST, **changes: Any) -> Appeal:
    appeal = appeals.assigned(town, **changes)
    draft(town, appeal, text)
    submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=town.executor.actor, now=NOW)
    sign(town, appeal)
    return send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)


def draft(town: Town, appeal: Appeal, text: str, reason: str = "", who: Member | None = None) -> Answer:
    command = DraftAnswer(appeal_id=appeal.pk, text=text, outcome="explained", copy_reason=reason)
    return draft_answer(command, actor=(who or town.executor).actor, now=NOW + timedelta(hours=1))


def submit(town: Town, appeal: Appeal) -> Appeal:
    return submit_answer(
        SubmitAnswer(appeal_id=appeal.pk), actor=town.executor.actor, now=NOW + timedelta(hours=2)
    )


def sign(town: Town, appeal: Appeal, reason: str = "", who: Member | None = None) -> Appeal:
    seen = Appeal.objects.get(pk=appeal.pk).version
    command = SignAnswer(appeal_id=appeal.pk, seen_version=seen, copy_reason=reason)
    return sign_answer(command, actor=(who or town.akim).actor, now=NOW + timedelta(hours=3))


def test_a_near_copy_is_found_and_goes_to_the_head_only_with_a_reason(town: Town) -> None:
    earlier, appeal = answered(town), appeals.assigned(town)

    draft(town, appeal, COPY)
    with pytest.raises(NearCopyUnexplained) as refused:
        submit(town, appeal)
    draft(town, appeal, COPY, "Ошол эле насос, ошол эле көчө.")
    submit(town, appeal)

    row = NearCopy.objects.get(appeal=appeal)
    facts = Entry.objects.filter(act="submit_answer", appeal_id=appeal.pk).get().facts
    assert (row.other_id, row.reason) == (earlier.pk, "Ошол эле насос, ошол эле көчө.")
    assert 0.7 < row.share < 1
    assert refused.value.facts["shares"] == facts["shares"] == [round(100 * row.share)]
    assert facts["justified"] == row.reason
    assert sign(town, appeal).state == "signed"


def test_words_of_ones_own_pass_and_take_the_place_of_what_was_found_before(town: Town) -> None:
    answered(town)
    appeal = appeals.assigned(town)
    draft(town, appeal, COPY)

    draft(town, appeal, OWN)

    assert not NearCopy.objects.filter(appeal=appeal).exists()
    assert submit(town, appeal).state == "awaiting_signature"


def test_what_the_template_puts_there_is_not_copied(town: Town) -> None:
    template = next(t for t in list_answer_templates("ky", town.body.code) if t.code == "explained").text
    filled = template.replace("{explanation}", "{words}").replace("{next_step}", "Күтө туруңуз.")
    for name in ("applicant", "date", "number", "subject", "body", "basis", "higher_body"):
        filled = filled.replace(f"{{{name}}}", "белгилүү")
    answered(town, filled.replace("{words}", FIRST))
    appeal = appeals.assigned(town)

    draft(town, appeal, filled.replace("{words}", OWN))

    assert not NearCopy.objects.filter(appeal=appeal).exists()
    assert AnswerPrint.objects.get().n_words < 60


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Маселе боюнча тиешелүү чаралар көрүлөт.", "тиешелүү чаралар көрүлөт"),
        ("Кайрылууңуз эске алынды, рахмат.", "кайрылууңуз эске алынды"),
    ],
)
def test_empty_words_are_justified_too(town: Town, text: str, phrase: str) -> None:
    appeal = appeals.assigned(town)

    draft(town, appeal, text)

    assert NearCopy.objects.get(appeal=appeal).empty_phrases == [phrase]
    with pytest.raises(NearCopyUnexplained):
        submit(town, appeal)


def test_an_answer_that_only_repeats_the_appeal_is_found(town: Town) -> None:
    told = "Биздин айылда мектептин чатыры эки жылдан бери агат, класстарда суу, балдар үшүйт. " + OWN
    appeal = appeals.assigned(town, text=told)

    draft(town, appeal, told)

    row = NearCopy.objects.get(appeal=appeal)
    assert (row.other_id, row.share) == (None, 1.0)


def test_an_executor_is_not_shown_the_answers_of_others_but_the_head_is_asked(town: Town) -> None:
    earlier, appeal = answered(town), appeals.assigned(town)
    Assignment.objects.filter(appeal=earlier).update(executor=town.co_executor.official)

    draft(town, appeal, COPY)
    submit(town, appeal)

    answer = Answer.objects.get(appeal=appeal)
    shown = list_near_copies_now(town.akim.actor, Appeal.objects.get(pk=appeal.pk), answer)
    assert [row.other_id for row in shown] == [earlier.pk]
    with pytest.raises(NearCopyUnexplained):
        sign(town, appeal)
    sign(town, appeal, "Бир насос, эки көчө.")
    assert NearCopy.objects.get(appeal=appeal).author_id == town.akim.official.pk


def test_a_hidden_complaint_is_neither_shown_nor_asked_about(town: Town) -> None:
    earlier, appeal = answered(town), appeals.assigned(town)
    draft(town, appeal, COPY, "Ошол эле насос.")
    submit(town, appeal)
    ComplaintTarget.objects.create(appeal=earlier, official=town.akim.official)

    mine = Appeal.objects.get(pk=appeal.pk)
    assert list_near_copies(town.akim.actor, mine) == []
    assert list_near_copies_now(town.akim.actor, mine, Answer.objects.get(appeal=appeal)) == []
    assert list_near_copies(town.deputy.actor, mine)
    assert sign(town, appeal).state == "signed"


def test_other_bodies_do_not_count(town: Town) -> None:
    answered(town)
    appeal = appeals.assigned(town)
    AnswerPrint.objects.update(bands=[1, 2, 3])

    draft(town, appeal, COPY)

    assert not NearCopy.objects.filter(appeal=appeal).exists()

"""Each question of an appeal gets its answer, or the letter is not signed."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from kairyluu.data.appeals.models import Answer, Appeal, Promise, Question
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Setting
from kairyluu.queries.hands.parts import mark_given
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.answers.checking import AnswerIncomplete, PromiseInThePast
from kairyluu.usecases.answers.draft_answer import DraftAnswer, Point, draft_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.files.open_file import OpenFile, open_file
from kairyluu.usecases.hands.forward_part import ForwardPart, forward_part
from kairyluu.usecases.quality.list_questions import ListQuestions, QuestionNotYours, list_questions
from tests.cast import NOW, Member, Town
from tests.factories import appeals

ASKED = ("Насос качан оңдолот?", "Суу эмне үчүн бүгүн да жок?")
FULL = Point(
    position=1,
    answer="Насос апрелде алмаштырылат.",
    norm="Суу кодекси, 22-берене",
    measure="Жаңы насос орнотулат.",
    done_by=date(2026, 4, 15),
    is_promise=True,
)
SECOND = Point(
    position=2,
    answer="Көмөкчү насос иштетилди.",
    norm="Суу кодекси, 22-берене",
    measure="Суу түнү берилет.",
    done_by=date(2026, 3, 9),
)


def ask(town: Town, appeal: Appeal, who: Member, *questions: str) -> Appeal:
    return list_questions(ListQuestions(appeal_id=appeal.pk, questions=questions), actor=who.actor, now=NOW)


def draft(town: Town, appeal: Appeal, *points: Point, **changes: Any) -> Answer:
    values: dict[str, Any] = {"text": "Суу берилди.", "outcome": "satisfied", "measures": "Насос."}
    command = DraftAnswer(appeal_id=appeal.pk, points=points, **(values | changes))
    return draft_answer(command, actor=town.executor.actor, now=NOW)


def submit(town: Town, appeal: Appeal) -> Appeal:
    return submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=town.executor.actor, now=NOW)


def give_away(town: Town, appeal: Appeal, question: str) -> None:
    command = ForwardPart(appeal_id=appeal.pk, to=town.ministry.code, part=question, reason="Анын ыйгарымы.")
    forward_part(command, actor=town.akim.actor, now=NOW)


def asked(town: Town) -> Appeal:
    return ask(town, appeals.assigned(town), town.registrar, *ASKED)


def reason_is_enough(town: Town) -> None:
    town.body.answer_check = "reason"
    town.body.save()


def test_registrar_head_and_executor_list_them_and_nobody_else(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)

    for who in (town.registrar, town.deputy, town.executor):
        ask(town, appeal, who, *ASKED)
    for who in (town.co_executor, town.controller):
        with pytest.raises(NotAllowed):
            ask(town, appeal, who, "Башка суроо?")

    assert [q.text for q in Question.objects.filter(appeal=appeal)] == list(ASKED)


def test_one_in_the_same_words_keeps_its_answer_when_the_list_changes(town: Town) -> None:
    appeal = asked(town)
    draft(town, appeal, FULL)

    ask(town, appeal, town.executor, "Жаңы суроо?", *ASKED)

    kept = Question.objects.get(appeal=appeal, text=ASKED[0])
    assert (kept.position, kept.norm, kept.is_promise) == (2, FULL.norm, True)


def test_who_answers_does_not_take_a_question_of_the_registrar_away(town: Town) -> None:
    appeal = asked(town)
    ask(town, appeal, town.executor, *ASKED, "Өзүм коштум?")

    ask(town, appeal, town.executor, *ASKED)
    with pytest.raises(QuestionNotYours):
        ask(town, appeal, town.executor, ASKED[0])
    ask(town, appeal, town.akim, ASKED[0])

    assert Question.objects.filter(appeal=appeal).count() == 1
    assert Entry.objects.filter(act="list_questions").last().facts["removed"] == [ASKED[1]]


def test_an_open_question_keeps_the_draft_from_the_head(town: Town) -> None:
    appeal = asked(town)
    draft(town, appeal, FULL, Point(position=2, answer="Ооба."))

    with pytest.raises(AnswerIncomplete) as refused:
        submit(town, appeal)
    draft(town, appeal, FULL, SECOND)

    assert refused.value.facts["gaps"] == ["2.norm", "2.measure", "2.done_by"]
    assert submit(town, appeal).state == "awaiting_signature"


def test_a_body_may_let_it_stay_open_with_a_reason_which_is_journalled(town: Town) -> None:
    reason_is_enough(town)
    appeal = asked(town)

    draft(town, appeal, FULL)
    with pytest.raises(AnswerIncomplete):
        submit(town, appeal)
    draft(town, appeal, FULL, gaps_reason="Экинчи суроого министрлик жооп берет.")
    submit(town, appeal)

    facts = Entry.objects.get(appeal_id=appeal.pk, act="submit_answer").facts
    assert facts["left_open"] == ["2.answer", "2.norm", "2.measure", "2.done_by"]
    assert facts["left_open_because"] == "Экинчи суроого министрлик жооп берет."
    assert sign(town, appeal).state == "signed"


def test_the_head_does_not_sign_what_a_stricter_rule_finds_open(town: Town) -> None:
    reason_is_enough(town)
    appeal = asked(town)
    draft(town, appeal, FULL, gaps_reason="Кийин.")
    submit(town, appeal)
    town.body.answer_check = "block"
    town.body.save()

    with pytest.raises(AnswerIncomplete):
        sign(town, appeal)


def test_without_listed_questions_the_letter_answers_the_whole_unless_a_list_is_demanded(town: Town) -> None:
    first, second = appeals.assigned(town), appeals.assigned(town)
    for appeal in (first, second):
        draft(town, appeal)

    submit(town, first)
    Setting.objects.filter(code="answer_questions_needed").update(value="yes")

    with pytest.raises(AnswerIncomplete) as refused:
        submit(town, second)
    assert refused.value.facts["gaps"] == ["0.questions"]


def test_what_is_promised_lies_ahead(town: Town) -> None:
    appeal = asked(town)
    past = Point(**(SECOND.__dict__ | {"is_promise": True}))
    draft(town, appeal, FULL, past)

    with pytest.raises(PromiseInThePast) as refused:
        submit(town, appeal)

    assert refused.value.facts["questions"] == [2]


def test_the_letter_answers_point_by_point_promises_stay_open_and_it_says_how_to_complain(town: Town) -> None:
    appeal = asked(town)
    draft(town, appeal, FULL, SECOND)
    submit(town, appeal)
    sign(town, appeal)
    send_answer(SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW + timedelta(days=1))

    letter = written(town, appeal)
    promise = Promise.objects.get(appeal=appeal)
    assert all(part in letter for part in (ASKED[0], FULL.answer, FULL.norm, "15.04.2026", SECOND.measure))
    assert (promise.text, promise.due_on, promise.kept_at) == (FULL.measure, FULL.done_by, None)
    assert town.above.name("ky") in letter
    assert "10.04.2026 чейин" in letter
    assert "Сотко" in letter


def sign(town: Town, appeal: Appeal) -> Appeal:
    seen = Appeal.objects.get(pk=appeal.pk).version
    return sign_answer(SignAnswer(appeal_id=appeal.pk, seen_version=seen), actor=town.akim.actor, now=NOW)


def written(town: Town, appeal: Appeal) -> str:
    file = appeal.attachments.get(purpose="letter")
    opened = open_file(OpenFile(appeal_id=appeal.pk, file_id=file.pk), actor=town.registrar.actor, now=NOW)
    with opened.content as content:
        pages = PdfReader(io.BytesIO(content.read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_question_that_went_to_another_body_is_left_to_it(town: Town) -> None:
    appeal = asked(town)
    draft(town, appeal, FULL)
    with pytest.raises(AnswerIncomplete):
        submit(town, appeal)

    give_away(town, appeal, f"{ASKED[1]}\nЖөлөкпул качан төлөнөт?")

    assert submit(town, appeal).state == "awaiting_signature"
    assert [one.given is not None for one in mark_given(appeal.pk, appeal.questions.all())] == [False, True]

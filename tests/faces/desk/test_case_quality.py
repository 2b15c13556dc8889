"""On the case page: questions listed, answered one by one, a near copy shown and justified, a promise confirmed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, NearCopy, Promise, Question
from kairyluu.rules.facts import Actor
from kairyluu.usecases.voice.judge_promise import JudgePromise, judge_promise
from tests.cast import NOW, TODAY, Town
from tests.faces.desk.case_pages import at_desk, do, hidden_fields, text_of, url
from tests.factories import appeals
from tests.usecases.quality.test_near_copies import COPY, OWN, answered
from tests.usecases.quality.test_promises import promised

POINT = {
    "answer_1": "Насос апрелде алмаштырылат.",
    "norm_1": "Суу кодекси, 22-берене",
    "measure_1": "Жаңы насос орнотулат.",
    "done_by_1": "2026-04-15",
    "is_promise_1": "on",
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=5))


def test_questions_are_listed_one_a_line_and_each_is_answered_in_the_draft(town: Town) -> None:
    appeal = appeals.assigned(town)

    do(at_desk(town.registrar), appeal, "questions", questions="Качан оңдолот?\n\nЭмне үчүн?")
    executor = at_desk(town.executor)
    page = do(executor, appeal, "draft", text="Жооп.", outcome="explained", **POINT)
    refused = do(executor, appeal, "submit", "draft", text="Жооп.", outcome="explained", **POINT)

    first, second = Question.objects.filter(appeal=appeal)
    assert (first.norm, first.is_promise, second.answer) == (POINT["norm_1"], True, "")
    assert "Жаңы насос орнотулат." in text_of(page)
    assert refused.status_code == 422
    assert "2-суроо: жооп, колдонулган ченем" in text_of(refused)


def test_a_promise_needs_its_day(town: Town) -> None:
    appeal = appeals.assigned(town)
    do(at_desk(town.akim), appeal, "questions", questions="Качан оңдолот?")

    page = do(
        at_desk(town.executor), appeal, "draft", text="Ж", outcome="explained", **(POINT | {"done_by_1": ""})
    )

    assert page.status_code == 422
    assert "Качан жасалаарын жазыңыз" in text_of(page)


def test_a_near_copy_is_shown_side_by_side_returned_and_rewritten(town: Town) -> None:
    earlier, appeal = answered(town), appeals.assigned(town)
    executor, akim = at_desk(town.executor), at_desk(town.akim)

    refused = do(executor, appeal, "submit", "draft", text=COPY, outcome="explained")
    beside = executor.get(url(appeal, "copies/"))
    share = round(100 * NearCopy.objects.get(appeal=appeal).share)
    do(executor, appeal, "submit", "draft", text=COPY, outcome="explained", copy_reason="Ошол эле насос.")
    read = akim.get(url(appeal))
    do(akim, appeal, "return", remarks="Өз сөзүңүз менен жазыңыз.")
    do(executor, appeal, "submit", "draft", text=OWN, outcome="explained")
    do(akim, appeal, "sign", "return")

    assert refused.status_code == 422
    assert f"{share} % окшош: № {earlier.number} жооп" in text_of(refused)
    assert "draft_answer-copy_reason" in text_of(refused)
    assert "<mark>" in text_of(beside)
    assert "Ошол эле насос." in text_of(read)
    assert Appeal.objects.get(pk=appeal.pk).state == "signed"
    assert Answer.objects.get(appeal=appeal).n_returns == 1


def test_save_and_compare_says_when_nothing_is_alike(town: Town) -> None:
    appeal = appeals.assigned(town)

    page = do(at_desk(town.executor), appeal, "draft", text=OWN, outcome="explained", compare="1")

    assert "окшошу табылган жок" in text_of(page)


def test_a_promise_is_confirmed_on_the_closed_case(town: Town) -> None:
    promise = promised(town)
    appeal = Appeal.objects.get(pk=promise.appeal_id)
    akim = at_desk(town.akim)

    own_page = url(appeal, f"promises/{promise.pk}/")
    page = akim.get(own_page)
    assert promise.text in text_of(page)
    seen = hidden_fields(page.content.decode(), own_page)
    assert "же аны көрсөткөн файлды" in text_of(akim.post(own_page, seen | {"note": ""}))
    akim.post(own_page, seen | {"note": "Насос орнотулду."})
    again = akim.get(url(appeal))

    assert Promise.objects.get().kept_note == "Насос орнотулду."
    assert "Насос орнотулду." in text_of(again)
    assert f"promises/{promise.pk}/" not in text_of(again)


def test_open_promises_stand_in_a_list_of_their_own_for_who_may_see_them(town: Town) -> None:
    promise = promised(town)

    mine = at_desk(town.akim).get("/desk/promises/")
    foreign = at_desk(town.foreign_head).get("/desk/promises/")

    assert promise.text in text_of(mine)
    assert promise.text not in text_of(foreign)


def test_a_promise_stands_on_the_board_one_click_from_confirming_and_a_denied_one_also_above(
    town: Town,
) -> None:
    promise = promised(town)
    Promise.objects.update(due_on=TODAY - timedelta(days=1))
    confirming = f"/desk/appeals/{promise.appeal_id}/promises/{promise.pk}/"

    board = at_desk(town.akim).get("/desk/control/").content.decode()
    assert confirming in board
    assert f"Убада берилген: {promise.text}" in board
    said = JudgePromise(appeal_id=promise.appeal_id, promise_id=promise.pk, agrees=False, note="Суу жок.")
    judge_promise(said, actor=Actor(), now=NOW)
    assert "убада аткарылган жок: 1" in text_of(at_desk(town.akim).get("/desk/control/"))
    assert "убада аткарылган жок: 1" in text_of(at_desk(town.overseer).get("/watch/control/"))

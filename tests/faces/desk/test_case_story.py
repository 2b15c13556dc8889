"""One appeal from its number to the letter, page by page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Assignment
from kairyluu.data.journal.models import Entry, Look
from kairyluu.queries.cases.answer_texts import list_answer_templates
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, hidden_fields, text_of, url
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def test_the_whole_story_by_pages(town: Town) -> None:
    appeal = appeals.received(town)
    registrar, akim = at_desk(town.registrar), at_desk(town.akim)
    executor, helper = at_desk(town.executor), at_desk(town.co_executor)

    assert "АЛ-2026-00001" in text_of(do(registrar, appeal, "register", topic="utilities"))
    order = {
        "text": "Жеринде текшериңиз.",
        "lead": town.executor.official.code,
        "co_1": town.co_executor.official.code,
        "part_1": "Насостун абалы",
        "due_on": "2026-03-20",
        "is_under_control": "on",
    }
    assert "Насостун абалы" in text_of(do(akim, appeal, "resolve", **order))
    assert "Насос күйгөн" in text_of(do(helper, appeal, "contribute", text="Насос күйгөн."))
    answer = {"text": "Суу берилди.", "outcome": "satisfied", "measures": "Насос алмаштырылды."}
    assert "Суу берилди." in text_of(do(executor, appeal, "submit", form_of="draft", **answer))
    assert "Күнүн жазыңыз" in text_of(do(akim, appeal, "return", remarks="Күнүн жазыңыз."))
    again = answer | {"text": "Суу 5-мартта берилди."}
    do(executor, appeal, "submit", form_of="draft", **again)
    do(akim, appeal, "sign", form_of="return")
    sent = text_of(do(registrar, appeal, "send"))

    assert "АЛ-Ж-2026-00001" in sent
    appeal.refresh_from_db()
    assert (appeal.state, appeal.topic.code, appeal.is_under_control) == ("answered", "utilities", True)
    assert Answer.objects.get(appeal=appeal).text == "Суу 5-мартта берилди."
    assert Assignment.objects.get(appeal=appeal, is_lead=False).contribution == "Насос күйгөн."
    acts = list(Entry.objects.filter(appeal_id=appeal.pk).values_list("act", flat=True))
    assert acts == [
        *("submit", "register", "resolve", "contribute", "draft_answer", "submit_answer"),
        *("return_answer", "draft_answer", "submit_answer", "sign_answer", "send_answer"),
    ]


def test_every_look_is_recorded(town: Town) -> None:
    appeal = appeals.registered(town)

    at_desk(town.akim).get(url(appeal))
    at_desk(town.foreign_head).get(url(appeal))

    looks = Look.objects.filter(appeal_id=appeal.pk)
    assert [(look.actor_name, look.what) for look in looks] == [(town.akim.account.full_name, "case")]


def test_a_template_is_put_in_after_what_was_typed_and_a_gap_holds_the_answer_back(town: Town) -> None:
    appeal = appeals.assigned(town)
    executor = at_desk(town.executor)
    template = next(t for t in list_answer_templates("ky", town.body.code) if t.outcome_code == "satisfied")

    typed = {"text": "Менин сөзүм.", "outcome": "", "measures": "Насос алмашты."}
    page = text_of(do(executor, appeal, "draft", insert="1", template=str(template.pk), **typed))

    assert "Менин сөзүм.\n\nУрматтуу Үлгүбаева Айгүл Токтосуновна" in page
    assert f"10.03.2026 күнү № {appeal.number}" in page
    assert "Аткарылган иш: Насос алмашты." in page
    assert not Answer.objects.filter(appeal=appeal).exists()
    unfinished = {"text": "Негиз: {basis}", "outcome": "satisfied", "measures": "Насос алмашты."}
    refused = do(executor, appeal, "submit", form_of="draft", **unfinished)
    assert refused.status_code == 422
    assert "{basis}.</a>" in text_of(refused)
    finished = unfinished | {"text": "Негиз: мыйзам."}
    form = hidden_fields(refused.content.decode(), url(appeal, "draft/"))
    executor.post(url(appeal, "submit/"), form | finished)
    assert Appeal.objects.get(pk=appeal.pk).state == "awaiting_signature"


def test_a_phrase_and_more_rows_change_only_the_form(town: Town) -> None:
    appeal = appeals.registered(town)
    akim = at_desk(town.akim)

    with_phrase = do(akim, appeal, "resolve", insert="1", phrase="0", text="Н. Сыналбаев.", part_2="бөлүгү")
    with_rows = do(akim, appeal, "resolve", more="1", text="Н. Сыналбаев.", part_2="бөлүгү")

    assert "Н. Сыналбаев. " in text_of(with_phrase)
    assert 'name="co_4"' in text_of(with_rows)
    assert all('value="бөлүгү"' in text_of(page) for page in (with_phrase, with_rows))
    assert Appeal.objects.get(pk=appeal.pk).state == "registered"


def test_refusing_takes_a_ground_a_reason_and_a_second_look(town: Town) -> None:
    appeal = appeals.received(town)
    registrar = at_desk(town.registrar)
    page = registrar.get(url(appeal, "refuse/"))
    assert "6-1-берене" in text_of(page)
    reason = "Текстте мекеменин кызматкерлерине карата адепсиз сөздөр колдонулган."
    typed = {"seen_version": appeal.version, "ground": "profanity", "reason": "Кыска."}

    short = registrar.post(url(appeal, "refuse/"), typed)
    asked = registrar.post(url(appeal, "refuse/"), typed | {"reason": reason})
    assert (short.status_code, asked.status_code) == (422, 200)
    assert Appeal.objects.get(pk=appeal.pk).state == "received"
    done = registrar.post(url(appeal, "refuse/"), typed | {"reason": reason, "confirm": "1"}, follow=True)

    assert reason in text_of(done)
    appeal.refresh_from_db()
    assert (appeal.state, appeal.number) == ("refused", "АЛ-2026-00001")


def test_a_note_asks_a_colleague_and_a_stranger_to_the_case_cannot_be_asked(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)
    executor = at_desk(town.executor)

    asked = do(executor, appeal, "note", text="Насос качан келет?", asks=town.co_executor.official.code)
    refused = do(executor, appeal, "note", text="Сизге суроо", asks=town.controller.official.code)

    assert "Насос качан келет?" in text_of(asked)
    assert refused.status_code == 422
    assert "Сизге суроо" in text_of(refused)

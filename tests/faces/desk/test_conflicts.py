"""Conflicts of interest as officials meet them: the question about words, stepping aside, what the slip says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, offers, text_of, url
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def in_words(town: Town, words: str = "акимдин үстүнөн") -> Appeal:
    return appeals.received(town, kind="complaint", targets=(Target(description=words),))


def decide(client: Client, appeal: Appeal, official: str) -> object:
    page = client.get(url(appeal, "match/"))
    assert page.status_code == 200
    fields = {"official": official, "seen_version": str(appeal.version)}
    return client.post(url(appeal, "match/"), fields, follow=True)


def test_the_registrar_is_asked_and_the_head_sends_it_above(town: Town) -> None:
    appeal, registrar = in_words(town), at_desk(town.registrar)
    page = text_of(registrar.get(url(appeal)))
    assert "Арыз ушул адамдардын бирине каратабы?" in page
    assert town.akim.official.full_name in page

    done = decide(registrar, appeal, town.akim.official.code)

    assert "жогору турган органга өттү" in text_of(done)
    for who in (town.registrar, town.deputy, town.controller, town.akim):
        assert at_desk(who).get(url(appeal)).status_code == 404


def test_somebody_else_is_decided_and_registering_goes_on(town: Town) -> None:
    appeal, registrar = in_words(town), at_desk(town.registrar)
    early = registrar.post(url(appeal, "register/"), {"seen_version": str(appeal.version)})
    assert early.status_code == 422
    assert "Адегенде" in text_of(early)
    assert registrar.post(url(appeal, "match/"), {"seen_version": "1"}).status_code == 422

    page = text_of(decide(registrar, appeal, "-"))

    assert "бири да эмес" in page
    assert offers(page, appeal, "register")
    assert "каратабы?" not in page


def test_a_decision_made_twice_is_told_and_a_stranger_is_not_asked(town: Town) -> None:
    appeal, registrar = in_words(town), at_desk(town.registrar)
    late = registrar.post(url(appeal, "match/"), {"official": "-", "seen_version": "99"})
    assert late.status_code == 409

    decide(registrar, appeal, "-")

    assert registrar.get(url(appeal, "match/")).status_code == 302
    assert at_desk(town.foreign_registrar).get(url(appeal, "match/")).status_code == 404
    assert at_desk(town.controller).get(url(appeal, "match/")).status_code == 302


def test_an_executor_steps_aside_on_a_page_of_its_own(town: Town) -> None:
    appeal, executor = appeals.assigned(town), at_desk(town.executor)
    assert offers(text_of(executor.get(url(appeal))), appeal, "declare-conflict")
    page = executor.get(url(appeal, "declare-conflict/"))
    assert text_of(page).count("<h1") == 1
    seen = {"seen_version": str(appeal.version)}
    assert executor.post(url(appeal, "declare-conflict/"), seen | {"reason": "ооба"}).status_code == 422

    done = executor.post(
        url(appeal, "declare-conflict/"), seen | {"reason": "Арыз ээси менин тууганым."}, follow=True
    )

    assert "Сиз мындан ары" in text_of(done)
    assert executor.get(url(appeal)).status_code == 404
    told = text_of(at_desk(town.akim).get(url(appeal)))
    assert "Арыз ээси менин тууганым." in told
    assert "Аракет четке кагылды" in told


def test_the_body_above_reads_why_the_complaint_is_with_it(town: Town) -> None:
    appeal = appeals.received(town, kind="complaint", targets=(Target(official=town.akim.official.code),))

    page = text_of(at_desk(town.overseer).get(f"{url(appeal)}?body={town.above.code}"))

    assert town.body.name_ky in page
    assert "жетекчисине карата болгондуктан" in page

"""The letter did not arrive: it is printed, and somebody says that it was posted."""

from __future__ import annotations

from typing import Any

import pytest

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.models import Entry, Look
from kairyluu.data.outbox.models import Notice
from kairyluu.notices.catalogue import KINDS, TO_APPLICANT
from kairyluu.notices.letter import LANGUAGES, SENT_BY_ITSELF, on_paper, render
from tests.cast import NOW, Town
from tests.faces.desk.entering import at_desk
from tests.factories import appeals
from tests.inspecting import text_of


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def came_back(town: Town, **changes: Any) -> Notice:
    appeal = appeals.registered(town)
    notice = Notice.objects.get(appeal_id=appeal.pk, code="appeal_registered")
    facts = {
        "state": "sent",
        "sent_at": NOW,
        "fate": "failed",
        "fate_at": NOW,
        "last_error": "550 no such person",
    }
    Notice.objects.filter(pk=notice.pk).update(**facts | changes)
    return notice


def test_a_letter_that_came_back_is_printed_and_posted(town: Town) -> None:
    notice = came_back(town)
    registrar = at_desk(town.registrar)
    words = text_of(registrar.get("/desk/letters/").content)
    assert "Кайрылууңуз катталды" in words
    assert "Кайтып келди. 550 no such person" in words

    page = registrar.get(f"/desk/letters/{notice.pk}/")
    assert "Кайрылууңуз катталды: АЛ-2026-00001" in text_of(page.content)
    assert "автоматтык" not in text_of(page.content)  # somebody posts it
    assert Look.objects.filter(what="letter").count() == 1
    registrar.post(f"/desk/letters/{notice.pk}/", {"how": "posted"})

    notice.refresh_from_db()
    assert (notice.handled_how, notice.handled_by) == ("posted", town.registrar.actor.name)
    assert Entry.objects.get(act="hand_over_letter").facts == {"notice": "appeal_registered", "by": "posted"}
    assert "Бардык каттар жетти" in text_of(registrar.get("/desk/letters/").content)


def test_who_was_reached_another_way_needs_no_paper(town: Town) -> None:
    notice = came_back(town)
    copy = Notice.objects.get(pk=notice.pk)
    copy.pk, copy.channel, copy.fate = new_id(NOW), "sms", "delivered"
    copy.save(force_insert=True)

    assert at_desk(town.registrar).get("/desk/letters/").context["rows"] == []


@pytest.mark.parametrize("who", ["executor", "foreign_registrar", "overseer"])
def test_others_see_no_letter_and_settle_none(town: Town, who: str) -> None:
    notice = came_back(town, state="failed", fate="")
    client = at_desk(getattr(town, who))

    assert client.get(f"/desk/letters/{notice.pk}/").status_code == 404
    assert client.post(f"/desk/letters/{notice.pk}/", {"how": "posted"}).status_code == 404
    assert Notice.objects.get(pk=notice.pk).handled_at is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_does_not_say_that_it_was_sent_by_itself(language: str) -> None:
    for code in TO_APPLICANT:
        for takes_replies in (True, False):
            letter = render(code, language, {**KINDS[code].sample, "takes_replies": takes_replies})
            kept, said = set(on_paper(letter).text.splitlines()), set(letter.text.splitlines())
            assert len(said - kept) <= 1, code
            assert not [line for line in kept if "автомат" in line or "automatic" in line], code
            assert [line for line in said - kept if line.startswith(SENT_BY_ITSELF)], code

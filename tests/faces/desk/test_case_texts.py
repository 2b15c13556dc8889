"""What is typed on the case page comes back exactly, or is told to be wrong; nothing breaks the page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Note, Resolution
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, text_of, url
from tests.factories import appeals

ODD = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ appeal.secret_hash }} {% load %} %(n)d {0} ${x}",
    "Жакшы 👨‍👩‍👧 🇰🇬 — «тырмакча» & <б>",
    "Биринчи сап\n\n   оюктуу сап\n\tтаб",
    "Ө" * 3999,
]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.mark.parametrize("text", ODD)
def test_notes_and_resolutions_keep_what_was_typed(town: Town, text: str) -> None:
    appeal = appeals.registered(town)
    akim = at_desk(town.akim)

    noted = do(akim, appeal, "note", text=text)
    do(akim, appeal, "resolve", text=text, lead=town.executor.official.code)

    assert Note.objects.get(appeal=appeal).text == text
    assert Resolution.objects.get(appeal=appeal).text == text
    assert "<script>alert" not in noted.content.decode()


@pytest.mark.parametrize("text", ODD)
def test_an_answer_keeps_what_was_typed_and_the_form_shows_it_again(town: Town, text: str) -> None:
    appeal = appeals.assigned(town)

    page = do(at_desk(town.executor), appeal, "draft", text=text, outcome="explained", measures="")

    assert Answer.objects.get(appeal=appeal).text == text
    assert text in text_of(page)
    assert "<script>alert" not in page.content.decode()


def test_marks_that_nobody_can_see_are_taken_out(town: Town) -> None:
    appeal = appeals.assigned(town)

    do(at_desk(town.executor), appeal, "note", text="ача\u202eта\x00 со\u200bз\r\nэки")

    assert Note.objects.get(appeal=appeal).text == "ачата соз\nэки"


def test_a_text_that_is_too_long_is_told_by_how_much_and_kept(town: Town) -> None:
    appeal = appeals.assigned(town)
    text = "а" * 20_007

    page = do(at_desk(town.executor), appeal, "draft", text=text, outcome="explained")

    assert page.status_code == 422
    assert "7" in text_of(page).partition('id="draft_answer-text-error"')[2][:120]
    assert text in text_of(page)
    assert not Answer.objects.filter(appeal=appeal).exists()


NONSENSE: list[dict[str, Any]] = [
    {},
    {
        "seen_version": "9" * 400,
        "n_rows": "9" * 400,
        "lead": "x",
        "text": "\x00",
        "phrase": "²",
        "insert": "1",
    },
    {"due_on": "0000-00-00", "day_1": "\x00", "n_rows": "-1", "co_1": "\udcff", "more": "1", "text": "а"},
    {
        "template": "0' OR 1=1",
        "insert": "1",
        "outcome": "forwarded",
        "ground": "\ufeff",
        "reason": " ",
        "confirm": "1",
    },
    {"topic": "<b>", "text": ["а", "б"], "asks": "nobody", "remarks": "\u202e", "file": "not a file"},
]


@pytest.mark.parametrize("fields", NONSENSE)
def test_nonsense_breaks_nothing_and_changes_nothing(town: Town, fields: dict[str, Any]) -> None:
    fields = {
        k: v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for k, v in fields.items()
    }
    made: dict[str, tuple[Appeal, Any]] = {
        "register": (appeals.received(town), town.registrar),
        "refuse": (appeals.received(town), town.registrar),
        "resolve": (appeals.registered(town), town.akim),
        "draft": (appeals.assigned(town), town.executor),
        "submit": (appeals.assigned(town), town.executor),
        "attach": (appeals.assigned(town), town.executor),
        "return": (appeals.awaiting_signature(town), town.akim),
        "sign": (appeals.awaiting_signature(town), town.akim),
        "send": (appeals.signed(town), town.registrar),
    }
    for act, (appeal, who) in made.items():
        answer = at_desk(who).post(url(appeal, f"{act}/"), fields)
        assert answer.status_code in (200, 409, 422), act
        assert Appeal.objects.get(pk=appeal.pk).state == appeal.state, act


def test_a_case_of_markup_and_long_words_is_drawn_escaped(town: Town) -> None:
    appeal = appeals.received(town, subject=ODD[0], text=f"{ODD[0]}\n\n{'ш' * 3000}")

    page = at_desk(town.registrar).get(url(appeal))

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert ODD[0] in text_of(page)

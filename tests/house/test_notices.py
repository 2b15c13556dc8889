"""Every letter has its words in three languages and is caused by an act that exists."""

from __future__ import annotations

import pytest

from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.letter import LANGUAGES, render
from kairyluu.rules import policies


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", KINDS)
def test_a_letter_renders_with_its_sample(code: str, language: str) -> None:
    letter = render(code, language, KINDS[code].sample)

    assert letter.subject
    assert len(letter.subject) < 78
    assert KINDS[code].sample["site"] in letter.text
    assert "{{" not in letter.text
    assert "{%" not in letter.subject + letter.text


@pytest.mark.parametrize("code", KINDS)
def test_a_letter_is_caused_by_an_act(code: str) -> None:
    assert KINDS[code].occasion in {
        *policies.VERBS,
        "submit",
        "change_calendar",
        "ask_review",
        "remind",
        "raise_alarm",
        "tell_forsaken",
        "tell_files_waiting",
        "refer_to_law_enforcement",
        "remind_of_referral",
        "prepare_analysis",
        "look_at_view",
        "pause_webhook",
        "registers_compared",
    }


def test_nothing_written_into_a_letter_is_markup() -> None:
    sample = KINDS["appeal_registered"].sample | {"body": "<b>& {{ number }}"}

    assert "<b>& {{ number }}" in render("appeal_registered", "ky", sample).text

"""Near copies are told from answers of one's own, in Kyrgyz and Russian, on the labelled pairs beside this file."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from kairyluu.rules.quality.near_copies import (
    bands,
    boilerplate_of,
    copied_share,
    empty_phrases,
    n_words,
    own_words,
)
from tests.rules.near_copies.pairs import Pair, pairs

SETTINGS = Path(__file__).resolve().parents[2] / "data" / "settings.csv"
PAIRS = pairs()


def limit() -> float:
    with SETTINGS.open(encoding="utf-8", newline="") as file:
        values = {row["code"]: row["value"] for row in csv.DictReader(file)}
    return int(values["near_copy_percent"]) / 100


def measured(chosen: Sequence[Pair]) -> tuple[float, float]:
    """Precision and recall at the limit in force."""
    found = [pair for pair in chosen if copied_share(pair.draft, pair.earlier) >= limit()]
    right = sum(pair.is_copy for pair in found)
    return right / len(found), right / sum(pair.is_copy for pair in chosen)


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_precision_and_recall_at_the_limit_of_the_settings(language: str) -> None:
    chosen = [pair for pair in PAIRS if pair.language == language]

    precision, recall = measured(chosen)

    print(f"{language}: {len(chosen)} pairs, precision {precision:.3f}, recall {recall:.3f}")
    assert len(chosen) == 82
    assert precision >= 0.97
    assert recall >= 0.93


def test_copies_meet_in_the_index_and_other_bodies_never() -> None:
    copies = [pair for pair in PAIRS if pair.is_copy and copied_share(pair.draft, pair.earlier) >= limit()]

    met = [p for p in copies if set(bands(p.draft, "da-o-alai")) & set(bands(p.earlier, "da-o-alai"))]

    assert len(met) >= 0.97 * len(copies)
    assert not set(bands(copies[0].draft, "da-o-alai")) & set(bands(copies[0].draft, "min-labour"))
    assert bands("", "da-o-alai") == ()


def test_the_words_of_templates_are_nobodys_own() -> None:
    fixed = boilerplate_of(
        ["Урматтуу {applicant}!\n\nСураганыңызды карап чыктык: {facts}\n\nМурунку жообубуз күчүндө."]
    )
    text = "Урматтуу Айгүл!\n\nСураганыңызды карап чыктык: насос оңдолду.\n\nМурунку жообубуз күчүндө."

    own = own_words(text, fixed)

    assert "насос оңдолду" in own
    assert "карап чыктык" not in own
    assert n_words(own) <= 4
    assert own_words("Насос оңдолду.", "") == "Насос оңдолду."


@pytest.mark.parametrize(
    ("text", "phrase", "is_there"),
    [
        ("Вопрос будет и дальше находиться на контроле.", "вопрос находится на контроле", False),
        ("Вопрос, конечно, находится на контроле.", "вопрос находится на контроле", True),
        ("ТИЕШЕЛУУ чараларды көрүлөт", "тиешелүү чаралар көрүлөт", True),
        ("Чаралар көрүлөт.", "тиешелүү чаралар көрүлөт", False),
        ("", "принято к сведению", False),
        ("Принято к сведению", "", False),
    ],
)
def test_empty_phrases_are_found_whatever_their_endings(text: str, phrase: str, is_there: bool) -> None:
    found = empty_phrases(text, [phrase])

    assert bool(found) == is_there
    assert all(text[one.start : one.end].split() for one in found)

"""Words that suggest an urgent class: what was measured on the labelled set, and single forms."""

from __future__ import annotations

import csv
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kairyluu.rules.urgency.lexicon import Lexicon, UrgentWord
from kairyluu.rules.urgency.suggesting import CLASSES, suggestions

ROOT = Path(__file__).resolve().parents[2]
SET = Path(__file__).with_name("urgent_set.csv")
# Precision and recall per class that docs/measured.md tells; a change of words or limits that is worse fails.
TOLD = {
    "held_out": {"A": (0.86, 1.0), "B": (0.94, 0.94), "C": (1.0, 0.83), "crime_report": (0.95, 1.0)},
    "late": {"A": (1.0, 1.0), "B": (1.0, 1.0), "C": (1.0, 1.0), "crime_report": (1.0, 1.0)},
}


@cache
def lexicon() -> Lexicon:
    with (ROOT / "data" / "urgent_words.csv").open(encoding="utf-8", newline="") as lines:
        return Lexicon(
            UrgentWord(
                classes=frozenset(row["class"].split("|")),
                part=row["part"],
                language=row["language"],
                stem=row["stem"],
                weight=float(row["weight"]),
            )
            for row in csv.DictReader(lines)
        )


def labelled(part: str) -> list[dict[str, str]]:
    with SET.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if part in ("", row["half"])]


def likeliest(text: str) -> str:
    found = suggestions(text, lexicon())
    return found[0].code if found else ""


@pytest.mark.parametrize("part", TOLD)
def test_precision_and_recall_are_at_least_what_is_told(part: str) -> None:
    pairs = Counter((row["class"], likeliest(row["text"])) for row in labelled(part))

    for code in CLASSES:
        right = pairs[code, code]
        said = sum(n for (_, got), n in pairs.items() if got == code)
        true = sum(n for (label, _), n in pairs.items() if label == code)
        precision, recall = TOLD[part][code]
        assert right / said >= precision, code
        assert right / true >= recall, code


def test_the_set_is_large_and_half_of_it_is_ordinary() -> None:
    rows = labelled("")
    ordinary = [row for row in rows if not row["class"]]

    assert len(rows) >= 240
    assert 0.4 <= len(ordinary) / len(rows) <= 0.6
    assert len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Мени бирөө өлтүрөм деп коркутту.", "crime_report"),
        ("Мени эч ким коркутпады, суу жөнүндө чалдым.", ""),
        ("Эч ким коркуткан жок.", ""),
        ("Никто не угрожал и не угрожает.", ""),
        ("Мугалимди сабап жатышат.", "B"),
        ("Мугалим баланы сабап жатат.", "C"),
        ("Врачу угрожают ножом.", "B"),
        ("Айыл окмотунун архивин орттоп жатышат.", "A"),  # о for ө
        ("Мектепте бoмба бар.", "A"),  # a Latin o
        ("Мектепте терракт болот экен.", "A"),
        ("Мектепте тераккт болот экен.", "A"),
        ("Мектептин өртөнгөн лампасы", ""),
        ("өрт өчүргүч жок", ""),
        ("угроза обвала цен", ""),
        ("", ""),
    ],
)
def test_forms_misspellings_and_denials(text: str, code: str) -> None:
    assert likeliest(text) == code


def test_the_word_that_caused_it_is_told_as_typed() -> None:
    found = suggestions("Кечээ. Мектепке бoмба коюшкан!", lexicon())

    assert [(one.code, one.words) for one in found][0] == ("A", "бoмба")


def test_five_thousand_letters_take_less_than_the_blink_of_an_eye() -> None:
    text, ready = " ".join(row["text"] for row in labelled("")), lexicon()
    took = []
    for at in range(0, 40):
        began = time.process_time()
        suggestions(text[at * 200 :][:5000], ready)
        took.append(time.process_time() - began)

    assert sorted(took)[37] < 0.02

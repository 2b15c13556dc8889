"""The reference files themselves: unique codes, parents that exist, right letters. No database is asked."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from scripts import write_glossary

DATA = Path(__file__).resolve().parents[2] / "data"
STATUSES = {"seed", "verified", "unverified", "sample"}
KEYS = {
    "territories": ("code",),
    "bodies": ("code",),
    "topics": ("code",),
    "lines": ("code",),
    "calendar": ("date",),
    "terms": ("id",),
    "refusal_grounds": ("code",),
    "channels": ("code",),
    "outcomes": ("code",),
    "urgent_classes": ("code",),
    "glossary": ("code",),
    "settings": ("code",),
    "answer_templates": ("code", "language"),
    "empty_phrases": ("code", "language"),
    "alarm_chain": ("code",),
    "urgent_words": ("class", "part", "language", "stem"),
    "law_enforcement": ("code",),
    "procedures": ("code",),
    "misconduct": ("code",),
    "figures": ("code",),
    "figure_keys": ("dimension", "key"),
    "register_words": ("part", "code"),
    "deadline_cases": ("id",),
}
TEXT_FILES = sorted(path for path in DATA.rglob("*") if path.suffix in (".csv", ".json", ".md"))
# A letter of the other alphabet inside a word looks right and is never found by a search.
MIXED_WORD = re.compile(r"[^\W\d_]*(?:[A-Za-z][а-яёөүңА-ЯЁӨҮҢ]|[а-яёөүңА-ЯЁӨҮҢ][A-Za-z])[^\W\d_]*")
# Fita, izhitsa and the Kazakh u stand for ө and ү in badly typed texts.
OLD_LETTERS = re.compile("[\u0472\u0473\u0474\u0475\u04b0\u04b1]")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def codes(name: str) -> set[str]:
    return {row[KEYS[name][0]] for row in rows(name)}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_stands_once(name: str) -> None:
    keys = Counter(tuple(row[column] for column in KEYS[name]) for row in rows(name))

    assert keys
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_as_wide_as_the_header(name: str) -> None:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        widths = {len(row) for row in csv.reader(lines)}

    assert len(widths) == 1


@pytest.mark.parametrize("name", ["territories", "bodies", "topics"])
def test_every_parent_is_in_the_file(name: str) -> None:
    parents = {row["parent_code"] for row in rows(name)} - {""}

    assert parents <= codes(name)


def test_bodies_lie_in_known_territories_and_have_known_successors() -> None:
    bodies = rows("bodies")

    assert {body["territory_code"] for body in bodies} - {""} <= codes("territories")
    assert {body["successor_code"] for body in bodies} - {""} <= codes("bodies")


def test_topics_suggest_known_bodies() -> None:
    suggested = {row["default_body_code"] for row in rows("topics")} - {""}

    assert suggested <= codes("bodies")


def test_urgent_classes_name_known_terms() -> None:
    named = {row[column] for row in rows("urgent_classes") for column in ("report_term", "ack_term")} - {""}

    assert named <= codes("terms")


def test_settings_that_name_a_term_or_a_body_name_a_known_one() -> None:
    known = {"term": codes("terms"), "body": codes("bodies")}
    wrong = [r["code"] for r in rows("settings") if r["unit"] in known and r["value"] not in known[r["unit"]]]

    assert wrong == []


@pytest.mark.parametrize("name", [name for name in KEYS if name != "deadline_cases"])
def test_every_row_says_how_sure_it_is(name: str) -> None:
    table = rows(name)

    assert {row["status"] for row in table} <= STATUSES
    assert [row for row in table if row["status"] in ("seed", "verified") and not row["source"]] == []


@pytest.mark.parametrize(
    "name", ["territories", "bodies", "topics", "refusal_grounds", "outcomes", "settings"]
)
def test_every_row_has_three_names(name: str) -> None:
    unnamed = [
        row["code"]
        for row in rows(name)
        if not all(row[f"name_{language}"] for language in ("ky", "ru", "en"))
    ]

    assert unnamed == []


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: str(path.relative_to(DATA)))
def test_letters_are_right(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert OLD_LETTERS.findall(text) == []
    # In JSON an escape for a new line would look like a Latin letter before the word.
    assert MIXED_WORD.findall(text.replace("\\n", " ")) == []


def test_templates_cover_the_outcomes_in_three_languages_and_say_how_to_disagree() -> None:
    templates = rows("answer_templates")
    languages = {
        code: {t["language"] for t in templates if t["code"] == code} for code in codes("answer_templates")
    }
    must = {
        "satisfied",
        "partly_satisfied",
        "explained",
        "not_satisfied",
        "refused_consideration",
        "forwarded",
    }

    assert {t["outcome_code"] for t in templates} <= codes("outcomes")
    assert must <= {t["outcome_code"] for t in templates}
    assert set(map(frozenset, languages.values())) == {frozenset({"ky", "ru", "en"})}
    assert [t["code"] for t in templates if "{higher_body}" not in t["text"].splitlines()[-1]] == []


def test_the_printed_glossary_is_that_of_the_file() -> None:
    assert write_glossary.TARGET.read_text(encoding="utf-8") == write_glossary.page()


def test_a_word_of_the_program_is_not_also_a_word_of_the_field() -> None:
    own = [code for _, _, code, _ in write_glossary.PROGRAM_WORDS]

    assert len(own) == len(set(own))
    assert set(own) & codes("glossary") == set()

"""The demo town refers only to codes that exist, and nobody in it can be taken for a real person."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
DEMO = DATA / "demo"
LANGUAGES = ("ky", "ru")
TEXT_LIMIT = 4000
NEEDED = {"head", "deputy", "registrar"}
STANDARD_ROLES = {
    *NEEDED,
    "executor",
    "controller",
    "hotline_operator",
    "body_admin",
    "overseer",
    "portal_owner",
    "execution_controller",
    "technical_operator",
}


def load(name: str) -> Any:
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


def codes(name: str) -> set[str]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"] for row in csv.DictReader(lines)}


def posts() -> dict[str, dict[str, Any]]:
    return {post["code"]: post for post in load("people")["posts"]}


def test_the_town_consists_of_known_bodies_and_departments() -> None:
    bodies = {body["code"] for body in load("bodies")}
    departments = {department["code"] for department in load("departments")}

    assert bodies <= codes("bodies")
    assert {department["body"] for department in load("departments")} <= bodies
    assert {post["body"] for post in posts().values()} == bodies
    assert {post["department"] for post in posts().values()} - {None} <= departments


def test_every_open_body_has_whom_the_configuration_check_asks_for() -> None:
    for body in load("bodies"):
        roles = {post["role"] for post in posts().values() if post["body"] == body["code"]}
        assert roles >= NEEDED | {"executor"}, body["code"]


def test_the_cast_plays_every_role() -> None:
    assert {post["role"] for post in posts().values()} == STANDARD_ROLES


def test_every_person_is_marked_and_reachable_nowhere() -> None:
    people = load("people")["officials"] + load("people")["citizens"]
    addresses = [person["email"] for person in people]

    assert all(person["sample"] is True for person in people)
    assert all(address.endswith(".example") for address in addresses)
    assert len(set(addresses)) == len(addresses)
    assert len({person["key"] for person in people}) == len(people)


def test_tenures_name_posts_and_people_and_do_not_end_before_they_begin() -> None:
    officials = load("people")["officials"]
    keys = {official["key"] for official in officials}

    for tenure in (tenure for official in officials for tenure in official["tenures"]):
        assert tenure["post"] in posts()
        assert tenure["stands_in_for"] is None or tenure["stands_in_for"] in keys
        if tenure["ends_on"]:
            assert date.fromisoformat(tenure["starts_on"]) <= date.fromisoformat(tenure["ends_on"])


@pytest.mark.parametrize("day", ["2025-10-01", "2026-03-31", "2026-04-01", "2026-08-05", "2026-11-22"])
def test_one_person_holds_the_head_post_of_each_body_on_any_day(day: str) -> None:
    tenures = [tenure for official in load("people")["officials"] for tenure in official["tenures"]]
    heads = [code for code, post in posts().items() if post["role"] == "head"]

    for head in heads:
        holders = [
            tenure
            for tenure in tenures
            if tenure["post"] == head and not tenure["stands_in_for"]
            if tenure["starts_on"] <= day <= (tenure["ends_on"] or "9999")
        ]
        assert len(holders) == 1, head


@pytest.mark.parametrize("language", LANGUAGES)
def test_appeals_name_known_codes_and_are_all_different(language: str) -> None:
    appeals = load(f"appeals_{language}")
    bodies = {body["code"] for body in load("bodies")}

    assert len(appeals) >= {"ky": 70, "ru": 50}[language]
    assert len({appeal["text"] for appeal in appeals}) == len({a["subject"] for a in appeals}) == len(appeals)
    for appeal in appeals:
        assert appeal["body"] in bodies
        assert appeal["topic"] in codes("topics")
        assert appeal["kind"] in {"application", "complaint", "proposal"}
        assert set(appeal["months"]) <= set(range(1, 13))
        assert 100 < len(appeal["text"]) < TEXT_LIMIT
        assert (appeal["target"] or {}).get("body", "da-o-alai") in codes("bodies")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_name_known_codes_and_say_what_was_done(language: str) -> None:
    answers = load(f"answers_{language}")

    assert len(answers) >= {"ky": 30, "ru": 20}[language]
    assert {answer["topic"] for answer in answers} - {"*"} <= codes("topics")
    assert {answer["outcome"] for answer in answers} <= codes("outcomes")
    assert all(answer["done"] and "\n\n" in answer["text"] for answer in answers)
    assert {answer["outcome"] for answer in answers if answer["topic"] == "*"} == {"explained", "satisfied"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_instructions_fit_any_topic_through_the_last(language: str) -> None:
    topics = [resolution["topic"] for resolution in load(f"resolutions_{language}")]

    assert set(topics) - {"*"} <= codes("topics")
    assert topics[-1] == "*"


def test_names_and_reasons_are_in_two_languages() -> None:
    names = load("names")

    assert all(len(names["ky"][part]) >= 20 for part in ("surnames", "given_m", "given_f", "patronymics"))
    assert all(len(names["ru"][part]) >= 10 for part in ("surnames", "given_m", "given_f", "patronymics"))
    for reasons in names["refusal_reasons"].values():
        assert set(reasons) <= codes("refusal_grounds")
        assert min(map(len, reasons.values())) > 40

"""What anybody may read: right, in three languages, in pages, cheap the second time; and what goes wrong is told."""

from __future__ import annotations

import json

import pytest

from kairyluu.faces.api import limits
from tests.cast import Town
from tests.factories.callers import Program


def test_bodies_are_found_in_any_spelling_and_language(town: Town, program: Program) -> None:
    for words in ("алай", "АЛАЙ рай", "alai", "Алайск"):
        found = program.get(f"bodies?search={words}").json()
        assert town.body.code in [row["code"] for row in found["items"]], words
    below = program.get(f"bodies?parent={town.body.code}&is_open=true").json()
    assert [row["code"] for row in below["items"]] == [town.foreign_body.code]


def test_one_body_with_its_heads(town: Town, program: Program) -> None:
    told = program.get(f"bodies/{town.body.code}", **{"Accept-Language": "ru;q=0.4, en;q=0.9"}).json()

    assert told["name"] == town.body.name_en
    assert told["names"]["ky"] == town.body.name_ky
    assert told["above"]["code"] == town.above.code
    heads = program.get(f"heads?body={town.body.code}").json()["items"]
    assert told["leaders"] == [
        one | {"title": ours["title"]} for one, ours in zip(heads, told["leaders"], strict=True)
    ]
    assert town.akim.official
    assert heads[0]["official"] == town.akim.official.code


def test_all_heads_come_in_pages_the_head_before_his_deputies(town: Town, program: Program) -> None:
    whole = program.get("heads?limit=200").json()
    first = program.get("heads?limit=1").json()
    rest = program.get(f"heads?limit=200&cursor={first['next']}").json()

    assert first["items"] + rest["items"] == whole["items"]
    ours = [one["post"] for one in whole["items"] if one["body"] == town.body.code]
    assert ours[0] == "da-o-alai.head"
    assert program.client.get("/api/v1/")["Location"] == "/api/v1/docs"


def test_pages_follow_one_another_without_gap_or_double(town: Town, program: Program) -> None:
    whole = [row["code"] for row in program.get("topics?limit=200").json()["items"]]
    met: list[str] = []
    cursor = ""
    while cursor is not None:
        page = program.get(f"topics?limit=7&cursor={cursor}").json()
        met += [row["code"] for row in page["items"]]
        cursor = page["next"]

    assert met == whole
    assert len(whole) > 14
    assert program.get("topics?cursor=%FF%00").status_code == 422


@pytest.mark.parametrize(
    "path", ["kinds", "grounds", "channels", "outcomes", "terms", "lines", "territories", "heads"]
)
def test_the_lists_are_not_empty(town: Town, program: Program, path: str) -> None:
    answer = program.get(path)

    assert answer.status_code == 200
    assert answer.json()["items"]


def test_the_calculator_counts_as_the_page_does(town: Town, program: Program) -> None:
    told = program.get("terms/calculation?received=2026-03-06&at=17:45&language=ky").json()
    page = program.client.get("/term/?received=2026-03-06&at=17:45").content.decode()

    # Friday evening: registered at the latest on Monday.
    assert told["registration"]["due_on"] == "2026-03-09"
    assert [day["on"] for day in told["registration"]["skipped"]][:2] == ["2026-03-07", "2026-03-08"]
    assert "9-март" in page
    late = program.get("terms/calculation?received=2026-03-06&registered=2026-03-05")
    assert late.status_code == 422
    assert late.json()["errors"][0]["pointer"] == "registered"


def test_a_line_says_whether_somebody_answers(town: Town, program: Program) -> None:
    told = program.get("lines/alai-trust").json()

    assert told["is_open"] is True  # Tuesday, ten o'clock
    assert told["winter"] == {"work": "09:00-18:00", "lunch": "12:30-13:30"}
    assert program.get("lines/none").status_code == 404


def test_the_second_asking_costs_nothing(town: Town, program: Program) -> None:
    first = program.get("bodies")
    again = program.get("bodies", **{"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=300"
    assert "Accept-Language" in first["Vary"]
    assert "Cookie" not in first["Vary"]
    assert (again.status_code, again.content) == (304, b"")
    assert program.get("bodies?language=ru", **{"If-None-Match": first["ETag"]}).status_code == 200


def test_pages_of_other_sites_may_read_and_nothing_more(town: Town, program: Program) -> None:
    assert program.get("bodies")["Access-Control-Allow-Origin"] == "*"
    assert program.client.options("/api/v1/bodies")["Access-Control-Allow-Methods"] == "GET, HEAD"
    for path in ("appeals", "tracking", "cases", "oauth/token"):
        answer = program.client.options(f"/api/v1/{path}", headers={"Origin": "https://elsewhere.example"})
        assert "Access-Control-Allow-Origin" not in answer, path


def test_head_is_get_without_content(town: Town, program: Program) -> None:
    answer = program.client.head("/api/v1/kinds")

    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer["Content-Length"]) > 50


def test_what_goes_wrong_is_a_problem_in_the_callers_language(town: Town, program: Program) -> None:
    titles = set()
    for language in ("ky", "ru", "en"):
        answer = program.get("bodies/nowhere", **{"Accept-Language": language})
        told = answer.json()
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["Content-Language"] == language
        assert (told["status"], told["code"]) == (answer.status_code, "not_found") == (404, "not_found")
        titles.add(told["title"])
    assert len(titles) == 3

    strange = program.get("no/such/thing")
    assert (strange.status_code, strange.json()["code"]) == (404, "not_found")
    wrong = program.client.delete("/api/v1/bodies")
    assert (wrong.status_code, wrong["Allow"], wrong.json()["code"]) == (405, "GET", "method_not_allowed")
    faults = program.get("bodies?limit=0&language=en").json()["errors"]
    assert [fault["pointer"] for fault in faults] == ["limit"]


def test_who_asks_too_often_is_told_when_to_come_again(
    town: Town, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READS_A_MINUTE", 2)
    answers = [program.get("kinds") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer["RateLimit-Remaining"] for answer in answers] == ["1", "0", "0"]
    assert answers[2]["Retry-After"] == "60"
    assert json.loads(answers[2].content)["code"] == "too_often"

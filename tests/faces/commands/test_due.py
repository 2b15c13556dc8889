"""`kairyluu due` says both days and why, from the files alone."""

import argparse
import csv
import json

import pytest

from kairyluu.faces.commands import due
from kairyluu.rules.deadlines import Deadline

with (due.DATA / "deadline_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def ask(capsys, *words: str) -> tuple[int, str, str]:
    """Of the files, whatever database there is."""
    if "--data" not in words:
        words = (*words, "--data", str(due.DATA))
    parser = argparse.ArgumentParser()
    due.add_arguments(parser)
    code = due.run(parser.parse_args(words))
    return code, *capsys.readouterr()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_worked_example(capsys, case):
    words = [
        "--received",
        case["received_at"],
        "--registered-on",
        case["registered_on"],
        "--term",
        case["regime"],
    ]
    words += ["--calendar-as-of", case["as_of"]] if case["as_of"] else []

    code, out, _ = ask(capsys, *words, "--json")

    told = json.loads(out)
    assert code == 0
    assert (told["registration_due"], told["consideration_due"]) == (
        case["registration_due"],
        case["consideration_due"],
    )
    explained = Deadline.from_json(told["explanation"]["consideration"])
    assert explained.counted_again().isoformat() == case["consideration_due"]


def test_without_term_and_registration_the_law_of_that_day_applies(capsys):
    _, out, _ = ask(capsys, "--received", "2026-04-24T10:00+06:00", "--json")

    told = json.loads(out)
    assert told["registered_on"] == told["registration_due"] == "2026-04-27"
    assert told["explanation"]["consideration"]["term_id"] == "consideration-14wd"
    assert told["confirmed"] is True
    assert told["source"] == "files"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Victory Day"), ("ru", "День Победы"), ("ky", "Жеңиш күнү")],
)
def test_text_names_the_days_in_each_language(capsys, language, said):
    words = ["--received", "2026-04-24T10:00+06:00", "--registered-on", "2026-04-24", "--language", language]
    code, out, _ = ask(capsys, *words)

    assert code == 0
    assert f"2026-05-09 {said}" in out
    assert "consideration-14wd, 14" in out
    assert "2026-05-22" in out
    assert due.WORDS[language]["files"] in out


def test_late_registration_is_said_and_shortens_nothing(capsys):
    _, out, _ = ask(capsys, "--received", "2026-06-01T10:00", "--registered-on", "2026-06-05")

    assert "Registered: 2026-06-05 (registered late)" in out
    assert "To be answered by: 2026-06-25" in out


def test_unconfirmed_day_is_marked(capsys):
    _, out, _ = ask(capsys, "--received", "2026-05-20T10:00")

    assert "2026-05-27 Kurman Ait (to be confirmed)" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--term", "consideration-99wd"], "no_such_term"),
        (["--registered-on", "2026-05-19"], "registered_before_receipt"),
        (["--data", "/nowhere"], "cannot be read"),
    ],
)
def test_impossible_question_is_answered_with_a_sentence_and_code_1(capsys, words, said):
    code, out, err = ask(capsys, "--received", "2026-05-20T10:00", *words)

    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize("words", [[], ["--received", "yesterday"], ["--received", "2026-02-30T10:00"]])
def test_question_without_a_moment_is_refused_by_the_parser(capsys, words):
    with pytest.raises(SystemExit) as stop:
        ask(capsys, *words)

    assert stop.value.code == 2


def test_words_of_the_three_languages_are_the_same_words():
    assert due.WORDS["en"].keys() == due.WORDS["ru"].keys() == due.WORDS["ky"].keys()


def test_a_body_has_hours_and_days_of_its_own_and_the_command_says_why(capsys, tmp_path):
    for name in ("terms.csv", "settings.csv", "bodies.csv", "territories.csv"):
        (tmp_path / name).write_bytes((due.DATA / name).read_bytes())
    head, *rows = (due.DATA / "calendar.csv").read_text(encoding="utf-8").splitlines()
    own = dict.fromkeys(head.split(","), "") | {
        "date": "2026-03-17",
        "kind": "holiday",
        "name_en": "Alai day",
    }
    scoped = [f"{head},scope", *(f"{row}," for row in rows), ",".join(own.values()) + ",kg-o-alai"]
    (tmp_path / "calendar.csv").write_text("\n".join(scoped), encoding="utf-8")
    words = ["--received", "2026-03-14T11:00+06:00", "--data", str(tmp_path), "--body", "da-o-alai"]

    _, plain, _ = ask(capsys, *words, "--json")
    _, counted, _ = ask(capsys, *words, "--office-hours", "yes", "--json")
    _, said, _ = ask(capsys, *words, "--office-hours", "yes")
    code, _, refused = ask(capsys, *words[:-1], "nowhere")

    assert json.loads(plain)["registration_due"] == "2026-03-16"
    told = json.loads(counted)
    assert (told["counted_because"], told["registration_due"]) == ("day_off", "2026-03-18")
    assert told["own_days"] == [{"date": "2026-03-17", "scope": "kg-o-alai"}]
    assert "it came on a day off" in said
    assert "Alai day" in said
    assert (code, "nowhere" in refused) == (1, True)

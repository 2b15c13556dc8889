"""`kairyluu` in a shell: its help, and what it says when something is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kairyluu.wiring.entry import main
from tests.wiring.serving import House


@pytest.mark.parametrize(
    "verb",
    ["serve", "migrate", "worker", "check", "messages", "check-figures", "import-register", "generate"],
)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])

    assert ended.value.code == 0
    assert f"usage: kairyluu {verb}" in capsys.readouterr().out


def test_bare_command_lists_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    listed = capsys.readouterr().out
    assert "serve" in listed
    assert "Bring the tables of the database to the present program." in listed


def test_command_starts_its_database_and_stops_it(tmp_path: Path) -> None:
    house = House(tmp_path)

    checked = house.command("check")

    assert checked.returncode == 1
    assert "The database answers: PostgreSQL 18" in checked.stdout
    assert "run “kairyluu migrate”" in checked.stdout
    assert house.pids() == []


def test_missing_secret_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    house = House(tmp_path)
    del house.environment["KAIRYLUU_SECRET_KEY"]

    for verb in ("serve", "check"):
        refused = house.command(verb)
        assert refused.returncode != 0
        assert refused.stderr.startswith("KAIRYLUU_SECRET_KEY is not set.")
        assert "Traceback" not in refused.stderr


def test_unreachable_database_is_a_sentence(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.environment["DATABASE_URL"] = f"postgresql://nobody@/none?host={tmp_path}"

    checked = house.command("check")

    assert checked.returncode == 1
    assert "WRONG The database does not answer" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_due_counts_by_the_files_without_secret_or_database(tmp_path: Path) -> None:
    house = House(tmp_path)
    del house.environment["KAIRYLUU_SECRET_KEY"]
    words = ("due", "--received", "2026-04-24T10:00+06:00", "--body", "da-o-alai", "--json")

    nowhere = house.command(*words)
    house.environment["DATABASE_URL"] = f"postgresql://nobody@/none?host={tmp_path}"
    house.environment["KAIRYLUU_SECRET_KEY"] = "a-secret-of-the-tests-with-enough-letters"
    silent = house.command(*words)

    for asked in (nowhere, silent):
        assert (asked.returncode, asked.stderr) == (0, "")
        assert json.loads(asked.stdout)["source"] == "files"
    assert house.pids() == []

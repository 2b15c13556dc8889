"""`kairyluu check-report`: sentences for people, JSON for programs, an exit code for both."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from kairyluu.faces.commands import check_report

REPORTS = Path(__file__).parents[2] / "rules" / "published" / "reports.json"


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    check_report.add_arguments(parser)
    return check_report.run(parser.parse_args(words))


def written(folder: Path, **table: Any) -> str:
    file = folder / "table.json"
    file.write_text(json.dumps(table), encoding="utf-8")
    return str(file)


def test_it_says_what_does_not_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(REPORTS), "--language", "en") == 1

    said = capsys.readouterr().out
    assert "! previous: the lines add to 1145, the total says 1147: 2 are in no line" in said
    assert "105 are in no line; of these 48 are in another breakdown, 57 in none" in said
    assert "397 is printed, 264 comes out for 181 (not the rounded figure); it would fit 120" in said


def test_one_table_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(REPORTS), "--table", "T4", "--json") == 1

    found = json.loads(capsys.readouterr().out)["T4"]
    assert [one["recomputed"] for one in found if one["kind"] == "percent"] == [4.6]


def test_a_table_that_comes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"code": "a", "count": 1, "percent": 50.0}, {"code": "b", "count": 1, "percent": 50.0}]

    assert run(written(tmp_path, title="Halves", total=2, rows=rows)) == 0
    assert "баары дал келет" in capsys.readouterr().out


BROKEN = {
    "": "empty",
    " \n": "empty",
    "[]": "object is expected",
    "{": "no JSON: line 1, column 2",
    '{"total": NaN, "rows": []}': "no JSON",
    "[" * 100_000: "no JSON",
    '{"tables": []}': "no named table",
    '{"tables": {}}': "no named table",
    '{"tables": {"T1": 5}}': "“T1” has another shape",
    '{"title": "Nothing"}': "another shape: rows",
    '{"rows": [{"code": "a", "count": "x"}, {"code": "b", "count": 1}], "total": 1}': "another shape",
    '{"rows": [{"count": 1}], "total": 1}': "another shape: code",
    '{"rows": [{"code": "a", "count": 1, "percent": "many"}], "total": 1}': "another shape",
    '{"rows": 5, "total": 1}': "another shape",
    '{"periods": {"a": 1}}': "another shape",
    '{"rows": [{"code": "a", "count": 1, "percent": 1e999}], "total": 1}': "another shape",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items(), ids=range(len(BROKEN)))
def test_what_is_no_table_is_said(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "no.json"
    file.write_text(text, encoding="utf-8")

    assert run(str(file), "--language", "en") == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_report_has_sentences(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(REPORTS), "--language", language) == 1
    assert "{" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_what_cannot_be_opened_is_huge_or_lacks_the_table(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * 10 + b"5" * 5_000_000)

    assert run(str(tmp_path / "none.json"), "--language", language) == 2
    assert run(str(tmp_path), "--language", language) == 2
    assert run(str(huge), "--language", language) == 2
    assert run(str(REPORTS), "--table", "T99", "--language", language) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 4
    assert "T18" in said
    assert "Traceback" not in said

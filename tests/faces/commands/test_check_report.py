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
    assert run(str(REPORTS)) == 1

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
    assert "everything comes out" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"tables": {"T1": 5}}', '{"rows": [{"count": "x"}], "total": 1}']
)
def test_what_is_no_table_is_said(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "no.json"
    file.write_text(text, encoding="utf-8")

    assert run(str(file)) == 2
    assert "cannot be read as a published table" in capsys.readouterr().err

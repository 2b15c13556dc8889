"""`kairyluu analysis` in every format; the numbers are those of the figures."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from kairyluu.faces.commands import analysis
from tests.cast import Town
from tests.factories import appeals

NOON = datetime(2026, 4, 2, 6, tzinfo=UTC)


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    analysis.add_arguments(parser)
    return analysis.run(parser.parse_args(words))


def changes(book: Path) -> dict[object, tuple[object, str]]:
    """Of the table of figures: the last cell of each row and how it is shown."""
    sheet = load_workbook(book).worksheets[2]
    return {row[0].value: (row[-1].value, row[-1].number_format) for row in sheet.iter_rows(min_row=2)}


def test_every_format_of_a_month(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        appeals.received(town)
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    asked = ("--body", "da-o-alai", "--period", "2026-03", "--compare", "previous-year")
    for kind, begins in (("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")):
        file = tmp_path / f"a.{kind}"
        assert run(*asked, "--format", kind, "--language", "ru", "--output", str(file)) == 0
        assert file.read_bytes().startswith(begins)
    whole = json.loads((tmp_path / "a.json").read_text())
    assert whole["figures"]["figures"]["received"] == {"now": 3, "before": 0}
    assert whole["figures"]["few"] == 0
    assert "В марте 2025 года обращений не было" in (tmp_path / "a.html").read_text()
    assert changes(tmp_path / "a.xlsx")["Поступило обращений"] == (3, '+#,##0;"\u2212"#,##0;0')
    before = {kind: (tmp_path / f"a.{kind}").read_bytes() for kind in ("pdf", "xlsx")}
    monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(seconds=2))
    for kind, content in before.items():
        again = tmp_path / f"b.{kind}"
        run(*asked, "--format", kind, "--language", "ru", "--output", str(again))
        assert again.read_bytes() == content, kind


@pytest.mark.parametrize(
    "asked", [("--period", "2026-13"), ("--period", "2026-03", "--body", "no-such-body")]
)
def test_what_is_not_there_is_told(
    town: Town, asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*asked) == 1
    assert capsys.readouterr().err

"""`kairyluu analysis` in every format; the numbers are those of the figures."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from kairyluu.faces.commands import analysis
from tests.cast import Town
from tests.factories import appeals


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    analysis.add_arguments(parser)
    return analysis.run(parser.parse_args(words))


def test_every_format_of_a_month(town: Town, tmp_path: Path) -> None:
    for _ in range(3):
        appeals.received(town)
    asked = ("--body", "da-o-alai", "--period", "2026-03", "--compare", "previous-year")
    for kind, begins in (("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")):
        file = tmp_path / f"a.{kind}"
        assert run(*asked, "--format", kind, "--language", "ru", "--output", str(file)) == 0
        assert file.read_bytes().startswith(begins)
    whole = json.loads((tmp_path / "a.json").read_text())
    assert whole["figures"]["figures"]["received"] == {"now": 3, "before": 0}
    assert whole["figures"]["few"] == 0
    assert "В марте 2025 года обращений не было" in (tmp_path / "a.html").read_text()


@pytest.mark.parametrize(
    "asked", [("--period", "2026-13"), ("--period", "2026-03", "--body", "no-such-body")]
)
def test_what_is_not_there_is_told(
    town: Town, asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*asked) == 1
    assert capsys.readouterr().err

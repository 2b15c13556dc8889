"""The appeals behind the figures as a table: what is counted is there, whose it is not."""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from kairyluu.data.appeals.models import Appeal, Applicant, ComplaintTarget
from kairyluu.data.journal.models import Entry
from kairyluu.faces.commands.registers import export_appeals
from kairyluu.queries.analyses.behind import stream_rows
from kairyluu.queries.figures import SEALED, Asking, count_figures
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.figures.export import ExportAppeals
from kairyluu.usecases.figures.export import export_appeals as export
from tests.cast import NOW, TODAY, Town
from tests.factories.histories import Writer, tell

DESCRIBED = Path(__file__).parents[3] / "docs" / "export-appeals.md"
PERIOD = "2025-01-01..2026-03-10"


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    export_appeals.add_arguments(parser)
    return export_appeals.run(parser.parse_args(words))


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def past(town: Town) -> Town:
    told = tell(seed=6, n=60, bodies=(town.body.code, town.foreign_body.code))
    Writer(town).write(told)
    Appeal.objects.filter(pk__in=[story.id for story in told[:5]]).update(is_confidential=True)
    for story in told[5:8]:
        ComplaintTarget.objects.create(appeal_id=story.id, official=town.akim.official)
    return town


def test_what_is_counted_is_there_and_whose_it_is_not(
    past: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "all.csv"
    assert run(str(file), "--period", PERIOD, "--language", "ru") == 0

    written = rows(file)
    asked = Asking(Period.of(PERIOD), ("received", "confidential"), by="body")
    counted = count_figures(asked, today=TODAY, apart=SEALED)
    assert Counter(row["body"] for row in written) == {
        line.key: line.values["received"] for line in counted.lines if line.values["received"]
    }
    topics = count_figures(Asking(Period.of(PERIOD), ("received",), by="topic"), today=TODAY, apart=SEALED)
    assert Counter(row["topic"] for row in written) == {
        line.key: line.values["received"] for line in topics.lines
    }
    said = file.read_text(encoding="utf-8-sig")
    for appeal in Appeal.objects.all():
        assert appeal.tracking_number not in said
    names = {person.display_name for person in Applicant.objects.all()} - {""}
    assert names
    assert not [name for name in names if name in said]
    out = capsys.readouterr().out
    whole = count_figures(Asking(Period.of(PERIOD), ("received",)), today=TODAY).total["received"]
    assert f"Записано строк: {len(written)}" in out
    assert f"жалобы на кого-либо: {int(whole or 0) - len(written)}." in out
    assert not list(tmp_path.glob("*.part"))
    assert file.stat().st_mode & 0o077 == 0
    facts = Entry.objects.get(act="export_appeals").facts
    assert facts == {"period": PERIOD, "n": len(written), "n_apart": int(whole or 0) - len(written)}


def test_each_column_is_described(past: Town, tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    assert run(str(file), "--period", PERIOD) == 0
    described = re.findall(r"^\| (`.+?`(?:, `.+?`)*) \|", DESCRIBED.read_text(encoding="utf-8"), re.M)
    names = [name.strip("`") for cell in described for name in cell.split(", ")]
    assert sorted(names) == sorted(rows(file)[0])


def test_answers_say_their_days_and_whether_they_were_late(past: Town, tmp_path: Path) -> None:
    file = tmp_path / "body.csv"
    assert run(str(file), "--period", PERIOD, "--body", past.body.code) == 0
    written = rows(file)
    assert {row["body"] for row in written} >= {past.body.code}
    answered = [row for row in written if row["state"] == "answered"]
    assert answered
    for row in answered:
        assert row["late"] == ("yes" if row["closed_on"] > row["due_on"] else "no")
        assert int(row["days"]) >= 0
    for row in written:
        if row["state"] != "answered":
            assert row["late"] == row["days"] == ""


@pytest.mark.parametrize("words", [("--period", "2026-99"), ("--period", "2026", "--body", "nix")])
def test_what_is_not_understood_leaves_no_file(
    town: Town, tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(tmp_path / "x.csv"), *words) == 1
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err


def test_one_that_is_stopped_leaves_no_file(
    past: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> object:
        yield b"body\n"
        raise KeyboardInterrupt

    monkeypatch.setattr("kairyluu.usecases.figures.export.stream_rows", stopped)
    with pytest.raises(KeyboardInterrupt):
        run(str(tmp_path / "x.csv"), "--period", PERIOD)
    assert list(tmp_path.iterdir()) == []
    assert not Entry.objects.filter(act="export_appeals").exists()


def test_where_it_cannot_be_written_one_sentence_says_so(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "x.csv", tmp_path / "none" / "x.csv"):
        assert run(str(place), "--period", PERIOD) == 1
        assert str(place) in capsys.readouterr().err


def test_a_language_that_is_none_is_not_written_into_the_statement(town: Town) -> None:
    with pytest.raises(ValueError, match="ky FROM"):
        list(stream_rows(Period.year(2026), None, "ky FROM people_account --"))


def test_only_the_technical_operator_exports(town: Town) -> None:
    with pytest.raises(NotAllowed):
        export(
            ExportAppeals(period=Period.year(2026)),
            actor=town.overseer.actor,
            now=NOW,
            write=lambda piece: None,
        )

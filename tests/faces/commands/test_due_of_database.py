"""`kairyluu due` counts by the database where one answers: with the days that were entered on screen."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import Any

import pytest
from django.db import OperationalError

from kairyluu.faces.commands import due
from kairyluu.queries import directory
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, change_calendar
from tests.cast import NOW, Town

NAMES = {"name_ky": "Алай күнү", "name_ru": "День Алая", "name_en": "Alai day"}
RECEIVED = ("--received", "2026-03-16T11:00+06:00")


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    due.add_arguments(parser)
    code = due.run(parser.parse_args([*RECEIVED, *words]))
    return code, capsys.readouterr().out


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(capsys, *words, "--json")[1])
    return found


def enter_day_of_the_district(town: Town) -> None:
    command = ChangeCalendar(date=date(2026, 3, 17), kind="holiday", scope="kg-o-alai", **NAMES)
    change_calendar(command, actor=town.operator_of_the_system.actor, now=NOW)


def test_a_day_of_the_district_entered_on_screen_counts(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    enter_day_of_the_district(town)

    here = told(capsys, "--body", "da-o-alai")
    anywhere = told(capsys)
    by_files = told(capsys, "--body", "da-o-alai", "--data", str(due.DATA))

    assert (here["source"], here["registration_due"]) == ("database", "2026-03-18")
    assert here["own_days"] == [{"date": "2026-03-17", "scope": "kg-o-alai"}]
    assert (anywhere["source"], anywhere["registration_due"]) == ("database", "2026-03-17")
    assert (by_files["source"], by_files["registration_due"]) == ("files", "2026-03-17")


def test_the_text_says_by_what_was_counted(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = ask(capsys, "--body", "da-o-alai", "--language", "ru")

    assert "Посчитано по: базе данных" in said


def test_hours_of_the_database_count_where_they_are_asked_for(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    type(town.body).objects.filter(pk=town.body.pk).update(hours={"winter_hours": "13:00-18:00"})

    asked = told(capsys, "--body", "da-o-alai", "--office-hours", "yes")

    assert (asked["counted_because"], asked["counted_received_at"]) == (
        "before_opening",
        "2026-03-16T13:00:00+06:00",
    )
    assert ask(capsys, "--body", "nowhere") == (1, "")


def test_without_a_database_that_answers_the_files_are_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def silent() -> Any:
        raise OperationalError("connection refused")

    monkeypatch.setattr(directory, "directory", silent)

    assert told(capsys, "--body", "da-o-alai")["source"] == "files"

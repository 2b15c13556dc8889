"""The days, terms, hours and settings of one body as the reference files have them."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from kairyluu.faces.commands._counting.basis import COUNTS_NEXT, Asked, Basis, NoSuchBody, Office
from kairyluu.rules.deadlines import Term
from kairyluu.rules.office_hours import office_hours
from kairyluu.rules.workdays import CalendarDay

HOURS = ("summer_hours", "summer_lunch", "winter_hours", "winter_lunch")


def from_files(folder: Path, asked: Asked) -> Basis:
    """Raises `NoSuchBody` and `OSError`."""
    return Basis(
        "files",
        terms=list(_terms(folder)),
        days=list(_days(folder)),
        office=_office(folder, asked.body, asked.office_hours),
    )


def _terms(folder: Path) -> Iterator[Term]:
    names = {field.name for field in fields(Term)}
    for row in _rows(folder / "terms.csv"):
        values: dict[str, Any] = {name: row[name] for name in names}
        values |= {name: _day(row[name]) for name in ("effective_from", "effective_to")}
        yield Term(**values | {"amount": int(row["amount"]), "enabled": row["enabled"] == "yes"})


def _days(folder: Path) -> Iterator[CalendarDay]:
    names = {field.name for field in fields(CalendarDay)}
    dates = ("date", "paired_date", "decided_on", "announced_on")
    for row in _rows(folder / "calendar.csv"):
        values: dict[str, Any] = {name: row[name] for name in names & row.keys()}
        yield CalendarDay(**values | {name: _day(row[name]) for name in dates})


def _office(folder: Path, code: str, office_hours_count: str) -> Office:
    if not code:
        return Office()
    body = next((row for row in _rows(folder / "bodies.csv") if row["code"] == code), None)
    if body is None:
        raise NoSuchBody(facts={"body": code})
    settings = {row["code"]: row["value"] for row in _rows(folder / "settings.csv")}
    above = {row["code"]: row["parent_code"] for row in _rows(folder / "territories.csv")}
    counts = office_hours_count or settings[COUNTS_NEXT]
    seasons = {name: settings[name] for name in ("summer_from", "winter_from")}
    hours = office_hours({name: body[name] for name in HOURS}, **seasons) if counts == "yes" else None
    return Office(scopes=(*_places(body["territory_code"], above), code), hours=hours)


def _places(code: str, above: dict[str, str]) -> list[str]:
    found: list[str] = []
    while code and code not in found:
        found.insert(0, code)
        code = above.get(code, "")
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None

"""The hours, days and settings of one body, from the files alone: what `kairyluu due --body` counts by."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kairyluu.rules.office_hours import OfficeHours, Receipt, office_hours, receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import WorkCalendar

COUNTS_NEXT = "received_outside_hours_counts_next"
HOURS = ("summer_hours", "summer_lunch", "winter_hours", "winter_lunch")


class NoSuchBody(Refused):
    """bodies.csv has no body of this code."""


@dataclass(frozen=True)
class Office:
    """`scopes` are the places whose own days count here, the widest first; `hours` None where none are known or what
    comes outside them counts at once."""

    scopes: tuple[str, ...] = ()
    hours: OfficeHours | None = None

    def receipt_of(self, received_at: dt.datetime, calendar: WorkCalendar) -> Receipt:
        return receipt(received_at, self.hours, calendar)


def read_office(folder: Path, code: str, office_hours_count: str = "") -> Office:
    """Without a body the whole republic, round the clock. `office_hours_count` is yes, no, or empty for what
    settings.csv says. Raises `NoSuchBody`."""
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

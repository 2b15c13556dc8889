"""The form of one table file and what a row of it says."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kairyluu.data.reference.provenance import Sourced

Record = Mapping[str, str]
Values = dict[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """`texts` are columns taken as they stand, `more` the converted ones; `links` are foreign keys: field -> column
    with the code of a row of that model. `keeps_missing`: rows that left the file stay as they are."""

    file: str
    model: type[Sourced]
    key: tuple[str, ...] = ("code",)
    texts: tuple[str, ...] = ()
    more: Callable[[Record], Values] = lambda record: {}
    links: Mapping[str, str] = field(default_factory=dict)
    keeps_missing: bool = False

    def key_from(self, values: Values) -> Key:
        return tuple(values[name] for name in self.key)

    def key_of(self, row: Sourced) -> Key:
        return tuple(getattr(row, name) for name in self.key)


def is_yes(word: str) -> bool:
    return word.strip().lower() == "yes"


def day(word: str) -> dt.date | None:
    return dt.date.fromisoformat(word) if word else None


def read_records(file: Path) -> list[dict[str, str]]:
    """The rows of a table file, every cell stripped."""
    with file.open(encoding="utf-8", newline="") as opened:
        return [{name: (cell or "").strip() for name, cell in row.items()} for row in csv.DictReader(opened)]


def values_of(table: Table, record: Record) -> Values:
    """The row's fields without its links; a row is active unless its file says otherwise."""
    known = {name: record.get(name, "") for name in ("status", "source", "note")}
    return {"is_active": True} | known | {name: record[name] for name in table.texts} | table.more(record)

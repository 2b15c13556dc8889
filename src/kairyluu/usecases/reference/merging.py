"""Bringing one table to its file: find by key, create or update, never delete, never overwrite an administrator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model

from kairyluu.data.reference.provenance import Sourced
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.reference.tables import Record, Table, Values, values_of

Key = tuple[Any, ...]
BATCH = 200


class UnknownParent(Refused):
    """A row points at a code that is in no file and no table; facts: file, row, column, code."""


@dataclass(frozen=True)
class Counts:
    """Rows written, by what happened to them."""

    created: int = 0
    changed: int = 0
    retired: int = 0

    def to_json(self) -> dict[str, int]:
        return {"created": self.created, "changed": self.changed, "retired": self.retired}


@dataclass(frozen=True)
class Wanted:
    """What the file says of one row: `values` by column name of the model (`parent_id`), `plain` by field, for the
    eyes of an administrator."""

    values: Values
    plain: dict[str, Any]


def merge(table: Table, records: Iterable[Record]) -> Counts:
    """Writes only the rows that differ; two passes, since a parent may stand below its children."""
    by_key = {table.key_from(values_of(table, record)): record for record in records}
    rows: dict[Key, Sourced] = {table.key_of(row): row for row in table.model._default_manager.all()}

    new = [_new(table, by_key[key]) for key in by_key.keys() - rows.keys()]
    table.model._default_manager.bulk_create(_in_file_order(table, new, by_key), batch_size=BATCH)
    rows |= {table.key_of(row): row for row in new}

    codes = _codes(table)
    changed: dict[int, tuple[Sourced, set[str]]] = {}
    for key, record in by_key.items():
        fields = _bring(rows[key], _wanted(table, record, codes))
        if fields:
            changed[rows[key].pk] = (rows[key], fields)
    fresh = {row.pk for row in new}
    retired = [] if table.keeps_missing else [row for key, row in rows.items() if key not in by_key]
    gone = [row for row in retired if row.is_active and "is_active" not in row.edited_fields]
    for row in gone:
        row.is_active = False
        changed[row.pk] = (row, {"is_active"})
    _write(table.model, changed)
    n_changed = len(changed.keys() - fresh) - len(gone)
    return Counts(len(new), n_changed, len(gone))


def _new(table: Table, record: Record) -> Sourced:
    """Without links that may be empty: they are set in the second pass."""
    values = values_of(table, record)
    for name, column in table.links.items():
        if not table.model._meta.get_field(name).null:
            target = _target(table, name)._default_manager.filter(code=record[column])
            values[f"{name}_id"] = target.values_list("pk", flat=True).first()
    return table.model(**values)


def _bring(row: Sourced, wanted: Wanted) -> set[str]:
    """Changes the row to what is wanted, except where an administrator wrote; says which fields changed."""
    edited = set(row.edited_fields)
    changed, differs = set(), {}
    for (column, value), (name, plain) in zip(wanted.values.items(), wanted.plain.items(), strict=True):
        if getattr(row, column) == value:
            continue
        if name in edited:
            differs[name] = plain
        else:
            setattr(row, column, value)
            changed.add(name)
    if row.differs != differs:
        row.differs = differs
        changed.add("differs")
    return changed


def _wanted(table: Table, record: Record, codes: Mapping[type[Model], Mapping[str, int]]) -> Wanted:
    values = values_of(table, record)
    plain = {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()
    }
    for name, column in table.links.items():
        code = record[column]
        known = codes[_target(table, name)]
        if code and code not in known:
            raise UnknownParent({"file": table.file, "row": record["code"], "column": column, "code": code})
        values[f"{name}_id"] = known[code] if code else None
        plain[name] = code
    return Wanted(values, plain)


def _write(model: type[Sourced], changed: Mapping[int, tuple[Sourced, set[str]]]) -> None:
    fields = sorted(set().union(*(fields for _, fields in changed.values())))
    if fields:
        model._default_manager.bulk_update([row for row, _ in changed.values()], fields, batch_size=BATCH)


def _codes(table: Table) -> dict[type[Model], dict[str, int]]:
    """Code -> row id of every model this table points at."""
    models = {_target(table, name) for name in table.links}
    return {model: dict(model._default_manager.values_list("code", "pk")) for model in models}


def _target(table: Table, link: str) -> type[Model]:
    field = table.model._meta.get_field(link)
    assert isinstance(field, ForeignKey)
    return field.related_model  # type: ignore[return-value]


def _in_file_order(table: Table, rows: list[Sourced], by_key: Mapping[Key, Record]) -> list[Sourced]:
    """Tables without a code to sort by are listed in the order of their file, which is that of their ids."""
    place = {key: n for n, key in enumerate(by_key)}
    return sorted(rows, key=lambda row: place[table.key_of(row)])

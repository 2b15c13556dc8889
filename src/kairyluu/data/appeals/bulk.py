"""Writing appeals by the ten thousand: COPY, and the columns that a bulk writer does not name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import NOT_PROVIDED, Field


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows into a table by COPY, as they come: nothing is gathered."""
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def defaults_of(model: str, named: Iterable[str]) -> dict[str, Any]:
    """Columns of an appeals' table that `named` leaves out and that must not be empty, with what the model gives them:
    a later column does not break a bulk writer."""
    fields: Sequence[Field[Any, Any]] = apps.get_model("appeals", model)._meta.concrete_fields
    known = set(named)
    return {
        str(field.column): field.get_db_prep_save(field.get_default(), connection)
        for field in fields
        if field.column not in known and not field.null and not field.primary_key and _is_given(field)
    }


def _is_given(field: Field[Any, Any]) -> bool:
    return not getattr(field, "generated", False) and (field.default is not NOT_PROVIDED)

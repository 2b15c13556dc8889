"""The company is founded once a run and kept twice: committed in a database of its own beside the empty one, where
tests that roll back find it and copy nothing; and as rows, for tests that commit and so work in the empty one."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from kairyluu.queries import directory
from tests.cast import Town, build_town


@dataclass(frozen=True)
class KeptTown:
    """`rows` are statements of COPY with what they read; the ids stay, and the sequences are already past them.
    `town` is the company and the directory of its rows, which is as good as one read again. `inhabited` is the
    connection to the database in which they stand."""

    rows: tuple[tuple[str, bytes], ...]
    town: bytes
    inhabited: BaseDatabaseWrapper

    def settle(self) -> Town:
        """Gives this test objects of its own, of the rows that stand in its database or are put there now."""
        if connections[DEFAULT_DB_ALIAS] is not self.inhabited:
            self.copy_in()
        town, known = pickle.loads(self.town)
        directory._kept = replace(known, edition=directory._edition())
        return town  # type: ignore[no-any-return]

    def copy_in(self) -> None:
        with connection.cursor() as cursor:
            for statement, read in self.rows:
                with cursor.copy(f"{statement} FROM STDIN") as copy:
                    copy.write(read)

    def leave(self) -> None:
        """Drops the second database."""
        self.inhabited.close()
        name = self.inhabited.ops.quote_name(self.inhabited.settings_dict["NAME"])
        with self.inhabited._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")

    @contextmanager
    def moved_in(self) -> Iterator[None]:
        """Within this block the database of the tests is the one in which the company stands."""
        empty = connections[DEFAULT_DB_ALIAS]
        connections[DEFAULT_DB_ALIAS] = self.inhabited
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS] = empty


def keep_town() -> KeptTown:
    """The second database is copied from the first while nobody else is connected to that."""
    empty = connections[DEFAULT_DB_ALIAS]
    rows, town = _found_town()
    inhabited = empty.copy()
    inhabited.settings_dict["NAME"] = f"{empty.settings_dict['NAME']}_town"
    empty.close()
    copy, first = (empty.ops.quote_name(each.settings_dict["NAME"]) for each in (inhabited, empty))
    with empty._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {copy}")
        cursor.execute(f"CREATE DATABASE {copy} TEMPLATE {first}")
    kept = KeptTown(rows, town, inhabited)
    with kept.moved_in(), transaction.atomic():
        kept.copy_in()
    return kept


def _found_town() -> tuple[tuple[tuple[str, bytes], ...], bytes]:
    """In a transaction that is rolled back. Only tables that it fills from nothing are kept."""
    with transaction.atomic():
        tables = [model for model in apps.get_models(include_auto_created=True) if not _is_filled(model)]
        town = build_town()
        rows = tuple(_copied(model) for model in tables if _is_filled(model))
        kept = rows, pickle.dumps((town, directory.directory()))
        transaction.set_rollback(True)
    return kept


def _is_filled(model: type[Model]) -> bool:
    return bool(model._meta.managed and not model._meta.proxy and model._base_manager.exists())


def _copied(model: type[Model]) -> tuple[str, bytes]:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.generated)
    statement = f'COPY "{model._meta.db_table}" ({columns})'
    with connection.cursor() as cursor, cursor.copy(f"{statement} TO STDOUT") as copy:
        return statement, b"".join(bytes(part) for part in copy)

"""The company is founded once a run and kept as rows; each test that wants it gets a copy, many times faster."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

from kairyluu.queries import directory
from tests.cast import Town, build_town


@dataclass(frozen=True)
class KeptTown:
    """`rows` are statements of COPY with what they read; the ids stay, and the sequences are already past them.
    `town` is the company and the directory of its rows, which is as good as one read again."""

    rows: tuple[tuple[str, bytes], ...]
    town: bytes

    def settle(self) -> Town:
        """Puts the rows into the database of this test and gives it objects of its own."""
        with connection.cursor() as cursor:
            for statement, read in self.rows:
                with cursor.copy(f"{statement} FROM STDIN") as copy:
                    copy.write(read)
        town, known = pickle.loads(self.town)
        directory._kept = replace(known, edition=directory._edition())
        return town  # type: ignore[no-any-return]


def keep_town() -> KeptTown:
    """Founds the company in a transaction that is rolled back. Only tables that it fills from nothing are kept."""
    with transaction.atomic():
        tables = [model for model in apps.get_models(include_auto_created=True) if not _is_filled(model)]
        town = build_town()
        rows = tuple(_copied(model) for model in tables if _is_filled(model))
        kept = KeptTown(rows, pickle.dumps((town, directory.directory())))
        transaction.set_rollback(True)
    return kept


def _is_filled(model: type[Model]) -> bool:
    return bool(model._meta.managed and not model._meta.proxy and model._base_manager.exists())


def _copied(model: type[Model]) -> tuple[str, bytes]:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.generated)
    statement = f'COPY "{model._meta.db_table}" ({columns})'
    with connection.cursor() as cursor, cursor.copy(f"{statement} TO STDOUT") as copy:
        return statement, b"".join(bytes(part) for part in copy)

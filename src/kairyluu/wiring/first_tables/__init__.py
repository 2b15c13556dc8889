"""An empty database gets its tables in one go: as the migrations leave them, written down by `scripts/write_first_tables.py`.

Migrating from nothing takes some hundred steps, and most of their time is Python. `tables.sql` names the migrations it comes from,
each with the hash of its file; where one of them is another here, it is left alone and Django migrates step by step. Later
migrations come on top of it in the ordinary way."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

FILE = Path(__file__).with_name("tables.sql")
MADE_OF = "-- of "
BEHIND = "-- tables"  # ends the list of migrations


def lay() -> bool:
    """False where there are tables already, or the file is of other migrations than those of this program."""
    with connection.cursor() as cursor:
        if "django_migrations" in connection.introspection.table_names(cursor) or not is_of_this_program():
            return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FILE.read_text(encoding="utf-8"))
    return True


def is_of_this_program() -> bool:
    """Whether every migration in the file is here, unchanged."""
    return set(listed()) <= set(migrations())


def listed() -> Iterator[str]:
    """The migrations of the file, as in `migrations`."""
    with FILE.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(BEHIND):
                return
            if line.startswith(MADE_OF):
                yield line.removeprefix(MADE_OF).strip()


def migrations() -> Iterator[str]:
    """`app name hash` of every migration of the installed apps, the libraries' included."""
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        file = sys.modules[type(migration).__module__].__file__
        assert file
        yield f"{app} {name} {hashlib.sha256(Path(file).read_bytes()).hexdigest()[:16]}"

"""Filling tables without their indexes, foreign keys and triggers, which are put back, and proven, at the end of the same
transaction: whoever stops it in the middle leaves everything as it was. What the triggers of the figures would have noted
is made anew by who calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

# Of one transaction: indexes are built by two more processes, and foreign keys are proven by joining whole tables.
_SETTINGS = {
    "maintenance_work_mem": "1GB",
    "work_mem": "256MB",
    "max_parallel_maintenance_workers": "2",
    "max_parallel_workers_per_gather": "2",
}
CONSTRAINTS = """
SELECT r.relname, c.conname, pg_get_constraintdef(c.oid)
FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
WHERE r.relname = ANY (%s) AND c.contype IN ('f', 'u') ORDER BY c.contype DESC, c.conname
"""
INDEXES = """
SELECT i.relname, pg_get_indexdef(x.indexrelid)
FROM pg_index x JOIN pg_class r ON r.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
WHERE r.relname = ANY (%s) AND NOT x.indisprimary
AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype <> 'f') ORDER BY i.relname
"""
WALLS = """
SELECT r.relname, t.tgname FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
WHERE r.relname = ANY (%s) AND (t.tgname = 'no_conflict' OR t.tgname LIKE 'figures%%') AND NOT t.tgisinternal
"""
# What the walls would have refused: an act of somebody the complaint is about, or who stepped aside.
BROKEN = """
SELECT count(*) FROM {table} x
WHERE EXISTS (SELECT 1 FROM appeals_complainttarget t WHERE t.appeal_id = x.appeal_id)
   OR EXISTS (SELECT 1 FROM appeals_recusal r WHERE r.appeal_id = x.appeal_id)
"""


class WallBroken(Exception):
    """A row stands that a wall would have refused."""


@contextmanager
def lightened(tables: list[str]) -> Iterator[None]:
    """Inside a transaction. Putting a foreign key back checks every row against it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, value in _SETTINGS.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
        constraints, indexes, walls = (
            _found(cursor, query, tables) for query in (CONSTRAINTS, INDEXES, WALLS)
        )
        for table, name in walls:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
        for table, name, _ in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in constraints:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
        for table, name in walls:
            _prove(cursor, table, name)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {name}")


def _found(cursor: Any, query: str, tables: list[str]) -> list[tuple[str, ...]]:
    cursor.execute(query, [tables])
    return list(cursor.fetchall())


def _prove(cursor: Any, table: str, name: str) -> None:
    if name != "no_conflict":
        return
    cursor.execute(BROKEN.format(table=table))
    (n_broken,) = cursor.fetchone()
    if n_broken:
        raise WallBroken(f"{n_broken} rows of {table}")

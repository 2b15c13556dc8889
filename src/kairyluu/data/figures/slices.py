"""All appeals in slices by id, so that a recount of millions needs the memory and the disk of one slice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

AT_ONCE = 100_000
# An id is made of the moment of receipt, so a slice stands together in the tables.
_BORDERS = """
SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM appeals_appeal) AS numbered
WHERE n %% %s = 0 ORDER BY id
"""
SETTINGS = {
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "max_parallel_maintenance_workers": "2",
    "enable_memoize": "off",  # hardly a fact has the same happenings as another
}
NIL = UUID(int=0)


def slices(cursor: Any) -> list[tuple[UUID, UUID | None]]:
    """From an id (included) to the next slice's; the last has no end, so whatever comes meanwhile is in it."""
    cursor.execute(_BORDERS, [AT_ONCE])
    starts = [NIL, *(row[0] for row in cursor.fetchall())]
    return list(zip(starts, [*starts[1:], None], strict=True))


def within(column: str, part: tuple[UUID, UUID | None]) -> str:
    """A condition on a column of ids."""
    first, end = part
    return f"{column} >= '{first}'" + (f" AND {column} < '{end}'" if end else "")


def take_memory(cursor: Any) -> None:
    """For this transaction."""
    for name, value in SETTINGS.items():
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])

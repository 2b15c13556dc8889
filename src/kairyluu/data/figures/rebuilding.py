"""Making facts and cells anew from all appeals, beside those that are read meanwhile; at the end they take their place.

Nobody waits: who reads figures has the old sums and the list of changes, who works adds to the list. Changes that were there
before the first appeal was read are taken off the list; of what came later the fold finds out whether it is in already."""

from __future__ import annotations

from typing import Any

from django.db import connection

from kairyluu.data.figures import branches, joint, reaches
from kairyluu.data.figures.folding import LOCK
from kairyluu.data.figures.models import Reach
from kairyluu.data.figures.slices import slices, take_memory, within
from kairyluu.data.figures.sums import CELL, DIMENSIONS, FACT, fresh, summed

_IN_ORDER = ' ORDER BY 3, 4, 5, key COLLATE "C", 7'


def rebuild() -> int:
    """How many appeals there are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        take_memory(cursor)
        cursor.execute("DELETE FROM figures_change")
        n = _write_facts(cursor)
        _write_cells(cursor)
        for table, key in (("figures_fact", "appeal_id"), ("figures_cell", CELL)):
            _take_place(cursor, table, key)
        for last in Reach.objects.values_list("last", flat=True).order_by("last"):
            reaches.write(cursor, last)
        branches.write(cursor)
        joint.write(cursor, "<= 0")
    return n


def _write_facts(cursor: Any) -> int:
    cursor.execute("CREATE TABLE figures_fact_new (LIKE figures_fact)")
    n = 0
    for part in slices(cursor):
        text = f"INSERT INTO figures_fact_new ({FACT}) {fresh(within('a.id', part))} ORDER BY 1"
        cursor.execute(text)
        n += cursor.rowcount
    cursor.execute("ANALYZE figures_fact_new")
    return n


def _write_cells(cursor: Any) -> None:
    """Each dimension by itself, in the order of the key: what a question reads lies together."""
    cursor.execute("CREATE TABLE figures_cell_new (LIKE figures_cell)")
    for dimension in DIMENSIONS:
        cursor.execute(
            f"INSERT INTO figures_cell_new ({CELL}, n) {summed(dimension, 'figures_fact_new', _IN_ORDER)}"
        )


def _take_place(cursor: Any, table: str, key: str) -> None:
    for statement in (
        f"ALTER TABLE {table}_new ADD CONSTRAINT {table}_new_pkey PRIMARY KEY ({key})",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_new RENAME TO {table}",
        f"ALTER INDEX {table}_new_pkey RENAME TO {table}_pkey",
        f"ANALYZE {table}",
    ):
        cursor.execute(statement)

"""Sums of all bodies and of branches over thirds of months (grain t, standing on the first day) and over the year to the end of its first three
quarters (grain c, standing on the last day), made of those of their days.

Any period is put together of few of them (`rules.figures.pieces`): sums of nine months are hardly more than those of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kairyluu.data.figures.sums import CELL, DIMENSIONS, DUE_OPEN, JOINT

GRAINS = "'t', 'c'"
_SUMS = f"""
SELECT c.dimension, g.grain, c.body_id, c.happening, g.day, c.key, c.value, sum(c.n)
FROM figures_cell AS c CROSS JOIN LATERAL {JOINT.format(day="c.day")}
WHERE c.grain = 'd' AND c.happening <> {DUE_OPEN} AND c.dimension = {{dimension}} AND c.body_id {{bodies}} AND g.is_in
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.n) <> 0 ORDER BY 2, 3, 4, 5, c.key COLLATE "C", 7
"""  # noqa: S608 - constants


def write(cursor: Any, bodies: str) -> None:
    """From days that are right; `bodies` is a condition on their ids, none of which has such sums yet."""
    for dimension in DIMENSIONS:
        counted = _SUMS.format(dimension=dimension, bodies=bodies)
        cursor.execute(f"INSERT INTO figures_cell ({CELL}, n) {counted}")


def recounts() -> Iterable[tuple[str, str]]:
    """Which cells, and the statement that counts them."""
    for dimension in DIMENSIONS:
        which = f"dimension = {dimension} AND grain IN ({GRAINS})"
        yield which, _SUMS.format(dimension=dimension, bodies="<= 0")

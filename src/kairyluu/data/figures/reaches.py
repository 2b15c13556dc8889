"""Sums that reach from the first of a month (grain M) and of a year (grain Y) to one day, its cells standing on that day.

A year that still runs is held against the same days of the year before, whose last month is no whole one: by days of a body and
a column no sums are kept, so without these it would be counted from the appeals. Kept for few days; the fold adds to them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import connection

from kairyluu.data.figures import branches
from kairyluu.data.figures.folding import LOCK
from kairyluu.data.figures.models import Reach
from kairyluu.data.figures.slices import take_memory
from kairyluu.data.figures.sums import CELL, DUE_OPEN, FINE, IS_CONFIDENTIAL

# Contributions of the days from the first of the month, read from the facts: once for all columns.
_CONTRIBUTIONS = f"""
SELECT 1 AS sign, f.body_id, f.columns, {IS_CONFIDENTIAL} AS is_confidential, u.happening, u.day, u.value
FROM figures_fact AS f CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)
WHERE f.days && ARRAY(SELECT generate_series(date_trunc('month', '{{last}}'::timestamp), '{{last}}', '1 day')::date)
AND u.day BETWEEN date_trunc('month', '{{last}}'::timestamp)::date AND '{{last}}' AND u.happening <> {DUE_OPEN}
"""  # noqa: S608 - constants and a date
_MONTH = f"""
WITH contributions AS MATERIALIZED ({_CONTRIBUTIONS})
SELECT f.dimension, 'M', b.body_id, f.happening, '{{last}}'::date, f.key, f.value, sum(f.n)
FROM ({FINE}) AS f CROSS JOIN LATERAL (VALUES (f.body_id), (0)) AS b (body_id)
GROUP BY 1, 2, 3, 4, 5, 6, 7
"""  # noqa: S608 - the same
# Written in the order of the key, so that what a question reads lies together.
_IN_ORDER = ' ORDER BY 1, 3, 4, key COLLATE "C", 7'
# The months before and the part of the last one.
_YEAR = """
SELECT dimension, 'Y', body_id, happening, '{last}'::date, key, value, sum(n) FROM figures_cell
WHERE body_id >= 0 AND ((grain = 'M' AND day = '{last}')
OR (grain = 'm' AND day >= date_trunc('year', '{last}'::timestamp)::date AND day < date_trunc('month', '{last}'::timestamp)::date))
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0
"""
PARTS = (_MONTH, _YEAR)


def keep(wanted: Collection[date], *, since: date) -> int:
    """How many days were added to those that are kept; those before `since` are dropped. Whoever asked yesterday may still be reading
    its day: `since` leaves him some time. Nothing where somebody folds just now: it will be asked again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            return 0
        kept = set(Reach.objects.values_list("last", flat=True))
        _drop(cursor, {last for last in kept if last < since})
        new = set(wanted) - kept
        if new:
            take_memory(cursor)
        for last in sorted(new):
            write(cursor, last)
        Reach.objects.bulk_create(Reach(last=last) for last in sorted(new))
    return len(new)


def write(cursor: Any, last: date) -> None:
    """The cells of one day, from facts and cells that are right; none of a branch stands there yet."""
    for part in PARTS:
        cursor.execute(
            f"INSERT INTO figures_cell ({CELL}, n) {part.format(last=last.isoformat())}{_IN_ORDER}"
        )
    branches.write_reach(cursor, last.isoformat())


def _drop(cursor: Any, days: set[date]) -> None:
    if days:
        cursor.execute("DELETE FROM figures_reach WHERE last = ANY (%s)", [sorted(days)])
        cursor.execute(
            "DELETE FROM figures_cell WHERE grain IN ('M', 'Y') AND day = ANY (%s)", [sorted(days)]
        )

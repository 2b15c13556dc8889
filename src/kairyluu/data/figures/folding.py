"""The statements that keep the cells: old contributions of changed appeals out, new ones in.

One folds at a time (`LOCK`); whoever reads meanwhile sees one committed state or the next, and in each an appeal whose
contribution differs from its fact is in the list of changes."""

from __future__ import annotations

from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import COLUMNS, happenings
from kairyluu.rules.figures.catalogue import HAPPENINGS

LOCK = 4630811  # of the database, while somebody folds
PENDING = "ARRAY(SELECT DISTINCT appeal_id FROM figures_change)"
DUE_OPEN = HAPPENINGS["due_open"]

# Each contribution stands in: the month and the day of its body, whole; the month of its body by each column; the month and the
# day of all bodies, whole and by each column. What is open and due is looked for by the day it is due, so it stands in no month.
CELLS = f"""
SELECT k.dimension, g.grain, g.body_id, c.happening, g.day, k.key, c.value, sum(c.sign) AS n
FROM contributions AS c
CROSS JOIN LATERAL (
    SELECT 0 AS dimension, ''::text AS key
    UNION ALL SELECT u.place::int, coalesce(u.key, '') FROM unnest(c.columns) WITH ORDINALITY AS u (key, place)
) AS k
CROSS JOIN LATERAL (VALUES
    ('m', c.body_id, date_trunc('month', c.day)::date, c.happening <> {DUE_OPEN}),
    ('m', 0, date_trunc('month', c.day)::date, c.happening <> {DUE_OPEN}),
    ('d', c.body_id, c.day, k.dimension = 0 OR c.happening = {DUE_OPEN}),
    ('d', 0, c.day, true)
) AS g (grain, body_id, day, is_kept)
WHERE g.is_kept
GROUP BY 1, 2, 3, 4, 5, 6, 7
HAVING sum(c.sign) <> 0
"""  # noqa: S608 - constants

_FRESH = """
SELECT h.appeal_id, h.body_id, array_agg(h.happening ORDER BY h.happening, h.day) AS happenings,
       array_agg(h.day ORDER BY h.happening, h.day) AS days, array_agg(h.value ORDER BY h.happening, h.day) AS values,
       ARRAY[{columns}] AS columns
FROM ({happenings}) AS h GROUP BY h.appeal_id, h.body_id, {columns}
"""
CONTRIBUTIONS = """
SELECT {sign} AS sign, f.body_id, f.columns, u.happening, u.day, u.value
FROM {facts} AS f CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)
"""

_FOLD = f"""
WITH fresh AS MATERIALIZED ({{fresh}}),
old AS MATERIALIZED (SELECT * FROM figures_fact WHERE appeal_id = ANY (%s)),
contributions AS ({CONTRIBUTIONS.format(sign="1", facts="fresh")} UNION ALL {CONTRIBUTIONS.format(sign="-1", facts="old")}),
kept AS (
    INSERT INTO figures_fact (appeal_id, body_id, happenings, days, values, columns)
    SELECT appeal_id, body_id, happenings, days, values, columns FROM fresh
    ON CONFLICT (appeal_id) DO UPDATE SET body_id = excluded.body_id, happenings = excluded.happenings,
        days = excluded.days, values = excluded.values, columns = excluded.columns
),
gone AS (DELETE FROM figures_fact WHERE appeal_id = ANY (%s) AND appeal_id NOT IN (SELECT appeal_id FROM fresh))
INSERT INTO figures_cell AS cell (dimension, grain, body_id, happening, day, key, value, n) {CELLS}
ON CONFLICT (dimension, grain, body_id, happening, day, key, value) DO UPDATE SET n = cell.n + excluded.n
"""  # noqa: S608 - constants


def fresh(appeals: str = "") -> str:
    """Facts as they are now, of all appeals or of an array of ids."""
    text, values = happenings(HAPPENINGS, list(COLUMNS), appeals=appeals)
    assert not values
    return _FRESH.format(happenings=text, columns=", ".join(f"h.{name}" for name in COLUMNS))


def fold(most: int) -> int:
    """Of at most so many changes, the oldest first; how many were taken. 0 also where somebody else is folding."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute(
            "WITH taken AS (DELETE FROM figures_change WHERE id IN (SELECT id FROM figures_change ORDER BY id LIMIT %s)"
            " RETURNING appeal_id) SELECT count(*), array_agg(DISTINCT appeal_id) FROM taken",
            [most],
        )
        n, ids = cursor.fetchone()
        if n:
            # Read after they were taken: what was committed meanwhile is in already, and is folded again as no change.
            text = _FOLD.format(fresh=fresh("%s::uuid[]"))
            cursor.execute(text, [ids] * (text.count("%s")))
    return int(n)


def rebuild() -> int:
    """Everything anew; how many appeals there are. Readers wait until it is done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s), set_config('work_mem', '256MB', true)", [LOCK])
        cursor.execute("TRUNCATE figures_cell, figures_fact, figures_change")
        cursor.execute(
            "INSERT INTO figures_fact (appeal_id, body_id, happenings, days, values, columns)"  # noqa: S608 - constants
            f" SELECT appeal_id, body_id, happenings, days, values, columns FROM ({fresh()}) AS f ORDER BY appeal_id"
        )
        n = cursor.rowcount
        cursor.execute(
            "INSERT INTO figures_cell (dimension, grain, body_id, happening, day, key, value, n)"  # noqa: S608 - constants
            f" WITH contributions AS ({CONTRIBUTIONS.format(sign='1', facts='figures_fact')})"
            f" SELECT * FROM ({CELLS}) AS c ORDER BY 1, 2, 3, 4, 5, 6, 7"
        )
        cursor.execute("ANALYZE figures_fact, figures_cell")
    return int(n)


_DIFFERENT = """
WITH fresh AS ({fresh}),
pending AS MATERIALIZED (SELECT * FROM ({pending}) AS p),
old AS (SELECT * FROM figures_fact WHERE appeal_id = ANY ({ids})),
contributions AS ({recounted}),
recounted AS ({cells}),
changes AS ({changes}),
kept AS (
    SELECT dimension, grain, body_id, happening, day, key, value, sum(n) AS n FROM (
        SELECT dimension, grain, body_id, happening, day, key, value, n FROM figures_cell
        UNION ALL SELECT * FROM changes
    ) AS both_parts GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT dimension, grain, body_id, happening, day, key, value, coalesce(k.n, 0), coalesce(r.n, 0)
FROM kept AS k FULL JOIN recounted AS r USING (dimension, grain, body_id, happening, day, key, value)
WHERE coalesce(k.n, 0) <> coalesce(r.n, 0)
ORDER BY 1, 2, 3, 4, 5, 6, 7 LIMIT %s
"""


def differences(most: int) -> list[tuple[Any, ...]]:
    """Cells that are not what a recount of all appeals gives, the changes not yet folded taken into account: (dimension, grain,
    body, happening, day, key, value, kept, recounted). One statement, so that clerks may go on working."""
    sides = (CONTRIBUTIONS.format(sign="1", facts="pending"), CONTRIBUTIONS.format(sign="-1", facts="old"))
    text = _DIFFERENT.format(
        fresh=fresh(),
        pending=fresh(PENDING),
        ids=PENDING,
        recounted=CONTRIBUTIONS.format(sign="1", facts="fresh"),
        cells=CELLS,
        changes=CELLS.replace("FROM contributions AS c", f"FROM ({' UNION ALL '.join(sides)}) AS c"),
    )
    with connection.cursor() as cursor:
        cursor.execute(text, [most])
        return cursor.fetchall()

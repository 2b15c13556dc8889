"""Keeping the cells: old contributions of changed appeals out, new ones in.

One folds or makes anew at a time (`LOCK`); whoever reads meanwhile sees one committed state or the next, and in each an appeal whose
contribution differs from its fact is in the list of changes."""

from __future__ import annotations

from django.db import connection

from kairyluu.data.figures.sums import CELL, CELLS, CONTRIBUTIONS, FACT, fresh

LOCK = 4630811  # of the database, while somebody folds
PENDING = "ARRAY(SELECT DISTINCT appeal_id FROM figures_change)"

_FOLD = f"""
WITH fresh AS MATERIALIZED ({{fresh}}),
old AS MATERIALIZED (SELECT * FROM figures_fact WHERE appeal_id = ANY (%s)),
contributions AS ({CONTRIBUTIONS.format(sign="1", facts="fresh")} UNION ALL {CONTRIBUTIONS.format(sign="-1", facts="old")}),
kept AS (
    INSERT INTO figures_fact ({FACT}) SELECT {FACT} FROM fresh
    ON CONFLICT (appeal_id) DO UPDATE SET body_id = excluded.body_id, happenings = excluded.happenings,
        days = excluded.days, values = excluded.values, columns = excluded.columns
),
gone AS (DELETE FROM figures_fact WHERE appeal_id = ANY (%s) AND appeal_id NOT IN (SELECT appeal_id FROM fresh))
INSERT INTO figures_cell AS cell ({CELL}, n) {CELLS}
ON CONFLICT ({CELL}) DO UPDATE SET n = cell.n + excluded.n
"""  # noqa: S608 - constants


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
            text = _FOLD.format(fresh=fresh("a.id = ANY (%s::uuid[])"))
            cursor.execute(text, [ids] * (text.count("%s")))
    return int(n)

"""Holding the kept sums against the appeals, while people work: facts against appeals, then cells against facts, those of reaches against facts and
months, those of branches against the cells of their bodies, those of thirds and quarters against the days.

Each slice and each dimension is one statement, so each sees one moment. In it an appeal whose fact is not what it says now is in the
list of changes, and the cells are the sums of the facts; a fold between two statements keeps both true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from kairyluu.data.figures import branches, joint
from kairyluu.data.figures.models import Reach
from kairyluu.data.figures.reaches import PARTS
from kairyluu.data.figures.slices import slices, take_memory, within
from kairyluu.data.figures.sums import CELL, CELLS, CONTRIBUTIONS, DIMENSIONS, FACT, fresh, summed

# dimension, grain, body, happening, day, key, value
Key = tuple[Any, ...]
# kept and recounted
Pair = list[int]
# "appeals" or "sums", how many parts of them were looked at, of how many, how many that differ were found in them
Tell = Callable[[str, int, int, int], None]

_WRONG_FACTS = f"""
WITH fresh AS ({{fresh}}), kept AS (SELECT {FACT} FROM figures_fact WHERE {{within}})
SELECT appeal_id FROM fresh AS n FULL JOIN kept AS k USING (appeal_id)
WHERE (n.body_id, n.happenings, n.days, n.values, n.columns)
      IS DISTINCT FROM (k.body_id, k.happenings, k.days, k.values, k.columns)
AND NOT EXISTS (SELECT 1 FROM figures_change AS c WHERE c.appeal_id = coalesce(n.appeal_id, k.appeal_id))
LIMIT %s
"""  # noqa: S608 - constants
_WRONG_CELLS = f"""
SELECT {CELL}, coalesce(k.n, 0), coalesce(r.n, 0)
FROM (SELECT {CELL}, n FROM figures_cell WHERE {{which}}) AS k
FULL JOIN ({{recounted}}) AS r ({CELL}, n) USING ({CELL})
WHERE coalesce(k.n, 0) <> coalesce(r.n, 0) LIMIT %s
"""  # noqa: S608 - constants
_MISSING = f"""
WITH fresh AS ({{fresh}}), old AS (SELECT * FROM figures_fact WHERE appeal_id = ANY (%s::uuid[])),
contributions AS ({CONTRIBUTIONS.format(sign="1", facts="fresh")} UNION ALL {CONTRIBUTIONS.format(sign="-1", facts="old")}),
missing AS ({CELLS})
SELECT {CELL}, coalesce(c.n, 0), coalesce(c.n, 0) + m.n
FROM missing AS m LEFT JOIN figures_cell AS c USING ({CELL}) ORDER BY {CELL} LIMIT %s
"""  # noqa: S608 - constants


def _tell_nobody(what: str, n: int, of: int, n_wrong: int) -> None:
    pass


def differences(most: int, tell: Tell = _tell_nobody) -> list[tuple[Any, ...]]:
    """Cells that are not what a recount of all appeals gives, the changes not yet folded taken into account: (dimension, grain,
    body, happening, day, key, value, kept, recounted)."""
    with connection.cursor() as cursor:
        take_memory(cursor)
        found: dict[Key, Pair] = {}
        for *key, kept, counted in _of_facts(cursor, most, tell):
            found[tuple(key)] = [int(kept), int(counted)]
        for *key, kept, counted in _of_cells(cursor, most, tell):
            pair = found.setdefault(tuple(key), [int(kept), int(kept)])
            pair[1] += int(counted) - int(kept)
    rows = [(*key, *pair) for key, pair in sorted(found.items()) if pair[0] != pair[1]]
    return rows[:most]


def _of_facts(cursor: Any, most: int, tell: Tell) -> list[tuple[Any, ...]]:
    wrong: list[Any] = []
    parts = slices(cursor)
    for n, part in enumerate(parts, 1):
        text = _WRONG_FACTS.format(fresh=fresh(within("a.id", part)), within=within("appeal_id", part))
        cursor.execute(text, [most])
        wrong += [row[0] for row in cursor.fetchall()]
        tell("appeals", n, len(parts), len(wrong))
        if len(wrong) >= most:
            break
    if not wrong:
        return []
    text = _MISSING.format(fresh=fresh("a.id = ANY (%s::uuid[])"))
    cursor.execute(text, [*[wrong] * (text.count("%s") - 1), most])
    return list(cursor.fetchall())


def _of_cells(cursor: Any, most: int, tell: Tell) -> Iterator[tuple[Any, ...]]:
    recounts = list(_recounts())
    for n, (which, recounted) in enumerate(recounts, 1):
        cursor.execute(_WRONG_CELLS.format(which=which, recounted=recounted), [most])
        wrong = cursor.fetchall()
        tell("sums", n, len(recounts), len(wrong))
        yield from wrong


def _recounts() -> Iterator[tuple[str, str]]:
    """Which cells, and the statement that counts them."""
    for dimension in DIMENSIONS:
        yield (
            f"dimension = {dimension} AND grain IN ('y', 'm', 'd') AND body_id >= 0",
            summed(dimension, "figures_fact"),
        )
    for last in Reach.objects.values_list("last", flat=True).order_by("last"):
        for grain, part in zip("MY", PARTS, strict=True):
            yield f"grain = '{grain}' AND day = '{last}' AND body_id >= 0", part.format(last=last)
    yield from branches.recounts()
    yield from joint.recounts()

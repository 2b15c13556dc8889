"""Sums of many bodies together: of who stands under an oblast's or a ministry's head, as those of all bodies are kept.

A year of an oblast by topic reads as many cells as a body has then, not as all of them together have. A branch is a set of bodies that stays
as it is: when a body moves, opens or closes, another one is made beside it, and the old one is kept up until whoever read its name
is done. So no reader meets sums of other bodies than he asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures import joint
from kairyluu.data.figures.folding import LOCK
from kairyluu.data.figures.models import Branch
from kairyluu.data.figures.slices import take_memory
from kairyluu.data.figures.sums import BRANCHES, CELL, DIMENSIONS, unnested

FEWEST = 8  # bodies: of fewer the sums are few enough to be read one by one
PERIODS, REACHES, DAYS = "'m', 'y'", "'M', 'Y'", "'d'"
# Of months and years from the cells of the bodies, of days from the facts: bodies keep none by column. Both in the order of the key, so that
# what a question reads lies together.
_SUMS = f"""
SELECT c.dimension, c.grain, b.place, c.happening, c.day, c.key, c.value, sum(c.n)
FROM figures_cell AS c JOIN ({BRANCHES}) AS b USING (body_id)
WHERE {{which}} GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.n) <> 0 ORDER BY 2, 3, 4, 5, c.key COLLATE "C", 7
"""  # noqa: S608 - constants
_DAYS = f"""
SELECT {{dimension}}, 'd', b.place, c.happening, c.day, c.key, c.value, count(*)
FROM ({{facts}}) AS c JOIN ({BRANCHES}) AS b USING (body_id)
WHERE {{which}} GROUP BY 3, 4, 5, 6, 7 ORDER BY 3, 4, 5, c.key COLLATE "C", 7
"""  # noqa: S608 - the same


def keep(wanted: Collection[frozenset[int]], *, now: datetime, since: datetime) -> int:
    """How many branches were added; what nobody has wanted from before `since` goes. Nothing where somebody folds just now: it will be
    asked again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            return 0
        kept = {frozenset(branch.bodies): branch for branch in Branch.objects.all()}
        _mark(kept, wanted, now)
        _drop(cursor, Branch.objects.filter(unwanted_since__lt=since).values_list("pk", flat=True))
        new = Branch.objects.bulk_create(
            Branch(bodies=sorted(bodies)) for bodies in sorted(set(wanted) - set(kept), key=sorted)
        )
        if new:
            take_memory(cursor)
            places = f"IN ({', '.join(str(-branch.pk) for branch in new)})"
            _write_sums(cursor, f"c.grain IN ({PERIODS}, {REACHES}) AND b.place {places}")
            _write_days(cursor, f"b.place {places}")
            joint.write(cursor, places)
    return len(new)


def write(cursor: Any) -> None:
    """All but the reaches and what is made of days (`joint`) of all branches, from facts and from cells of their bodies that are right."""
    if Branch.objects.exists():
        _write_sums(cursor, f"c.grain IN ({PERIODS})")
        _write_days(cursor, "true")


def write_reach(cursor: Any, last: str) -> None:
    """The reaches of one day."""
    if Branch.objects.exists():
        _write_sums(cursor, f"c.grain IN ({REACHES}) AND c.day = '{last}'")


def recounts() -> Iterable[tuple[str, str]]:
    """Which cells, and the statement that counts them: from those of the bodies and, by day, from the facts."""
    sums, days = f"{PERIODS}, {REACHES}", DAYS
    for dimension in DIMENSIONS:
        which = f"dimension = {dimension} AND body_id < 0 AND grain IN ({{}})"
        yield which.format(sums), _SUMS.format(which=f"c.dimension = {dimension} AND c.grain IN ({sums})")
        yield which.format(days), _days(dimension, "true")


def tops() -> dict[int, str]:
    """By where its sums stand the code of the body above all others of a branch, with a slash."""
    rows = Body.objects.values_list("pk", "path", "code").order_by()
    known = {pk: (path, f"{code}/") for pk, path, code in rows}
    return {-branch.pk: min(known[pk] for pk in branch.bodies)[1] for branch in Branch.objects.all()}


def _write_sums(cursor: Any, which: str) -> None:
    for dimension in DIMENSIONS:
        _insert(cursor, _SUMS.format(which=f"c.dimension = {dimension} AND {which}"))


def _write_days(cursor: Any, which: str) -> None:
    for dimension in DIMENSIONS:
        _insert(cursor, _days(dimension, which))


def _days(dimension: int, which: str) -> str:
    return _DAYS.format(dimension=dimension, facts=unnested(dimension, "figures_fact"), which=which)


def _insert(cursor: Any, counted: str) -> None:
    cursor.execute(f"INSERT INTO figures_cell ({CELL}, n) {counted}")


def _mark(kept: dict[frozenset[int], Branch], wanted: Collection[frozenset[int]], now: datetime) -> None:
    of_use = [branch.pk for bodies, branch in kept.items() if bodies in wanted]
    Branch.objects.filter(pk__in=of_use, unwanted_since__isnull=False).update(unwanted_since=None)
    Branch.objects.exclude(pk__in=of_use).filter(unwanted_since__isnull=True).update(unwanted_since=now)


def _drop(cursor: Any, ids: Iterable[int]) -> None:
    gone = sorted(ids)
    if gone:
        # By the first columns of the key: the table is not read through.
        cursor.execute(
            f"DELETE FROM figures_cell WHERE dimension = ANY (%s) AND grain IN ({PERIODS}, {REACHES}, {DAYS}, {joint.GRAINS})"  # noqa: S608
            " AND body_id = ANY (%s)",
            [list(DIMENSIONS), [-pk for pk in gone]],
        )
        Branch.objects.filter(pk__in=gone).delete()

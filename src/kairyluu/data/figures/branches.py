"""Sums of many bodies together: of who stands under an oblast's or a ministry's head, by month, year and reach.

A year of an oblast by topic reads as many cells as a body has then, not as all of them together have. A branch is a set of bodies that stays
as it is: when a body moves, opens or closes, another one is made beside it, and the old one is kept up until whoever read its name
is done. So no reader meets sums of other bodies than he asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures.folding import LOCK
from kairyluu.data.figures.models import Branch
from kairyluu.data.figures.slices import take_memory
from kairyluu.data.figures.sums import BRANCHES, CELL, DIMENSIONS

FEWEST = 8  # bodies: of fewer the sums are few enough to be read one by one
_KINDS = {"periods": "'m', 'y'", "reaches": "'M', 'Y'"}
GRAINS = ", ".join(_KINDS.values())
# In the order of the key, so that what a question reads lies together.
_SUMS = f"""
SELECT c.dimension, c.grain, b.place, c.happening, c.day, c.key, c.value, sum(c.n)
FROM figures_cell AS c JOIN ({BRANCHES}) AS b USING (body_id)
WHERE {{which}} GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.n) <> 0 ORDER BY 2, 3, 4, 5, c.key COLLATE "C", 7
"""  # noqa: S608 - constants


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
            places = ", ".join(str(-branch.pk) for branch in new)
            _write(cursor, f"c.grain IN ({GRAINS}) AND b.place IN ({places})")
    return len(new)


def write(cursor: Any) -> None:
    """The months and years of all branches, from sums of their bodies that are right."""
    _write(cursor, f"c.grain IN ({_KINDS['periods']})")


def write_reach(cursor: Any, last: str) -> None:
    """The same as far as a day."""
    _write(cursor, f"c.grain IN ({_KINDS['reaches']}) AND c.day = '{last}'")


def recounts() -> Iterable[tuple[str, str]]:
    """Which cells, and the statement that counts them from those of the bodies."""
    for dimension in DIMENSIONS:
        counted = _SUMS.format(which=f"c.dimension = {dimension} AND c.grain IN ({GRAINS})")
        yield f"dimension = {dimension} AND body_id < 0", counted


def tops() -> dict[int, str]:
    """By where its sums stand the code of the body above all others of a branch, with a slash."""
    known = {
        pk: (path, f"{code}/") for pk, path, code in Body.objects.values_list("pk", "path", "code").order_by()
    }
    return {-branch.pk: min(known[pk] for pk in branch.bodies)[1] for branch in Branch.objects.all()}


def _write(cursor: Any, which: str) -> None:
    if not Branch.objects.exists():
        return
    for dimension in DIMENSIONS:
        counted = _SUMS.format(which=f"c.dimension = {dimension} AND {which}")
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
            f"DELETE FROM figures_cell WHERE dimension = ANY (%s) AND grain IN ({GRAINS}) AND body_id = ANY (%s)",  # noqa: S608
            [list(DIMENSIONS), [-pk for pk in gone]],
        )
        Branch.objects.filter(pk__in=gone).delete()

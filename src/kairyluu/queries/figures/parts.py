"""The parts of the statement that counts from the kept sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kairyluu.data.figures.happenings import Statement
from kairyluu.data.figures.sums import CONFIDENTIAL
from kairyluu.queries.figures.apart import Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.needed import Need
from kairyluu.queries.figures.plans import PLACES, REACHING, Plan, Stretch, stretches
from kairyluu.queries.figures.rows import picked
from kairyluu.queries.figures.told import Told, numbers
from kairyluu.rules.figures.periods import Period


@dataclass(frozen=True)
class Way:
    """Which sums are added or taken off: of all appeals or of the confidential ones, by their keys or under none."""

    sign: int = 1
    is_confidential: bool = False
    has_keys: bool = True


ALL = Way()  # and what is veiled goes from its key to where nothing is given
FROM_KEYS = Way(sign=-1, is_confidential=True)
TO_UNKNOWN = Way(is_confidential=True, has_keys=False)


def parts_of(need: Need, asking: Asking, plan: Plan, apart: Apart, told: Told) -> Iterator[Statement]:
    """Sums of the cells, and of the changes the fresh contributions less those that were folded, less what is gone; then what is veiled; the
    edges beside them. Each in the columns body_id, day, key, happening, value, n."""
    ways = [ALL, *([FROM_KEYS, TO_UNKNOWN] if apart.veiled and plan.column else [])]
    for way in ways:
        # What is gone, out; of the confidential ones those that were moved with the others, back.
        gone = [apart.unveiled] if way.is_confidential else apart.parts
        for grain, period in plan.spans:
            yield _cells(need, plan, grain, period, way)
        for stretch in stretches(plan):
            yield from _changed(plan, way, stretch, gone, told)
        for grain, days in plan.minus:
            yield taken_off(_cells(need, plan, grain, days, way))
            yield from map(taken_off, _changed(plan, way, (days, plan.bodies), gone, told))
    for sign, edge in plan.edges:
        of_whom = replace(asking, bodies=plan.alone) if plan.alone else asking
        counted = _counted(replace(need, period=edge), of_whom, plan, apart)
        yield counted if sign > 0 else taken_off(counted)


def _changed(plan: Plan, way: Way, stretch: Stretch, gone: Iterable[str], told: Told) -> Iterator[Statement]:
    """What the cells of these days do not say yet, or must not."""
    yield _read(told.fresh(plan), plan, way, stretch)
    yield taken_off(_read(told.folded(plan), plan, way, stretch))
    for which in gone:
        yield taken_off(_read(told.which(plan, which), plan, replace(way, is_confidential=False), stretch))


def _read(table: str, plan: Plan, way: Way, stretch: Stretch) -> Statement:
    """From what was told, in the columns of `_cells`."""
    key = "key" if way.has_keys else "''"
    where = "day BETWEEN %s AND %s"
    days, bodies = stretch
    values: list[Any] = [days.first, days.last]
    if way.is_confidential:
        where += " AND is_confidential"
    if bodies is not None:
        where += " AND body_id = ANY (%s)"
        values.append(sorted(bodies))
    said, given = _of_keys(plan, key)
    return (
        f"SELECT body_id, day, {key}, happening, value, {way.sign} FROM {table} WHERE {where}{said}",  # noqa: S608 - constants
        values + given,
    )


def taken_off(part: Statement) -> Statement:
    text, values = part
    names = "body_id, day, key, happening, value"
    return f"SELECT {names}, -n FROM ({text}) AS x ({names}, n)", values  # noqa: S608 - constants


def _counted(need: Need, asking: Asking, plan: Plan, apart: Apart) -> Statement:
    """From the appeals themselves, in the columns of `_cells`."""
    text, values = picked(need, asking, apart)
    key = f"coalesce(h.{plan.column}, '')" if plan.column else "''"
    return f"SELECT h.body_id, h.day, {key} AS key, h.happening, h.value, 1 AS n FROM ({text}) AS h", values  # noqa: S608 - constants


def _cells(need: Need, plan: Plan, grain: str, period: Period, way: Way) -> Statement:
    where = "dimension = %s AND grain = %s AND happening = ANY (%s) AND day BETWEEN %s AND %s"
    place = PLACES.get(plan.column, 0) if way.has_keys else 0
    dimension = place + (CONFIDENTIAL if way.is_confidential else 0)
    first = period.last if grain in REACHING else period.first
    values: list[Any] = [dimension, grain, numbers(need), first, period.last]
    if plan.is_of_all:
        where += " AND body_id = 0"
    elif plan.bodies is not None:
        where += " AND body_id = ANY (%s)"
        values.append([place for place in plan.places if grain != "d" or place not in plan.alone])
    else:
        where += " AND body_id > 0"
    said, given = _of_keys(plan, "key")
    return (
        f"SELECT body_id, day, key, happening, value, {way.sign} * n AS n FROM figures_cell WHERE {where}{said}",  # noqa: S608 - constants
        values + given,
    )


def _of_keys(plan: Plan, key: str) -> Statement:
    return ("", []) if plan.keys is None else (f" AND {key} = ANY (%s::text[])", [list(plan.keys)])

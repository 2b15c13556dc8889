"""Counting from the kept sums, right to the second: what changed since they were folded is put right in the same statement.

Not every question has its sums (see `data.figures.folding.CELLS`): a plan is None where the appeals themselves must be counted, which
`rows` does. Those are two breakdowns at once, and a breakdown of some bodies by days that make no whole month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from kairyluu.data.figures.folding import PENDING
from kairyluu.data.figures.happenings import COLUMNS, Statement, happenings
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.dimensions import BODY, DAY, HEAD, MADE_OF, keys_of
from kairyluu.queries.figures.needed import DUE_OPEN, Need
from kairyluu.queries.figures.rows import NAMES, Row, count_rows, reader
from kairyluu.rules.figures.catalogue import HAPPENINGS
from kairyluu.rules.figures.periods import Period

_ONE = dt.timedelta(days=1)
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
FINE = ("day", "week")  # times that are no whole months


@dataclass(frozen=True)
class Plan:
    """Cells broken down by `column` (empty: whole), of these `keys` (None: all), summed by `selected`. `spans` are grains with their
    days. `is_of_all`: those of all bodies together."""

    column: str
    selected: str
    spans: tuple[tuple[str, Period], ...]
    bodies: frozenset[int] | None
    is_of_all: bool
    keys: tuple[str, ...] | None = None


def count_quickly(need: Need, asking: Asking, apart: Apart = NOBODY) -> Iterator[Row]:
    """The same rows as `rows.count_rows`, from the cells where they can be had. What is apart is subtracted in the same statement."""
    asked = _of_bodies(asking)
    plan = make_plan(need, asked)
    if plan is None:
        yield from count_rows(need, asking, apart)
        return
    text, values = _statement(need, plan, apart)
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        found = cursor.fetchall()
    read = reader(asking.by)
    columns = len(found[0]) - 3 if found else 1
    for row in found:
        yield read(row[:columns]), NAMES[row[columns]], row[columns + 1], int(row[columns + 2])


def _of_bodies(asking: Asking) -> Asking:
    """A condition on the body or its place is the set of bodies for which it holds."""
    bodies, left = asking.bodies, []
    for dimension, key in asking.where:
        if MADE_OF[dimension] != BODY:
            left.append((dimension, key))
            continue
        kept, _ = keys_of(dimension).kept_for(key)
        found = frozenset(int(pk) for pk in kept)
        bodies = found if bodies is None else bodies & found
    return replace(asking, bodies=bodies, where=tuple(left))


def make_plan(need: Need, asking: Asking) -> Plan | None:
    made_of = MADE_OF[asking.by] if asking.by else ""
    conditions = [(MADE_OF[dimension], dimension, key) for dimension, key in asking.where]
    columns = {made for made in (made_of, *(made for made, _, _ in conditions)) if made in PLACES}
    if any(made == HEAD for made, _, _ in conditions) or len(columns) > 1 or len(conditions) > 1:
        return None
    keys = _wanted(conditions)
    if keys is not None and made_of in columns:
        return None
    column = next(iter(columns), "")
    is_of_all = asking.bodies is None and made_of not in (BODY, HEAD)
    has_days = is_of_all or not column
    spans = _spans(need, made_of == HEAD or asking.by in FINE, has_days=has_days)
    if spans is None:
        return None
    selected = {BODY: "body_id::text", DAY: "day", HEAD: "body_id, day"}.get(
        made_of, "key" if made_of else "''"
    )
    return Plan(column, selected, spans, asking.bodies, is_of_all, keys)


def _wanted(conditions: list[tuple[str, str, str]]) -> tuple[str, ...] | None:
    for _made, dimension, key in conditions:
        kept, is_unknown = keys_of(dimension).kept_for(key)
        return (*kept, "") if is_unknown else tuple(kept)
    return None


def _spans(need: Need, is_fine: bool, *, has_days: bool) -> tuple[tuple[str, Period], ...] | None:
    """The period in whole months and single days; None where days are needed and not kept."""
    if DUE_OPEN in need.happenings:
        return (("d", need.period),)
    if is_fine:
        return (("d", need.period),) if has_days else None
    first, last = need.period.first, need.period.last
    begin = first if first.day == 1 else (first.replace(day=1) + 32 * _ONE).replace(day=1)
    end = last if (last + _ONE).day == 1 else last.replace(day=1) - _ONE
    if begin > end:
        return (("d", need.period),) if has_days else None
    spans = [("m", Period(begin, end))]
    spans += [("d", Period(first, begin - _ONE))] if first < begin else []
    spans += [("d", Period(end + _ONE, last))] if end < last else []
    return tuple(spans) if has_days or len(spans) == 1 else None


def _statement(need: Need, plan: Plan, apart: Apart) -> Statement:
    """Sums of the cells, and of the changes the fresh contributions less those that were folded; less what is apart."""
    parts = [_cells(need, plan, grain, period) for grain, period in plan.spans]
    parts += [_fresh(need, plan), _folded(need, plan), *_apart(need, plan, apart)]
    text = " UNION ALL ".join(part for part, _ in parts)
    names = ", ".join(str(n) for n in range(1, plan.selected.count(",") + 4))
    return (
        f"SELECT {plan.selected}, happening, value, sum(n) FROM ({text}) AS s"  # noqa: S608 - constants
        f" GROUP BY {names} HAVING sum(n) <> 0",
        [value for _, values in parts for value in values],
    )


def _cells(need: Need, plan: Plan, grain: str, period: Period) -> Statement:
    where = "dimension = %s AND grain = %s AND happening = ANY (%s) AND day BETWEEN %s AND %s"
    values: list[Any] = [PLACES.get(plan.column, 0), grain, _numbers(need), period.first, period.last]
    if plan.is_of_all:
        where += " AND body_id = 0"
    elif plan.bodies is not None:
        where += " AND body_id = ANY (%s)"
        values.append(sorted(plan.bodies))
    else:
        where += " AND body_id > 0"
    said, given = _of_keys(plan, "key")
    return (
        f"SELECT body_id, day, key, happening, value, n FROM figures_cell WHERE {where}{said}",  # noqa: S608 - constants
        values + given,
    )


def _fresh(need: Need, plan: Plan) -> Statement:
    columns = [plan.column] if plan.column else []
    key = f"coalesce(h.{plan.column}, '')" if plan.column else "''"
    text, values = happenings(
        need.happenings,
        columns,
        between=(need.period.first, need.period.last),
        bodies=plan.bodies,
        appeals=PENDING,
    )
    said, given = _of_keys(plan, key)
    return (
        f"SELECT h.body_id, h.day, {key}, h.happening, h.value, 1 FROM ({text}) AS h WHERE true{said}",  # noqa: S608 - constants
        values + given,
    )


def _folded(need: Need, plan: Plan) -> Statement:
    key = f"coalesce(f.columns[{PLACES[plan.column]}], '')" if plan.column else "''"
    where = f"f.appeal_id = ANY ({PENDING}) AND u.happening = ANY (%s) AND u.day BETWEEN %s AND %s"
    values: list[Any] = [_numbers(need), need.period.first, need.period.last]
    if plan.bodies is not None:
        where += " AND f.body_id = ANY (%s)"
        values.append(sorted(plan.bodies))
    said, given = _of_keys(plan, key)
    return (
        f"SELECT f.body_id, u.day, {key}, u.happening, u.value, -1 FROM figures_fact AS f"  # noqa: S608 - constants
        " CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)"
        f" WHERE {where}{said}",
        values + given,
    )


def _apart(need: Need, plan: Plan, apart: Apart) -> Iterator[Statement]:
    """What is gone, out; what is veiled from its key to the one that is not known."""
    if apart.gone:
        yield _of(need, plan, apart.gone, -1)
    if apart.veiled and plan.column:
        yield _of(need, plan, apart.veiled, -1)
        yield _of(need, plan, apart.veiled, 1, is_veiled=True)


def _of(need: Need, plan: Plan, which: str, sign: int, *, is_veiled: bool = False) -> Statement:
    columns = [plan.column] if plan.column and not is_veiled else []
    key = f"coalesce(h.{plan.column}, '')" if columns else "''"
    between = (need.period.first, need.period.last)
    text, values = happenings(need.happenings, columns, between=between, bodies=plan.bodies, which=which)
    said, given = _of_keys(plan, key)
    return (
        f"SELECT h.body_id, h.day, {key}, h.happening, h.value, {sign} FROM ({text}) AS h WHERE true{said}",  # noqa: S608 - constants
        values + given,
    )


def _of_keys(plan: Plan, key: str) -> Statement:
    return ("", []) if plan.keys is None else (f" AND {key} = ANY (%s::text[])", [list(plan.keys)])


def _numbers(need: Need) -> list[int]:
    return sorted(HAPPENINGS[name] for name in need.happenings)

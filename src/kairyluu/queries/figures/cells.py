"""Counting from the kept sums, right to the second: what changed since they were folded is put right in the same statement.

Not every question has its sums (see `data.figures.sums`): a plan is None where the appeals themselves must be counted, which `rows`
does. Those are two breakdowns at once, and some bodies by days and by something else. Of a breakdown of some bodies only the days
before the first whole month and after the last are counted from the appeals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.db import connection

from kairyluu.data.figures.folding import PENDING
from kairyluu.data.figures.happenings import COLUMNS, Statement, happenings
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.dimensions import BODY, DAY, HEAD, MADE_OF, keys_of
from kairyluu.queries.figures.needed import DUE_OPEN, Need
from kairyluu.queries.figures.rows import NAMES, Row, count_rows, picked, reader
from kairyluu.rules.figures.catalogue import HAPPENINGS, TIMES
from kairyluu.rules.figures.periods import Period

_ONE = dt.timedelta(days=1)
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
FINE = ("day", "week")  # times that are no whole months

Span = tuple[str, Period]


@dataclass(frozen=True)
class Plan:
    """Cells broken down by `column` (empty: whole), of these `keys` (None: all), summed by `selected`. `spans` are grains with their
    days, one after the other; `edges` are counted from the appeals. `is_of_all`: those of all bodies together."""

    column: str
    selected: str
    spans: tuple[Span, ...]
    edges: tuple[Period, ...]
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
    text, values = _statement(need, asked, plan, apart)
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
    has_days = is_of_all or not column or DUE_OPEN in need.happenings
    finest = "d" if made_of == HEAD or asking.by in FINE or DUE_OPEN in need.happenings else "m"
    spans = _spans(need.period, finest if finest == "d" or asking.by in TIMES[:-1] else "y")
    kept = tuple((grain, part) for grain, part in spans if grain != "d" or has_days)
    if not kept:
        return None
    edges = tuple(part for grain, part in spans if grain == "d" and not has_days)
    selected = {BODY: "body_id::text", DAY: "day", HEAD: "body_id, day"}.get(
        made_of, "key" if made_of else "''"
    )
    return Plan(column, selected, kept, edges, asking.bodies, is_of_all, keys)


def _wanted(conditions: list[tuple[str, str, str]]) -> tuple[str, ...] | None:
    for _made, dimension, key in conditions:
        kept, is_unknown = keys_of(dimension).kept_for(key)
        return (*kept, "") if is_unknown else tuple(kept)
    return None


def _spans(period: Period, coarsest: str) -> list[Span]:
    """The period in whole years, whole months and days, as coarse as may be, in their order."""
    spans: list[Span] = []
    day, end = period.first, period.last + _ONE
    while day < end:
        grain, following = _step(day, end, coarsest)
        if spans and spans[-1][0] == grain:
            day_before = spans.pop()[1].first
            spans.append((grain, Period(day_before, following - _ONE)))
        else:
            spans.append((grain, Period(day, following - _ONE)))
        day = following
    return spans


def _step(day: dt.date, end: dt.date, coarsest: str) -> tuple[str, dt.date]:
    """What begins on the day and ends before `end`, and the day after it."""
    if coarsest == "d":
        return "d", end
    year = dt.date(day.year + 1, 1, 1)
    if coarsest == "y" and (day.month, day.day) == (1, 1) and year <= end:
        return "y", year
    month = (day.replace(day=1) + 32 * _ONE).replace(day=1)
    return ("m", month) if day.day == 1 and month <= end else ("d", min(month, end))


def _statement(need: Need, asking: Asking, plan: Plan, apart: Apart) -> Statement:
    """Sums of the cells, and of the changes the fresh contributions less those that were folded, less what is
    apart; the edges beside them."""
    parts = [_cells(need, plan, grain, period) for grain, period in plan.spans]
    for stretch in _stretches(plan.spans):
        part = replace(need, period=stretch)
        parts += [_fresh(part, plan), _folded(part, plan), *_apart(part, plan, apart)]
    parts += [_counted(replace(need, period=edge), asking, plan, apart) for edge in plan.edges]
    text = " UNION ALL ".join(part for part, _ in parts)
    names = ", ".join(str(n) for n in range(1, plan.selected.count(",") + 4))
    return (
        f"SELECT {plan.selected}, happening, value, sum(n) FROM ({text}) AS s"  # noqa: S608 - constants
        f" GROUP BY {names} HAVING sum(n) <> 0",
        [value for _, values in parts for value in values],
    )


def _stretches(spans: tuple[Span, ...]) -> list[Period]:
    """Spans that follow each other as one."""
    parts = [part for _, part in spans]
    breaks = [n for n, (one, other) in enumerate(pairwise(parts), 1) if one.last + _ONE != other.first]
    borders = [0, *breaks, len(parts)]
    return [Period(parts[start].first, parts[end - 1].last) for start, end in pairwise(borders)]


def _counted(need: Need, asking: Asking, plan: Plan, apart: Apart) -> Statement:
    """From the appeals themselves, in the columns of `_cells`."""
    text, values = picked(need, asking, apart)
    key = f"coalesce(h.{plan.column}, '')" if plan.column else "''"
    return f"SELECT h.body_id, h.day, {key}, h.happening, h.value, 1 FROM ({text}) AS h", values  # noqa: S608 - constants


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

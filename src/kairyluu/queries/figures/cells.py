"""Counting from the kept sums, right to the second: what changed since they were folded is put right in the same statement.

Not every question has its sums (see `data.figures.sums`): a plan is None where the appeals themselves must be counted, which `rows` does. Those
are two breakdowns at once, and some bodies by days and by something else: of a longer period only the days before the first whole month and
after the last, or those that are missing in its month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import Statement
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.dimensions import BODY, MADE_OF, Keys, keys_of
from kairyluu.queries.figures.needed import Need
from kairyluu.queries.figures.parts import parts_of, taken_off
from kairyluu.queries.figures.plans import Plan, make_plan, reading, without
from kairyluu.queries.figures.rows import Reader, Row, count_rows, gathered, reader
from kairyluu.queries.figures.told import Told

_MAIN = """crossed AS (
    SELECT s.body_id, m.place, sum(s.n)::bigint AS n FROM ({parts}) AS s
    JOIN unnest(%s::text[], %s::int[]) AS m (kept, place) ON m.kept COLLATE "C" = s.key COLLATE "C" GROUP BY 1, 2
), main AS (SELECT place FROM crossed GROUP BY 1 ORDER BY sum(n) DESC, place LIMIT %s)
SELECT DISTINCT ON (body_id) body_id, place, n FROM crossed JOIN main USING (place) WHERE n > 0 ORDER BY body_id, n DESC, place"""
_PLACE = "coalesce(m.place, 0)"
_WHOLE = "yY"  # grains of which one cell is a year
_NAMED = (
    ' LEFT JOIN unnest(%s::text[], %s::int[]) AS m (kept, place) ON m.kept COLLATE "C" = s.key COLLATE "C"'
)


def count_quickly(need: Need, asking: Asking, apart: Apart = NOBODY) -> Iterator[Row]:
    """The same rows as `rows.count_rows`, from the cells where they can be had. What is apart is subtracted in the same statement."""
    asked = _of_bodies(asking)
    plan = make_plan(need, asked)
    if plan is None:
        yield from count_rows(need, asking, apart)
        return
    coarse = _coarse(asking, plan)
    text, values = _statement(need, asked, plan, apart, coarse)
    read = _by_place(coarse) if coarse else reader(asking.by)
    yield from gathered(text, values, read, plan.selected.count(",") + 1)


def main_of_each(need: Need, asking: Asking, most: int, apart: Apart) -> list[tuple[str, str, int]]:
    """By body: among the keys most frequent in all of them, so many, the one most frequent there and how often, if at all. Of the breakdown
    of the question, one that is kept as a column and without a condition; the unknown is no key. One statement, not one for each key."""
    bodies = frozenset(directory().bodies_by_id) if asking.bodies is None else asking.bodies
    asked, column = replace(asking, bodies=bodies), MADE_OF[asking.by or ""]
    live = Plan(column, "", (), ((1, need.period),), bodies, False, ())
    plan = make_plan(need, asked, is_each=True) or live
    told, keys = Told(reading(need, plan)), keys_of(asking.by or "")
    first, text, values = _together(told, list(parts_of(need, asked, plan, apart, told)))
    names = sorted({*keys.named} - {""})
    kept = {kept: names.index(name) for kept, name in (keys.known or {}).items() if name}
    sql = f"{first or 'WITH '}{', ' if first else ''}{_MAIN.format(parts=text)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, list(kept), list(kept.values()), most])
        found = cursor.fetchall()
    body_of = reader(BODY)
    return [(body_of((body,)), names[place], n) for body, place, n in found]


def count_by_month(need: Need, asking: Asking) -> Iterator[tuple[str, Row]]:
    """The rows of each month (2026-03) of a period of whole months, of all bodies; one statement, not one for each month."""
    plan = make_plan(need, asking, "m")
    assert plan is not None
    told, coarse = Told(need), _coarse(asking, plan)
    parts = list(parts_of(need, asking, plan, NOBODY, told))
    key, beside, placed = (_PLACE, _NAMED, _placed(coarse)) if coarse else (plan.selected, "", [])
    text, values = _summed(told, parts, f"day, {key}", beside)
    read = _by_place(coarse) if coarse else reader(asking.by)
    rows = gathered(text, [*values, *placed], lambda kept: f"{kept[0]:%Y-%m}{read(kept[1:])}", 2)
    for found, name, counted in rows:
        yield found[:7], (found[7:], name, counted)


def _coarse(asking: Asking, plan: Plan) -> Keys | None:
    """Keys by which the database sums: of hundreds of villages a handful of regions comes back."""
    keys = keys_of(asking.by) if asking.by and plan.selected == "key" else None
    return keys if keys and keys.is_coarse else None


def _by_place(keys: Keys) -> Reader:
    """The database sums by the place of a key among all, a number: quicker than by its text."""
    names = ["", *keys.named]
    return lambda kept: names[kept[0]]


def _placed(keys: Keys) -> list[Any]:
    """For `_NAMED`: what is kept, and the places of its keys."""
    known, places = keys.known or {}, {name: n for n, name in enumerate(keys.named, 1)}
    return [list(known), [places[name] for name in known.values()]]


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


def _statement(need: Need, asking: Asking, plan: Plan, apart: Apart, coarse: Keys | None) -> Statement:
    """Sums of the cells, and of the changes the fresh contributions less those that were folded, less what is
    gone; then what is veiled; the edges beside them."""
    others = without(need, asking)
    told = Told(reading(need, *([one for _, one in others] if others else [plan])))
    if others is None:
        parts = list(parts_of(need, asking, plan, apart, told))
    else:
        more, less = (list(parts_of(need, *one, apart, told)) for one in others)
        parts = [*more, *map(taken_off, less)]
    if coarse:
        text, values = _summed(told, parts, _PLACE, _NAMED)
        return text, [*values, *_placed(coarse)]
    if others is None and len(plan.spans) == 1 and plan.spans[0][0] in _WHOLE:
        # One cell of each: to sum the little that changed beside it is left to the reader.
        first, text, values = _together(told, parts)
        return f"{first}SELECT {plan.selected}, happening, value, n::int FROM ({text}) AS s", values  # noqa: S608 - constants
    return _summed(told, parts, plan.selected)


def _summed(told: Told, parts: list[Statement], selected: str, beside: str = "") -> Statement:
    first, text, values = _together(told, parts)
    n_columns = selected.replace(_PLACE, "").count(",") + 1
    names = ", ".join(str(n) for n in range(1, n_columns + 3))
    return (
        f"{first}SELECT {selected}, happening, value, sum(n::int) FROM ({text}) AS s{beside}"  # noqa: S608 - constants
        f" GROUP BY {names} HAVING sum(n::int) <> 0",
        values,
    )


def _together(told: Told, parts: list[Statement]) -> tuple[str, str, list[Any]]:
    """What stands first, then all parts; told is asked last, when it knows what they read."""
    first, given = told.statement()
    values = [*given, *(value for _, values in parts for value in values)]
    return first, " UNION ALL ".join(part for part, _ in parts), values

"""Counting straight from the appeals: exact by itself, and what everything quicker is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import COLUMNS, Statement, happenings
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.dimensions import BODY, DAY, HEAD, MADE_OF, keys_of
from kairyluu.queries.figures.heads import Heads
from kairyluu.queries.figures.needed import Need
from kairyluu.rules.figures.catalogue import HAPPENINGS
from kairyluu.rules.figures.periods import Period, bucket

# Key of the breakdown, happening, how many by value.
Row = tuple[str, str, Mapping[int, int]]
# From what is kept, a tuple, to the key.
Reader = Callable[[tuple[Any, ...]], str]
NAMES = {number: name for name, number in HAPPENINGS.items()}
_KEPT = {BODY: "h.body_id", DAY: "h.day"}


def count_rows(need: Need, asking: Asking, apart: Apart = NOBODY) -> Iterator[Row]:
    """One statement."""
    made_of = MADE_OF[asking.by] if asking.by else ""
    text, values = picked(need, asking, apart)
    keys = "h.body_id, h.day" if made_of == HEAD else _KEPT.get(made_of, f"h.{made_of}" if made_of else "''")
    columns = 2 if made_of == HEAD else 1
    grouped = ", ".join(str(n) for n in range(1, columns + 3))
    sql = f"SELECT {keys}, h.happening, h.value, count(*) FROM ({text}) AS h GROUP BY {grouped}"  # noqa: S608 - constants
    yield from gathered(sql, values, reader(asking.by), columns)


def gathered(sql: str, values: list[Any], read: Reader, columns: int) -> Iterator[Row]:
    """Rows of a statement (what is kept in `columns`, happening, value, how many), all values of a happening in one: ten thousand
    rows would take longer in the program than in the database."""
    keys = ", ".join(f"k{n}" for n in range(columns))
    text = (
        f"SELECT {keys}, happening, array_agg(value)::text, array_agg(n)::text"  # noqa: S608 - constants
        f" FROM ({sql}) AS s ({keys}, happening, value, n) GROUP BY {keys}, happening"
    )
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        found = cursor.fetchall()
    for *kept, happening, valued, counted in found:
        if "," not in valued:  # most: only days and scores have more than one
            by_value = {int(valued[1:-1]): n} if (n := int(counted[1:-1])) else {}
        else:
            by_value = _by_value(list(_whole(valued)), list(_whole(counted)))
        if by_value:
            yield read(tuple(kept)), NAMES[happening], by_value


def _by_value(values: list[int], counts: list[int]) -> dict[int, int]:
    """A value may be there more than once, and come to nothing."""
    found = dict(zip(values, counts, strict=True))
    if len(found) < len(values):
        found = dict.fromkeys(found, 0)
        for value, n in zip(values, counts, strict=True):
            found[value] += n
    return found if all(found.values()) else {value: n for value, n in found.items() if n}


def _whole(array: str) -> Iterator[int]:
    """`{1,2}`; taken apart here it is a tenth of what the driver takes for an array."""
    return map(int, array[1:-1].split(","))


def reader(by: str | None) -> Reader:
    if by is None:
        return lambda kept: ""
    made_of = MADE_OF[by]
    if made_of == HEAD:
        heads = Heads()
        return lambda kept: heads.code_of(*kept)
    if made_of == DAY:
        return lambda kept: bucket(by, kept[0])
    keys = keys_of(by)
    if made_of == BODY:
        return lambda kept: keys.of(str(kept[0]))
    return lambda kept: keys.of(kept[0])


def picked(need: Need, asking: Asking, apart: Apart = NOBODY) -> Statement:
    """The happenings of a question, one row each; of what is veiled the columns are empty."""
    made_of = [MADE_OF[code] for code in (asking.by, *(d for d, _ in asking.where)) if code]
    columns = [column for column in dict.fromkeys(made_of) if column in COLUMNS]
    text, values = happenings(
        need.happenings,
        {column: _unless(apart.veiled, COLUMNS[column]) for column in columns},
        between=(need.period.first, need.period.last),
        bodies=asking.bodies,
        which=f"({apart.gone}) IS NOT TRUE" if apart.gone else "",
    )
    conditions: list[str] = []
    for dimension, key in asking.where:
        said, given = condition(dimension, key, need.period)
        conditions.append(said)
        values += given
    if not conditions:
        return text, values
    return f"SELECT * FROM ({text}) AS w WHERE {' AND '.join(conditions)}", values  # noqa: S608 - constants


def _unless(veiled: str, column: str) -> str:
    return f"CASE WHEN {veiled} THEN NULL ELSE {column} END" if veiled else column


def condition(dimension: str, key: str, period: Period) -> Statement:
    """That a happening has this key, of the columns of `w`."""
    made_of = MADE_OF[dimension]
    if made_of == HEAD:
        return _of_head(key, period)
    keys = keys_of(dimension)
    if made_of == BODY:
        kept, _ = keys.kept_for(key)
        return "w.body_id = ANY (%s)", [[int(pk) for pk in kept]]
    kept, is_unknown = keys.kept_for(key)
    return f"(w.{made_of} = ANY (%s::text[]){f' OR w.{made_of} IS NULL' if is_unknown else ''})", [kept]


def _of_head(key: str, period: Period) -> Statement:
    """Whoever it is; the days that were nobody's are all the others."""
    heads = Heads()
    parts, values = ["false"], []
    for body_id, spell in heads.days_of(key, period):
        parts.append("(w.body_id = %s AND w.day BETWEEN %s AND %s)")
        values += [body_id, spell.first_on, spell.last_on]
    said = " OR ".join(parts)
    return (f"NOT ({said})", values) if not key else (f"({said})", values)

"""From contributions of appeals to the cells they stand in: the one place that says which sums are kept.

Each contribution stands in: the year, the month and the day of its body, whole; the year and the month of its body by each column;
the year, the month and the day of all bodies, whole and by each column. What is open and due is looked for by the day it is due, so
it stands in no month and no year, but by each column in the days of its body. What stands in it stands in the years, months and
days of the branches it belongs to (`branches`), by each column. What stands in a day of all bodies or of a branch stands in a third of its
month and in the year to the end of each quarter (`joint`). What lies in the reach of a day (`reaches`) stands in the
month and the year as far as that day too. Those of confidential appeals stand in all these
places once more, for themselves: whoever is not named among those who see them has them taken from their keys."""

from __future__ import annotations

from kairyluu.data.figures.happenings import COLUMNS, happenings
from kairyluu.rules.figures.catalogue import HAPPENINGS

DUE_OPEN = HAPPENINGS["due_open"]
OF_ALL = range(len(COLUMNS) + 1)  # 0: whole
CONFIDENTIAL = 100  # added to a dimension: of confidential appeals alone
DIMENSIONS = (*OF_ALL, *(CONFIDENTIAL + dimension for dimension in OF_ALL))
IS_CONFIDENTIAL = f"{HAPPENINGS['confidential']}::smallint = ANY (f.happenings)"  # of a fact
CELL = "dimension, grain, body_id, happening, day, key, value"
FACT = "appeal_id, body_id, happenings, days, values, columns"
PERIODS = (
    ("y", "date_trunc('year', ({})::timestamp)::date"),  # of a timestamp without zone: half of the time
    ("m", "date_trunc('month', ({})::timestamp)::date"),
)

# In which sums of all bodies and of branches a day stands besides: of a third of its month, of the year to the end of a quarter.
JOINT = """(VALUES
    ('t', date_trunc('month', {day}::timestamp)::date + 10 * least(({day} - date_trunc('month', {day}::timestamp)::date) / 10, 2), true),
    ('c', make_date(date_part('year', {day})::int, 3, 31), date_part('month', {day}) <= 3),
    ('c', make_date(date_part('year', {day})::int, 6, 30), date_part('month', {day}) <= 6),
    ('c', make_date(date_part('year', {day})::int, 9, 30), date_part('month', {day}) <= 9)
) AS g (grain, day, is_in)"""

# A body and where the sums of its branch stand.
BRANCHES = "SELECT unnest(bodies) AS body_id, -id AS place FROM figures_branch"

# Of `contributions` (sign, body_id, columns, is_confidential, happening, day, value): what cancels goes before anything is multiplied.
FINE = f"""
SELECT k.dimension, c.body_id, c.happening, c.day, k.key, c.value, sum(c.sign) AS n
FROM contributions AS c
CROSS JOIN LATERAL (
    SELECT m.more + n.place AS dimension, n.key
    FROM (SELECT 0 AS more UNION ALL SELECT {CONFIDENTIAL} WHERE c.is_confidential) AS m
    CROSS JOIN LATERAL (
        SELECT 0 AS place, ''::text AS key
        UNION ALL SELECT u.place::int, coalesce(u.key, '') FROM unnest(c.columns) WITH ORDINALITY AS u (key, place)
    ) AS n
) AS k
GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(c.sign) <> 0
"""  # noqa: S608 - constants
CELLS = f"""
WITH fine AS MATERIALIZED ({FINE}),
bodies AS (SELECT DISTINCT body_id FROM fine),
places AS MATERIALIZED (
    SELECT body_id, body_id AS place FROM bodies UNION ALL SELECT body_id, 0 FROM bodies UNION ALL {BRANCHES}
),
flows AS (
    SELECT f.*, p.place FROM fine AS f JOIN places AS p USING (body_id) WHERE f.happening <> {DUE_OPEN}
)
SELECT f.dimension, g.grain, f.place, f.happening, g.day, f.key, f.value, sum(f.n) AS n
FROM flows AS f
CROSS JOIN LATERAL (VALUES {
    ", ".join(f"('{grain}', {start.format('f.day')})" for grain, start in PERIODS)
}) AS g (grain, day)
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(f.n) <> 0
UNION ALL
SELECT f.dimension, 'd', g.body_id, f.happening, f.day, f.key, f.value, sum(f.n) AS n
FROM fine AS f
CROSS JOIN LATERAL (VALUES
    (f.body_id, f.dimension IN (0, {CONFIDENTIAL}) OR f.happening = {DUE_OPEN}),
    (0, true)
) AS g (body_id, is_kept)
WHERE g.is_kept
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(f.n) <> 0
UNION ALL
SELECT f.dimension, 'd', p.place, f.happening, f.day, f.key, f.value, sum(f.n) AS n
FROM fine AS f JOIN places AS p USING (body_id) WHERE p.place < 0
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(f.n) <> 0
UNION ALL
SELECT f.dimension, g.grain, f.place, f.happening, g.day, f.key, f.value, sum(f.n) AS n
FROM flows AS f CROSS JOIN LATERAL {JOINT.format(day="f.day")} WHERE f.place <= 0 AND g.is_in
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(f.n) <> 0
UNION ALL
SELECT f.dimension, g.grain, f.place, f.happening, r.last, f.key, f.value, sum(f.n) AS n
FROM figures_reach AS r
CROSS JOIN (VALUES ('M', 'month'), ('Y', 'year')) AS g (grain, named)
JOIN flows AS f ON f.day BETWEEN date_trunc(g.named, r.last::timestamp)::date AND r.last
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(f.n) <> 0
"""  # noqa: S608 - constants

# Sign, body, columns, whether confidential, happening, day, value of the rows of facts.
CONTRIBUTIONS = """
SELECT {sign} AS sign, f.body_id, f.columns, {is_confidential} AS is_confidential, u.happening, u.day, u.value
FROM {facts} AS f CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)
""".replace("{is_confidential}", IS_CONFIDENTIAL)

_FRESH = """
SELECT h.appeal_id, h.body_id, h.happenings, h.days, h.values, ARRAY[{columns}] AS columns
FROM (
    SELECT x.appeal_id, x.body_id, array_agg(x.happening ORDER BY x.happening, x.day, x.value) AS happenings,
           array_agg(x.day ORDER BY x.happening, x.day, x.value) AS days,
           array_agg(x.value ORDER BY x.happening, x.day, x.value) AS values
    FROM ({happenings}) AS x GROUP BY x.appeal_id, x.body_id
) AS h JOIN appeals_appeal AS a ON a.id = h.appeal_id
"""


def fresh(which: str = "") -> str:
    """Facts as they are now; `which` is a condition on the appeal `a`, empty: of all."""
    text, values = happenings(HAPPENINGS, which=which)
    assert not values
    return _FRESH.format(happenings=text, columns=", ".join(COLUMNS.values()))


def summed(dimension: int, facts: str, order: str = "") -> str:
    """All cells of one dimension counted from a table of facts, in the columns of `CELL` and `n`: in one pass over them, then from the
    months and days that were found. `order` is that within each grain."""
    single = unnested(dimension, facts)
    counted = _COUNTED.format(facts=single, month=_start("m", "f.day"), due_open=DUE_OPEN)
    own_days = f"({single}) AS o" + (f" WHERE happening = {DUE_OPEN}" if dimension % CONFIDENTIAL else "")
    flows = f"all_days WHERE happening <> {DUE_OPEN}"
    parts = [
        _part(dimension, "m", "body_id", "day", "months"),
        _part(dimension, "y", "body_id", _start("y", "day"), "months", is_rolled=True),
        _part(dimension, "d", "0", "day", "all_days"),
        _part(dimension, "m", "0", _start("m", "day"), flows, is_rolled=True),
        _part(dimension, "y", "0", _start("y", "day"), flows, is_rolled=True),
        f"SELECT {dimension}, 'd', body_id, happening, day, key, value, count(*) FROM {own_days} GROUP BY 1, 2, 3, 4, 5, 6, 7",  # noqa: S608 - constants
    ]
    return counted + " UNION ALL ".join(f"({part}{order})" for part in parts)


# Two groupings in one pass; a fact's key is looked up once, not for each of its happenings.
_COUNTED = """
WITH counted AS MATERIALIZED (
    SELECT grouping(s.body_id) AS is_of_all, s.body_id, s.happening, s.month, s.day, s.key, s.value, count(*) AS n
    FROM (SELECT f.*, {month} AS month FROM ({facts}) AS f) AS s
    GROUP BY GROUPING SETS ((s.body_id, s.happening, s.month, s.key, s.value), (s.happening, s.day, s.key, s.value))
),
months AS (SELECT body_id, happening, month AS day, key, value, n FROM counted WHERE is_of_all = 0 AND happening <> {due_open}),
all_days AS (SELECT happening, day, key, value, n FROM counted WHERE is_of_all = 1)
"""


def unnested(dimension: int, facts: str) -> str:
    """Body, key, happening, day, value of each contribution to a dimension, from a table of facts."""
    place = dimension % CONFIDENTIAL
    key = f"columns[{place}]" if place else "''::text"
    facts += f" AS f WHERE {IS_CONFIDENTIAL}" if dimension >= CONFIDENTIAL else ""
    return (
        "SELECT f.body_id, f.key, u.happening, u.day, u.value"  # noqa: S608 - constants
        f" FROM (SELECT body_id, coalesce({key}, '') AS key, happenings, days, values FROM {facts} OFFSET 0) AS f"
        " CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)"
    )


def _part(dimension: int, grain: str, body: str, day: str, source: str, *, is_rolled: bool = False) -> str:
    n, grouped = ("sum(n)::bigint", " GROUP BY 1, 2, 3, 4, 5, 6, 7") if is_rolled else ("n", "")
    return f"SELECT {dimension}, '{grain}', {body}, happening, {day}, key, value, {n} FROM {source}{grouped}"  # noqa: S608 - the same


def _start(grain: str, day: str) -> str:
    return dict(PERIODS)[grain].format(day)

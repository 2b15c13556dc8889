"""Appeals that the people of the body who considers them do not all see, counted by body and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import connection

from kairyluu.data.figures.happenings import happenings
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import SEALED
from kairyluu.rules.figures.catalogue import CATALOGUE, HAPPENINGS
from kairyluu.rules.figures.periods import Period

_BY_BODY = (
    "SELECT h.body_id, extract(month FROM h.day)::int, h.happening, count(*) FROM ({}) AS h GROUP BY 1, 2, 3"
)


def count_sealed(codes: Sequence[str], year: int, n_months: int) -> Counter[tuple[str, str, int]]:
    """By figure, code of the body and month from 0. The figures must be plain counts."""
    counted: Counter[tuple[str, str, int]] = Counter()
    if not n_months:
        return counted
    bodies = directory().bodies_by_id
    wanted = {name for code in codes for name in (*CATALOGUE[code].of, *CATALOGUE[code].less)}
    between = (date(year, 1, 1), Period.month(year, n_months).last)
    parts = [happenings(wanted, between=between, which=which) for which in SEALED.parts]
    text = " UNION ALL ".join(part for part, _ in parts)
    with connection.cursor() as cursor:
        cursor.execute(_BY_BODY.format(text), [value for _, values in parts for value in values])
        rows = cursor.fetchall()
    names = {number: name for name, number in HAPPENINGS.items()}
    for body_id, month, happening, n in rows:
        for code in codes:
            figure = CATALOGUE[code]
            sign = (names[happening] in figure.of) - (names[happening] in figure.less)
            counted[code, bodies[body_id].code, month - 1] += sign * n
    return counted

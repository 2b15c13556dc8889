"""Appeals that the people of the body who considers them do not all see, counted by body and month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import connection

from kairyluu.data.figures.happenings import happenings
from kairyluu.queries.directory import directory
from kairyluu.rules.figures.catalogue import CATALOGUE, HAPPENINGS
from kairyluu.rules.figures.periods import Period

# They name somebody (record 0013), went above because of it, or are seen by named persons only (record 0017).
_SEALED = (
    "ARRAY(SELECT t.appeal_id FROM appeals_complainttarget t"
    " UNION ALL SELECT s.id FROM appeals_appeal s WHERE s.is_confidential OR s.is_withheld)"
)
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
    text, values = happenings(wanted, between=between, appeals=_SEALED)
    with connection.cursor() as cursor:
        cursor.execute(_BY_BODY.format(text), values)
        rows = cursor.fetchall()
    names = {number: name for name, number in HAPPENINGS.items()}
    for body_id, month, happening, n in rows:
        for code in codes:
            figure = CATALOGUE[code]
            sign = (names[happening] in figure.of) - (names[happening] in figure.less)
            counted[code, bodies[body_id].code, month - 1] += sign * n
    return counted

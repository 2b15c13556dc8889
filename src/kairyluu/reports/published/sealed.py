"""Appeals that the people of the body who considers them do not all see, counted by body and month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection

from kairyluu.data.figures.happenings import happenings
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import SEALED
from kairyluu.rules.figures.catalogue import CATALOGUE, HAPPENINGS, Figure
from kairyluu.rules.figures.periods import Period

_BY_BODY = (
    "SELECT h.body_id, extract(month FROM h.day)::int, h.happening, h.value, count(*) FROM ({}) AS h"
    " GROUP BY 1, 2, 3, 4"
)


def count_sealed(
    codes: Sequence[str], year: int, n_months: int
) -> Mapping[tuple[str, int], Mapping[str, int]]:
    """By code of the body and month from 0, by figure. The figures must be plain counts."""
    counted: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    if not n_months:
        return counted
    bodies = directory().bodies_by_id
    figures = [CATALOGUE[code] for code in codes]
    wanted = {name for figure in figures for name in (*figure.of, *figure.less)}
    between = (date(year, 1, 1), Period.month(year, n_months).last)
    parts = [happenings(wanted, between=between, which=which) for which in SEALED.parts]
    text = " UNION ALL ".join(part for part, _ in parts)
    with connection.cursor() as cursor:
        cursor.execute(_BY_BODY.format(text), [value for _, values in parts for value in values])
        rows = cursor.fetchall()
    names = {number: name for name, number in HAPPENINGS.items()}
    for body_id, month, happening, value, n in rows:
        for figure in figures:
            counted[bodies[body_id].code, month - 1][figure.code] += n * _sign(
                figure, names[happening], value
            )
    return counted


def _sign(figure: Figure, happening: str, value: int) -> int:
    """Whether it counts, adds nothing or is taken off."""
    if figure.scores and value not in figure.scores:
        return 0
    return (happening in figure.of) - (happening in figure.less)

"""Figures of a period, whole and broken down, and beside those of the year before."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from django.db import connection

from kairyluu.queries.figures import cells
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking, Compared, ComparedLine, Counted, Line
from kairyluu.queries.figures.needed import needs
from kairyluu.queries.figures.tallies import Tally, put, tally, values_of
from kairyluu.rules.figures.catalogue import CATALOGUE, TIMES
from kairyluu.rules.figures.comparison import NotComparable, Value, change, why_not_comparable
from kairyluu.rules.figures.periods import Period, buckets
from kairyluu.rules.workdays import date_in_bishkek


def count_figures(asking: Asking, *, today: dt.date, apart: Apart = NOBODY) -> Counted:
    """`today` is that of Bishkek: of it are `overdue_now` and what stands at the end of a period that has not ended. `apart` is what
    is taken out of the counts: whoever shows them to an official says `kept_from(actor)`."""
    found = tally(asking, today, apart)
    total = Tally()
    for one in found.values():
        total.add(one)
    lines = [Line(key, values_of(asking, one)) for key, one in _lines(asking, found, today)]
    return Counted(tuple(lines), values_of(asking, total), _changed_within(asking))


def main_of_each(
    asking: Asking, most: int, *, today: dt.date, apart: Apart = NOBODY
) -> list[tuple[str, str, int]]:
    """Of one figure that is a plain count and of no stock: by body, among the keys of the breakdown most frequent in all bodies together the
    one most frequent there, and how often; nothing where none is there."""
    [need] = needs(asking, today)
    return cells.main_of_each(need, asking, most, apart)


def count_months(asking: Asking, *, today: dt.date) -> dict[str, dict[str, dict[str, Value]]]:
    """Of figures of no stock, of all bodies: by month and key of the breakdown the values by figure."""
    [need] = needs(asking, today)
    found: dict[str, dict[str, Tally]] = defaultdict(dict)
    for month, row in cells.count_by_month(need, asking):
        put(found[month], row, is_stock=False)
    return {
        month: {key: values_of(asking, one) for key, one in lines.items()} for month, lines in found.items()
    }


def compare(asking: Asking, *, today: dt.date, apart: Apart = NOBODY, has_reasons: bool = True) -> Compared:
    """Beside the same period of the year before. Of a period that has not ended the year before is taken as far as it has
    come: half a November is not held against a whole one. Without reasons nothing says what is not comparable."""
    running = asking.period.until(today) or asking.period
    before = replace(asking, period=running.a_year_before())
    # What is of today whatever the period is not asked of the year before.
    lasting = [c for c in asking.codes if not _is_of_today(c, asking.period, before.period)]
    before = replace(before, codes=tuple(lasting))
    one, other = (count_figures(asked, today=today, apart=apart) for asked in (asking, before))
    return Compared(
        now=asking.period,
        before=before.period,
        lines=tuple(_beside(asking, one, other)),
        total={
            code: change(CATALOGUE[code], one.total[code], other.total.get(code)) for code in asking.codes
        },
        not_comparable=_reasons(asking, before.period, apart) if has_reasons else (),
    )


def _is_of_today(code: str, now: Period, before: Period) -> bool:
    return any(one.because == "snapshot" for one in why_not_comparable(CATALOGUE[code], now, before))


def _lines(asking: Asking, found: dict[str, Tally], today: dt.date) -> Iterator[tuple[str, Tally]]:
    if asking.by is None:
        return
    if asking.by not in TIMES:
        yield from sorted(found.items())
        return
    begun = asking.period.until(today)
    keys = set(buckets(asking.by, begun) if begun else ())
    keys |= {key for key, one in found.items() if one.flow}
    before = sorted(found.items(), reverse=True)
    standing = Tally()
    for key in sorted(keys):
        while before and before[-1][0] <= key:
            standing.add(Tally(stock=before.pop()[1].stock))
        copy = Tally()
        copy.add(standing)
        copy.add(Tally(flow=found[key].flow if key in found else {}))
        yield key, copy


def _beside(asking: Asking, one: Counted, other: Counted) -> Iterator[ComparedLine]:
    nothing = values_of(asking, Tally())
    if asking.by in TIMES:
        pairs = [
            ((a or b).key, a.values if a else nothing, b.values if b else nothing)
            for a, b in zip_longest(one.lines, other.lines)
        ]
    else:
        now, before = ({line.key: line.values for line in counted.lines} for counted in (one, other))
        pairs = [(key, now.get(key, nothing), before.get(key, nothing)) for key in sorted({*now, *before})]
    for key, mine, theirs in pairs:
        yield ComparedLine(
            key, {code: change(CATALOGUE[code], mine[code], theirs.get(code)) for code in asking.codes}
        )


def _changed_within(asking: Asking) -> tuple[NotComparable, ...]:
    figures = (CATALOGUE[code] for code in asking.codes)
    first = asking.period.first.isoformat()
    return tuple(
        NotComparable("definition_changed", f.code)
        for f in figures
        if f.since and first < f.since <= asking.period.last.isoformat()
    )


def _reasons(asking: Asking, before: Period, apart: Apart) -> tuple[NotComparable, ...]:
    found = [
        reason
        for code in asking.codes
        for reason in why_not_comparable(CATALOGUE[code], asking.period, before)
    ]
    began = _began_since(asking, before.first, apart)
    if asking.by == "body":
        found += [NotComparable("body_began", key=code) for code in began]
    elif began:
        found.append(NotComparable("body_began"))
    return tuple(found)


_FIRST = (
    "SELECT b.code, (SELECT a.received_at FROM appeals_appeal a WHERE a.body_id = b.id AND {} ORDER BY a.received_at LIMIT 1)"
    " FROM agencies_body b WHERE %s OR b.id = ANY (%s) ORDER BY b.code"
)


def _began_since(asking: Asking, day: dt.date, apart: Apart) -> list[str]:
    """Codes of bodies whose first appeal came later than the day and not after the period."""
    counted = f"({apart.gone}) IS NOT TRUE" if apart.gone else "true"
    with connection.cursor() as cursor:
        cursor.execute(_FIRST.format(counted), [asking.bodies is None, sorted(asking.bodies or ())])
        begun = cursor.fetchall()
    return [code for code, at in begun if at and day < date_in_bishkek(at) <= asking.period.last]

"""Of which pieces a period is put together so that little is read.

Sums of few days are nearly as many as those of a month, and those of a month nearly as many as those of a year: there are only so many
topics and so many days to an answer. So the first eight months are the year to September less September, not eight months."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise

from kairyluu.rules.figures.periods import Period

DAY, THIRD, MONTH, TO_QUARTER, YEAR = "d", "t", "m", "c", "y"
# How many sums of a piece are read, a day's being two: near what was counted at one and at ten million (decision record 0036).
WEIGHTS = {DAY: 2, THIRD: 6, MONTH: 10, TO_QUARTER: 13, YEAR: 14}
_ONE = dt.timedelta(days=1)
Piece = tuple[
    int, str, Period
]  # added, or with -1 taken off; those of one grain that follow each other are one
_Edge = tuple[int, str, int]  # from a day's beginning to another's, ordinals, with the grain between


@lru_cache(maxsize=1024)
def pieces(period: Period) -> tuple[Piece, ...]:
    """In the order of their days, what is added first."""
    found: list[_Edge] = []
    for year in range(period.first.year, period.last.year + 1):
        whole = Period.year(year)
        first, last = max(period.first, whole.first), min(period.last, whole.last)
        found += _path(year, first.toordinal(), last.toordinal() + 1)
    return (*_joined(found, 1), *_joined(found, -1))


@lru_cache(maxsize=64)
def _steps(year: int) -> dict[int, list[tuple[int, str]]]:
    """From the beginning of each day of the year, where one piece leads, there or back."""
    whole = Period.year(year)
    found: list[Period] = [whole]
    grains = [YEAR]
    for quarter in (1, 2, 3):
        found.append(Period(whole.first, Period.quarter(year, quarter).last))
        grains.append(TO_QUARTER)
    for n in range(1, 13):
        month = Period.month(year, n)
        starts = [month.first.replace(day=day) for day in (1, 11, 21)] + [month.last + _ONE]
        found += [month, *(Period(start, end - _ONE) for start, end in pairwise(starts))]
        grains += [MONTH, THIRD, THIRD, THIRD]
    days = (whole.last - whole.first).days + 1
    found += [Period(day, day) for day in (whole.first + n * _ONE for n in range(days))]
    grains += [DAY] * days
    steps: dict[int, list[tuple[int, str]]] = {}
    for grain, part in zip(grains, found, strict=True):
        here, there = part.first.toordinal(), part.last.toordinal() + 1
        steps.setdefault(here, []).append((there, grain))
        steps.setdefault(there, []).append((here, grain))
    return steps


def _path(year: int, start: int, end: int) -> list[_Edge]:
    """The lightest way (Dijkstra's)."""
    steps, queue = _steps(year), [(0, start)]
    weights, came = {start: 0}, dict[int, _Edge]()
    while queue:
        weight, here = heappop(queue)
        if here == end:
            break
        if weight > weights[here]:
            continue
        for there, grain in steps[here]:
            longer = weight + WEIGHTS[grain]
            if longer < weights.get(there, longer + 1):
                weights[there], came[there] = longer, (here, grain, there)
                heappush(queue, (longer, there))
    way: list[_Edge] = []
    while end != start:
        way.append(came[end])
        end = came[end][0]
    return way


def _joined(way: list[_Edge], sign: int) -> list[Piece]:
    parts = sorted(
        (min(here, there), max(here, there), grain)
        for here, grain, there in way
        if (there > here) == (sign > 0)
    )
    found: list[tuple[int, int, str]] = []
    for here, there, grain in parts:
        if found and found[-1][1:] == (here, grain):
            here = found.pop()[0]
        found.append((here, there, grain))
    return [
        (sign, grain, Period(dt.date.fromordinal(here), dt.date.fromordinal(there - 1)))
        for here, there, grain in found
    ]

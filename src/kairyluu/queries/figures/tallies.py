"""What was read, put together by key: how often each happening was there, by value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.cells import count_quickly
from kairyluu.queries.figures.needed import Need, asks_heads, needs
from kairyluu.queries.figures.rows import Row
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, DAYS, SHARE, Figure
from kairyluu.rules.figures.comparison import Value, average, quantile, share

Histogram = dict[int, int]


@dataclass
class Tally:
    """Of one key: what happened in the period, and what did since the beginning."""

    flow: dict[str, Histogram] = field(default_factory=dict)
    stock: dict[str, Histogram] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        _add(self.flow, other.flow)
        _add(self.stock, other.stock)

    def n(self, names: Iterable[str], scores: tuple[int, ...] = (), *, of_stock: bool = False) -> int:
        kept = self.stock if of_stock else self.flow
        return sum(
            n for name in names for value, n in kept.get(name, {}).items() if not scores or value in scores
        )


def _add(mine: dict[str, Histogram], theirs: Mapping[str, Mapping[int, int]]) -> None:
    for name, histogram in theirs.items():
        kept = mine.get(name)
        if kept is None:
            mine[name] = dict(histogram)
            continue
        for value, n in histogram.items():
            kept[value] = kept.get(value, 0) + n


def tally(
    asking: Asking,
    today: dt.date,
    apart: Apart = NOBODY,
    read: Callable[[Need, Asking, Apart], Iterable[Row]] = count_quickly,
) -> dict[str, Tally]:
    """By key of the breakdown."""
    found: dict[str, Tally] = {}
    for need in needs(asking, today):
        for row in read(need, asking, apart):
            put(found, row, is_stock=need.is_stock)
    return found


def put(found: dict[str, Tally], row: Row, *, is_stock: bool) -> None:
    key, name, counted = row
    one = found.setdefault(key, Tally())
    _add(one.stock if is_stock else one.flow, {name: counted})


def values_of(asking: Asking, one: Tally) -> dict[str, Value]:
    figures = [CATALOGUE[code] for code in asking.codes]
    hidden = asks_heads(asking)
    return {f.code: None if f.is_stock and hidden else _value(f, one) for f in figures}


def _value(figure: Figure, one: Tally) -> Value:
    if figure.unit == DAYS and figure.quantile:
        return quantile(one.flow.get(figure.of[0], {}), figure.quantile)
    if figure.unit not in (COUNT, SHARE):
        return average(one.flow.get(figure.of[0], {}))
    n = one.n(figure.of, figure.scores, of_stock=figure.is_stock)
    n -= one.n(figure.less, of_stock=figure.is_stock)
    return n if figure.unit == COUNT else share(n, _base(figure, one))


def _base(figure: Figure, one: Tally) -> int:
    base = CATALOGUE[figure.base or ""]
    return one.n(base.of, base.scores) - one.n(base.less)

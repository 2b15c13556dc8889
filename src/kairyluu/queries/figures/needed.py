"""Which happenings of which days a question needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kairyluu.queries.figures.asking import Asking
from kairyluu.rules.figures.catalogue import CATALOGUE, Figure
from kairyluu.rules.figures.periods import Period

BEGINNING = dt.date(2000, 1, 1)
DUE_OPEN = "due_open"


@dataclass(frozen=True)
class Need:
    """These happenings, of these days; `is_stock`: for what stands at the end of them."""

    happenings: frozenset[str]
    period: Period
    is_stock: bool = False


def figures_of(asking: Asking) -> tuple[Figure, ...]:
    """What was asked for and the bases of its shares."""
    asked = [CATALOGUE[code] for code in asking.codes]
    bases = [CATALOGUE[figure.base] for figure in asked if figure.base]
    return tuple(dict.fromkeys([*asked, *bases]))


def needs(asking: Asking, today: dt.date) -> list[Need]:
    """One of the period itself; one from the beginning, for what stands at its end (of a running period: now, since nothing
    has happened after now); one of what is overdue."""
    figures = figures_of(asking)
    flows = frozenset(name for f in figures if not f.is_stock for name in (*f.of, *f.less)) - {DUE_OPEN}
    stocks = frozenset(name for f in figures if f.is_stock for name in (*f.of, *f.less))
    found = [Need(flows, asking.period)] if flows else []
    if stocks and asking.period.first <= today and not asks_heads(asking):
        found.append(Need(stocks, Period(BEGINNING, asking.period.last), is_stock=True))
    overdue = asking.period.until(today - dt.timedelta(days=1))
    if overdue and any(DUE_OPEN in figure.of for figure in figures):
        found.append(Need(frozenset({DUE_OPEN}), overdue))
    return found


def asks_heads(asking: Asking) -> bool:
    """What stands at the end of a period is of all heads who let it come to that: it cannot be broken down by them."""
    return "head" in (asking.by, *(dimension for dimension, _key in asking.where))

"""What the address of the page of figures asks for; what is not understood is left at what is usual."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from kairyluu.queries.figures import Asking
from kairyluu.queries.oversight import list_counted
from kairyluu.queries.watching.views import reach_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS, TIMES
from kairyluu.rules.figures.periods import NoPeriod, Period
from kairyluu.rules.figures.rolling import ROLLING, period_of
from kairyluu.rules.steering.spans import read_day

USUAL = ("received", "answered", "share_in_time", "days_median", "overdue_now")
LONGEST = 366 * 5  # days
UNKNOWN = "-"  # in an address: the line of what is not known


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`body` is the code of a body whose subtree is counted, empty: everything one oversees. `rolling` is the code of a period that
    moves with the day, where it was asked by one."""

    asking: Asking
    body: str
    is_understood: bool
    rolling: str = ""

    def address(self, **changes: Any) -> str:
        """The query of the same question, with changes; an empty value is left out."""
        values: dict[str, Any] = {
            "period": self.rolling or self.asking.period.code,
            "by": self.asking.by or "",
            "body": self.body,
            "figure": list(self.asking.codes),
            "where": [condition(*one) for one in self.asking.where],
        }
        kept = {name: value for name, value in (values | changes).items() if value}
        return urlencode(kept, doseq=True)

    def kept(self) -> dict[str, Any]:
        """As a saved view keeps it."""
        return {
            "period": self.rolling or self.asking.period.code,
            "by": self.asking.by or "",
            "body": self.body,
            "figure": list(self.asking.codes),
            "where": [list(one) for one in self.asking.where],
        }

    def without(self, dimension: str) -> str:
        left = [condition(*one) for one in self.asking.where if one[0] != dimension]
        return self.address(where=left)


def read_asked(given: QueryDict, actor: Actor, today: dt.date) -> Asked:
    period, is_understood, rolling = read_period(given, today)
    codes = tuple(code for code in given.getlist("figure") if code in CATALOGUE) or USUAL
    by = given.get("by", "")
    reach = list_reach(actor)
    body = given.get("body", "") if given.get("body", "") in reach else ""
    bodies = reach_of(actor, body)
    asking = Asking(period, codes, bodies, by if by in DIMENSIONS else None, read_conditions(given))
    return Asked(asking=asking, body=body, is_understood=is_understood, rolling=rolling)


def read_conditions(given: QueryDict) -> tuple[tuple[str, str], ...]:
    """`where=topic:water`, `where=topic:-` for what is not given; the first of each breakdown."""
    found: dict[str, str] = {}
    for said in given.getlist("where"):
        dimension, _, key = said.partition(":")
        if dimension in DIMENSIONS and dimension not in TIMES and key:
            found.setdefault(dimension, "" if key == UNKNOWN else key)
    return tuple(found.items())


def condition(dimension: str, key: str) -> str:
    return f"{dimension}:{key or UNKNOWN}"


def list_reach(actor: Actor) -> dict[str, tuple[int, str]]:
    """The bodies whose figures the actor sees: row id and path by code, a body before those below it."""
    return {body.code: (body.pk, body.path) for body in list_counted(actor)}


def read_period(given: QueryDict, today: dt.date) -> tuple[Period, bool, str]:
    """Two days before a code, unless they are what the code means; without either the present year. Whether it was understood, and
    the code of one that moves with the day."""
    first, last, code = (given.get(name, "").strip() for name in ("from", "to", "period"))
    this_year = Period.year(today.year)
    try:
        if first or last:
            period = Period(read_day(first) or dt.date.max, read_day(last) or today)
        else:
            period = period_of(code, today) if code else this_year
    except NoPeriod:
        return this_year, False, ""
    if (period.last - period.first).days > LONGEST:
        return this_year, False, ""
    return period, True, code if code in ROLLING and period_of(code, today) == period else ""

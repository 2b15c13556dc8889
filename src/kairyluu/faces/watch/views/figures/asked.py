"""What the address of the page of figures asks for; what is not understood is left at what is usual."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Asking
from kairyluu.queries.oversight import list_counted
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS, TIMES
from kairyluu.rules.figures.periods import NoPeriod, Period
from kairyluu.rules.steering.spans import read_day

USUAL = ("received", "answered", "share_in_time", "days_median", "overdue_now")
LONGEST = 366 * 5  # days
UNKNOWN = "-"  # in an address: the line of what is not known


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`body` is the code of a body whose subtree is counted, empty: everything one oversees."""

    asking: Asking
    body: str
    is_understood: bool

    def address(self, **changes: Any) -> str:
        """The query of the same question, with changes; an empty value is left out."""
        values: dict[str, Any] = {
            "period": self.asking.period.code,
            "by": self.asking.by or "",
            "body": self.body,
            "figure": list(self.asking.codes),
            "where": [condition(*one) for one in self.asking.where],
        }
        kept = {name: value for name, value in (values | changes).items() if value}
        return urlencode(kept, doseq=True)

    def without(self, dimension: str) -> str:
        left = [condition(*one) for one in self.asking.where if one[0] != dimension]
        return self.address(where=left)


def read_asked(given: QueryDict, actor: Actor, today: dt.date) -> Asked:
    period, is_understood = read_period(given, today)
    codes = tuple(code for code in given.getlist("figure") if code in CATALOGUE) or USUAL
    by = given.get("by", "")
    reach = list_reach(actor)
    body = given.get("body", "") if given.get("body", "") in reach else ""
    bodies = None if _is_whole(reach) and not body else _below(reach, body)
    asking = Asking(period, codes, bodies, by if by in DIMENSIONS else None, read_conditions(given))
    return Asked(asking=asking, body=body, is_understood=is_understood)


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


def read_period(given: QueryDict, today: dt.date) -> tuple[Period, bool]:
    """Two days before a code; without either the present year. Whether it was understood."""
    first, last, code = (given.get(name, "").strip() for name in ("from", "to", "period"))
    this_year = Period.year(today.year)
    try:
        if first or last:
            period = Period(read_day(first) or dt.date.max, read_day(last) or today)
        else:
            period = Period.of(code) if code else this_year
    except NoPeriod:
        return this_year, False
    is_right = (period.last - period.first).days <= LONGEST
    return (period, True) if is_right else (this_year, False)


def _is_whole(reach: dict[str, tuple[int, str]]) -> bool:
    """Whether nothing is beyond it: then sums of all bodies together are read, which is quicker."""
    return len(reach) == len(directory().bodies_by_id)


def _below(reach: dict[str, tuple[int, str]], body: str) -> frozenset[int]:
    path = reach[body][1] if body else ""
    return frozenset(pk for pk, own in reach.values() if own.startswith(path))

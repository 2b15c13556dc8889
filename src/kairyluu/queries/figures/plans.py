"""Which sums answer a question: of which column, of which years, months and days, of which bodies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kairyluu.data.figures import branches
from kairyluu.data.figures.happenings import COLUMNS
from kairyluu.data.figures.models import Branch, Reach
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.dimensions import BODY, DAY, HEAD, MADE_OF, keys_of
from kairyluu.queries.figures.needed import DUE_OPEN, Need
from kairyluu.rules.figures.catalogue import TIMES
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.pieces import pieces

_ONE = dt.timedelta(days=1)
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
FINE = ("day", "week")  # times that are no whole months
MANY = 20  # bodies
REACHING = "MYc"  # grains whose sums stand on the last of their days
Span = tuple[str, Period]
Stretch = tuple[Period, frozenset[int] | None]  # of these bodies, None: of all
Edge = tuple[int, Period]  # added or, with -1, taken off


@dataclass(frozen=True)
class Plan:
    """Cells broken down by `column` (empty: whole), of these `keys` (None: all), summed by `selected`. `spans` are grains with their
    days, one after the other; `edges` are counted from the appeals and added or taken off. Sums of `bodies` (None: all) stand under
    `places`, but by day none of those that are `alone`: edges are of them, where there are any, else of all. `is_of_all`: sums of all
    bodies together. `minus` are spans of which the sums are taken off again."""

    column: str
    selected: str
    spans: tuple[Span, ...]
    edges: tuple[Edge, ...]
    bodies: frozenset[int] | None
    is_of_all: bool
    places: tuple[int, ...]
    alone: frozenset[int] = frozenset()
    keys: tuple[str, ...] | None = None
    minus: tuple[Span, ...] = ()


def make_plan(need: Need, asking: Asking, coarsest: str = "y", *, is_each: bool = False) -> Plan | None:
    """`coarsest` is the grain above which nothing is summed; `is_each`: for each body by itself."""
    made_of = MADE_OF[asking.by] if asking.by else ""
    conditions = [(MADE_OF[dimension], dimension, key) for dimension, key in asking.where]
    columns = {made for made in (made_of, *(made for made, _, _ in conditions)) if made in PLACES}
    if any(made == HEAD for made, _, _ in conditions) or len(columns) > 1 or len(conditions) > 1:
        return None
    keys = _wanted(conditions)
    if keys is not None and made_of in columns:
        return None
    column = next(iter(columns), "")
    is_of_all = asking.bodies is None and made_of not in (BODY, HEAD)
    has_days = is_of_all or not column or DUE_OPEN in need.happenings
    finest = "d" if made_of == HEAD or asking.by in FINE or DUE_OPEN in need.happenings else "m"
    spans = _spans(need.period, finest if finest == "d" or asking.by in TIMES[:-1] else coarsest)
    bodies = asking.bodies or frozenset()
    places = tuple(sorted(bodies)) if is_each or made_of in (BODY, HEAD) else _places(bodies)
    alone, minus = frozenset(place for place in places if place > 0), tuple[Span, ...]()
    is_joint = is_of_all or bool(places and not alone)
    if is_joint and finest == "m" and coarsest == "y" and asking.by not in TIMES[:-1]:
        kept, minus, edges = *_joint(need.period), list[Edge]()
    elif has_days or is_joint:
        kept, found = _edged(spans, is_fine=finest == "d")
        kept += [("d", part) for sign, part in found if sign > 0]
        minus = tuple(("d", part) for sign, part in found if sign < 0)
        edges, alone = list[Edge](), frozenset()
    elif len(alone) < len(places):
        kept, edges = spans, [(1, part) for grain, part in spans if grain == "d"]
    else:
        (kept, edges), alone = _edged(spans, is_fine=finest == "d"), frozenset()
    if not kept:
        return None
    selected = {BODY: "body_id", DAY: "day", HEAD: "body_id, day"}.get(made_of, "key" if made_of else "''")
    return Plan(
        column, selected, tuple(kept), tuple(edges), asking.bodies, is_of_all, places, alone, keys, minus
    )


def _places(bodies: frozenset[int]) -> tuple[int, ...]:
    """Where sums of these bodies together stand: of branches instead of theirs, as far as there are any."""
    left, found = bodies, []
    if len(bodies) >= branches.FEWEST:
        known = [(pk, frozenset(below)) for pk, below in Branch.objects.values_list("pk", "bodies")]
        for pk, below in sorted(known, key=lambda one: -len(one[1])):
            if below <= left:
                found.append(-pk)
                left -= below
    return tuple(sorted([*found, *left]))


def _wanted(conditions: list[tuple[str, str, str]]) -> tuple[str, ...] | None:
    for _made, dimension, key in conditions:
        kept, is_unknown = keys_of(dimension).kept_for(key)
        return (*kept, "") if is_unknown else tuple(kept)
    return None


def _spans(period: Period, coarsest: str) -> list[Span]:
    """The period in whole years, whole months, reaches and days, as coarse as may be, in their order."""
    if coarsest != "d" and (reach := _reach(period, coarsest)):
        before = period.until(reach[1].first - _ONE)
        return [*(_spans(before, coarsest) if before else []), reach]
    spans: list[Span] = []
    day, end = period.first, period.last + _ONE
    while day < end:
        grain, following = _step(day, end, coarsest)
        if spans and spans[-1][0] == grain:
            day_before = spans.pop()[1].first
            spans.append((grain, Period(day_before, following - _ONE)))
        else:
            spans.append((grain, Period(day, following - _ONE)))
        day = following
    return spans


def _joint(period: Period) -> tuple[list[Span], tuple[Span, ...]]:
    """What is added and what is taken off, of sums that stand under more grains than those of a body."""
    reach = _reach(period, "y")
    before = period.until(reach[1].first - _ONE) if reach else period
    found = pieces(before) if before else ()
    added = [(grain, part) for sign, grain, part in found if sign > 0]
    return [*added, *([reach] if reach else [])], tuple(
        (grain, part) for sign, grain, part in found if sign < 0
    )


def _edged(spans: list[Span], *, is_fine: bool) -> tuple[list[Span], list[Edge]]:
    """Days by themselves, added; of more than half a month the others, to be taken off its sums, unless each day is asked for."""
    kept: list[Span] = []
    edges: list[Edge] = []
    for grain, part in spans:
        if grain != "d":
            kept.append((grain, part))
        elif is_fine:
            edges.append((1, part))
        else:
            for of_month in _by_month(part):
                month = Period.month(of_month.first.year, of_month.first.month)
                others = _others(of_month, month)
                if sum(map(_n_days, others)) < _n_days(of_month):
                    kept.append(("m", month))
                    edges += [(-1, other) for other in others]
                else:
                    edges.append((1, of_month))
    return kept, edges


def _by_month(part: Period) -> Iterator[Period]:
    day = part.first
    while day <= part.last:
        last = min(Period.month(day.year, day.month).last, part.last)
        yield Period(day, last)
        day = last + _ONE


def _others(part: Period, month: Period) -> list[Period]:
    """The days of the month before and after."""
    found = [Period(month.first, part.first - _ONE)] if month.first < part.first else []
    return found + ([Period(part.last + _ONE, month.last)] if part.last < month.last else [])


def _n_days(part: Period) -> int:
    return (part.last - part.first).days + 1


def _reach(period: Period, coarsest: str) -> Span | None:
    """The end of the period where sums are kept as far as its last day."""
    month, year = period.last.replace(day=1), period.last.replace(month=1, day=1)
    is_year = coarsest == "y" and period.first <= year
    following = period.last + _ONE
    is_whole = (following.month, following.day) == (1, 1) if is_year else following.day == 1
    if is_whole or period.first > month:
        return None
    if not Reach.objects.filter(last=period.last).exists():
        return None
    return ("Y", Period(year, period.last)) if is_year else ("M", Period(month, period.last))


def _step(day: dt.date, end: dt.date, coarsest: str) -> tuple[str, dt.date]:
    """What begins on the day and ends before `end`, and the day after it."""
    if coarsest == "d":
        return "d", end
    year = dt.date(day.year + 1, 1, 1)
    if coarsest == "y" and (day.month, day.day) == (1, 1) and year <= end:
        return "y", year
    month = (day.replace(day=1) + 32 * _ONE).replace(day=1)
    return ("m", month) if day.day == 1 and month <= end else ("d", min(month, end))


def without(need: Need, asking: Asking) -> tuple[tuple[Asking, Plan], tuple[Asking, Plan]] | None:
    """Nearly all bodies are all of them less the others: who sees the country but his own body reads few sums that way. None where
    it would not be quicker, or each body has its own line."""
    if (
        asking.bodies is None
        or (asking.by and MADE_OF[asking.by] in (BODY, HEAD))
        or not is_nearly_all(asking.bodies)
    ):
        return None
    others = frozenset(directory().bodies_by_id) - asking.bodies
    asked = [replace(asking, bodies=bodies) for bodies in (None, others)]
    whole, less = (make_plan(need, one) for one in asked)
    return ((asked[0], whole), (asked[1], less)) if whole and less else None


def is_nearly_all(bodies: frozenset[int]) -> bool:
    """Whether they are read as all bodies less the others."""
    others = frozenset(directory().bodies_by_id) - bodies
    return len(bodies) >= MANY and len(others) * 4 <= len(bodies)


def reading(need: Need, *plans: Plan) -> Need:
    """The same with the days around it of which sums are read, to be taken off again."""
    parts = [need.period, *(part for plan in plans for _, part in (*plan.spans, *plan.minus))]
    return replace(need, period=Period(min(p.first for p in parts), max(p.last for p in parts)))


def stretches(plan: Plan) -> list[Stretch]:
    """Of which days of which bodies sums are read; spans that follow each other as one."""
    if plan.alone and plan.bodies is not None:
        days = plan.bodies - plan.alone
        return [(part, days if grain == "d" else plan.bodies) for grain, part in plan.spans]
    parts = [part for _, part in plan.spans]
    if not parts:
        return []
    breaks = [n for n, (one, other) in enumerate(pairwise(parts), 1) if one.last + _ONE != other.first]
    borders = [0, *breaks, len(parts)]
    return [
        (Period(parts[start].first, parts[end - 1].last), plan.bodies) for start, end in pairwise(borders)
    ]

"""Topics that suddenly grow in the country or below a body, counted once for all who watch."""

from __future__ import annotations

from datetime import date, datetime

from kairyluu.queries.oversight import list_branches
from kairyluu.queries.watching.sudden import PLACES, VILLAGE, Judged, judge, terms
from kairyluu.reports.keeping import Kept, at_once, kept


def country_sudden(place: str, *, now: datetime, today: date) -> Kept[Judged]:
    """Half a year of appeals is read for it."""
    return kept(("sudden", place, today, *terms()), lambda: judge(today, place), now=now)


def sudden_below(place: str, bodies: frozenset[int], *, now: datetime, today: date) -> Kept[Judged]:
    """Of these bodies alone, for all who watch just them."""
    key = ("sudden below", place, tuple(sorted(bodies)), today, *terms())
    return kept(key, lambda: judge(today, place, bodies), now=now)


def count_sudden(*, now: datetime, today: date) -> None:
    """Before anybody asks."""
    with at_once():
        for place in PLACES:
            country_sudden(place, now=now, today=today)
        for bodies in list_branches():
            sudden_below(VILLAGE, bodies, now=now, today=today)

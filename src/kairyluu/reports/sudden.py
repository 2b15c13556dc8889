"""Topics that suddenly grow in the country, counted once for all who watch."""

from __future__ import annotations

from datetime import date, datetime

from kairyluu.queries.watching.sudden import PLACES, Judged, judge_country, terms
from kairyluu.reports.keeping import Kept, at_once, kept


def country_sudden(place: str, *, now: datetime, today: date) -> Kept[Judged]:
    """Half a year of appeals is read for it."""
    return kept(("sudden", place, today, *terms()), lambda: judge_country(today, place), now=now)


def count_sudden(*, now: datetime, today: date) -> None:
    """Before anybody asks."""
    with at_once():
        for place in PLACES:
            country_sudden(place, now=now, today=today)

"""Where a number leads: to the appeals behind it, to the same figures of one line alone, to shorter periods.

A ranking has hundreds of numbers: what their addresses share is written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import quote_plus

from django.urls import reverse

from kairyluu.faces.watch.views.figures.asked import Asked, condition
from kairyluu.queries.figures.naming import names_of
from kairyluu.rules.figures.catalogue import CATALOGUE, TIMES
from kairyluu.rules.figures.periods import Period, buckets

MOST_DAYS = 62


def way_behind(asked: Asked) -> str:
    """To the appeals behind the numbers, but for which number."""
    return f"{reverse('watch:figures-behind')}?{asked.address()}"


def only_of(asked: Asked) -> Callable[[str], str]:
    """A line of time leads to that time, any other one to its condition; not broken down any more."""
    by = asked.asking.by or ""
    if by in TIMES:
        same = asked.address(by="", period="")
        return lambda key: f"{same}&period={quote_plus(key)}"
    same = asked.address(by="", where=[condition(*one) for one in asked.asking.where if one[0] != by])
    return lambda key: f"{same}&where={quote_plus(condition(by, key))}"


def narrower(asked: Asked, code: str, key: str | None, today: date, language: str) -> list[tuple[str, str]]:
    """Where more is behind a number than is listed: the same number of each month, of two months or less of each day, as (query,
    words). What stands at the end of a period does not get less with it."""
    whole, by = asked.asking.period.until(today), asked.asking.by
    if whole is None or whole.first == whole.last or by in TIMES or CATALOGUE[code].is_stock:
        return []
    time = "day" if (whole.last - whole.first).days < MOST_DAYS else "month"
    found = buckets(time, whole)
    words = names_of(time, found, language)
    query = {"code": code} if key is None else {"code": code, "key": key}
    return [(asked.address(period=_within(one, whole).code, **query), words[one]) for one in found]


def _within(code: str, whole: Period) -> Period:
    part = Period.of(code)
    return Period(max(part.first, whole.first), min(part.last, whole.last))

"""The period of a register page, read from an address; what is no period becomes this year so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from kairyluu.faces.desk.forms.days import NotADay, read_day


@dataclass(frozen=True)
class Chosen:
    """`is_understood` is false when something typed had to be left aside."""

    first_on: date
    last_on: date
    is_understood: bool = True


def read_period(given: QueryDict, today: date) -> Chosen:
    """Both days in one year: the numbers of a book start anew with the year."""
    first, last = given.get("from", "").strip(), given.get("to", "").strip()
    try:
        until = read_day(last) if last else None
        since = read_day(first) if first else date((until or today).year, 1, 1)
        until = until or (today if since.year == today.year else date(since.year, 12, 31))
    except NotADay:
        return Chosen(date(today.year, 1, 1), today, is_understood=False)
    if since > until or since.year != until.year:
        return Chosen(date(until.year, 1, 1), until, is_understood=False)
    return Chosen(since, until)

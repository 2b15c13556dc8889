"""The days, terms, hours and settings of one body as this installation has them: with what was entered on screen."""

from __future__ import annotations

import sys

from kairyluu.faces.commands._counting.basis import COUNTS_NEXT, Asked, Basis, NoSuchBody, Office
from kairyluu.rules.office_hours import office_hours


def from_database(asked: Asked) -> Basis | None:
    """None where there are no settings, no database that answers, or nothing loaded yet; raises `NoSuchBody`."""
    if "django" not in sys.modules:
        return None
    from django.apps import apps
    from django.db import DatabaseError

    if not apps.ready:
        return None
    from kairyluu.queries.directory import directory

    try:
        known = directory()
    except DatabaseError:
        return None
    if not known.terms or not known.calendars.rows:
        return None
    office = _office(asked) if asked.body else Office()
    return Basis("database", terms=list(known.terms), days=list(known.calendars.rows), office=office)


def _office(asked: Asked) -> Office:
    from kairyluu.queries.directory import directory

    known = directory()
    body = known.bodies.get(asked.body)
    if body is None:
        raise NoSuchBody(facts={"body": asked.body})
    counts = asked.office_hours or known.setting(COUNTS_NEXT)
    seasons = {name: known.setting(name) for name in ("summer_from", "winter_from")}
    hours = office_hours(body.hours, **seasons) if counts == "yes" else None
    return Office(scopes=known.calendars.scopes_of(body), hours=hours)

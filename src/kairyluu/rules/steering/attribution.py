"""Who answers for a figure: the head in office on the day that decides it.

Resolution No. 463, clause 4: the head is personally answerable for the organisation of work with appeals. The rule:

- What was done answers for the day on which it was done: received, registered or answered in time, refused, forwarded,
  extended, a draft returned. Nobody else could have done or prevented it.
- What was missed answers for the day on which it was missed, the due day: registered late, answered late, overdue now.
  Whoever came into office afterwards found it late already, and by answering it did what he could; whoever was in office
  until that day had every day of the term.
- What others say of an answer (a rating, a review) answers for the day on which the answer was sent: the words were
  those of the head who let it go, also when the applicant speaks a month later.

While somebody stands in for the head he has the head's powers, so the days are his; both are named. A day on which
nobody holds the post answers for nobody and is shown so. A figure of days that have passed never moves to another person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

RECEIVED = "received"
REGISTERED_IN_TIME = "registered_in_time"
REGISTERED_LATE = "registered_late"
ANSWERED_IN_TIME = "answered_in_time"
ANSWERED_LATE = "answered_late"
OVERDUE_NOW = "overdue_now"
REFUSED = "refused"
FORWARDED = "forwarded"
EXTENDED = "extended"
RETURNED = "returned"
REVIEWED = "reviewed"
RATED = "rated"
FIGURES = (
    RECEIVED,
    REGISTERED_IN_TIME,
    REGISTERED_LATE,
    ANSWERED_IN_TIME,
    ANSWERED_LATE,
    OVERDUE_NOW,
    REFUSED,
    FORWARDED,
    EXTENDED,
    RETURNED,
    REVIEWED,
    RATED,
)
MISSED = frozenset({REGISTERED_LATE, ANSWERED_LATE, OVERDUE_NOW})
OF_THE_ANSWER = frozenset({REVIEWED, RATED})


@dataclass(frozen=True, kw_only=True)
class Holding:
    """Somebody in the head's post; an empty end is open. `stands_in_for` is the official whose powers he has."""

    official_id: int
    starts_on: dt.date
    ends_on: dt.date | None = None
    stands_in_for: int | None = None


@dataclass(frozen=True, kw_only=True)
class Spell:
    """Days, both included, for which one person answers; nobody where `official_id` is empty."""

    first_on: dt.date
    last_on: dt.date
    official_id: int | None = None
    stands_in_for: int | None = None

    def covers(self, day: dt.date) -> bool:
        return self.first_on <= day <= self.last_on


def answerable_day(
    figure: str, *, happened_on: dt.date, due_on: dt.date | None = None, answered_on: dt.date | None = None
) -> dt.date:
    """The day whose head answers for one count of the figure. `happened_on` is when it was done, or for what is still
    missing today; `due_on` and `answered_on` where the figure is about a term or about an answer."""
    if figure in MISSED and due_on is not None:
        return due_on
    if figure in OF_THE_ANSWER and answered_on is not None:
        return answered_on
    return happened_on


def in_office(holdings: Iterable[Holding], day: dt.date) -> Holding | None:
    """A stand-in before the holder; of several, the one who began last."""
    there = [h for h in holdings if h.starts_on <= day and (h.ends_on is None or day <= h.ends_on)]
    return max(there, key=lambda h: (h.stands_in_for is not None, h.starts_on), default=None)


def spells(holdings: Iterable[Holding], first_on: dt.date, last_on: dt.date) -> tuple[Spell, ...]:
    """The days of a period without gap or overlap, each with who answers for them, in order."""
    held = list(holdings)
    one = dt.timedelta(days=1)
    begins = {first_on} | {h.starts_on for h in held} | {h.ends_on + one for h in held if h.ends_on}
    starts = sorted(day for day in begins if first_on <= day <= last_on)
    found: list[Spell] = []
    for start, following in zip(starts, [*starts[1:], last_on + one], strict=True):
        who = in_office(held, start)
        spell = Spell(
            first_on=start,
            last_on=following - one,
            official_id=who.official_id if who else None,
            stands_in_for=who.stands_in_for if who else None,
        )
        if found and _same_person(found[-1], spell):
            found[-1] = replace(found[-1], last_on=spell.last_on)
        else:
            found.append(spell)
    return tuple(found)


def _same_person(before: Spell, after: Spell) -> bool:
    return (before.official_id, before.stands_in_for) == (after.official_id, after.stands_in_for)

"""Topics that suddenly grow in a place, of the bodies somebody watches (`rules.figures.sudden` says how they are found)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import happenings
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import Apart, kept_from
from kairyluu.queries.oversight import list_counted
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures import sudden
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.sudden import Limits, Sudden

WEEK = 7
BODY, VILLAGE = "body", "territory"
PLACES = (BODY, VILLAGE)
_COUNTED = (
    "SELECT h.{place}::text, h.topic, (%s - h.day) / 7 AS week, count(*) FROM ({happened}) AS h"
    " WHERE h.topic IS NOT NULL AND h.{place} IS NOT NULL GROUP BY 1, 2, 3"
)


@dataclass(frozen=True)
class SuddenTopic:
    """Row ids as they are kept."""

    place_id: int
    topic_id: int
    found: Sudden


@dataclass(frozen=True, kw_only=True)
class SuddenTopics:
    """The least likely first. `n_looked_at` are places with a topic that had an appeal in all this time; `by_chance` of them would be
    here though nothing changed."""

    topics: tuple[SuddenTopic, ...]
    week: Period
    n_weeks: int
    n_looked_at: int
    by_chance: float
    limits: Limits


def list_sudden(actor: Actor, today: date, place: str = BODY) -> SuddenTopics:
    """Of the seven days that end today. What the reader is kept from is not looked at, neither what is confidential: a topic with a
    place would tell of it. One statement."""
    known = directory()
    limits = Limits(known.number("sudden_least"), known.number("sudden_one_in"))
    n_weeks = known.number("sudden_weeks")
    counts = _counts(actor, today, place, n_weeks)
    found = [
        SuddenTopic(int(where), int(topic), judged)
        for (where, topic), weeks in counts.items()
        if (judged := sudden.judge([weeks.get(n, 0) for n in range(1, n_weeks + 1)], weeks.get(0, 0), limits))
    ]
    return SuddenTopics(
        topics=tuple(sorted(found, key=lambda one: (one.found.chance, one.place_id, one.topic_id))),
        week=Period(today - timedelta(days=WEEK - 1), today),
        n_weeks=n_weeks,
        n_looked_at=len(counts),
        by_chance=sudden.expected_by_chance(len(counts), limits),
        limits=limits,
    )


def _counts(actor: Actor, today: date, place: str, n_weeks: int) -> dict[tuple[str, str], dict[int, int]]:
    """By place and topic how many came in each week, 0 being the one that is judged."""
    bodies = [body.pk for body in list_counted(actor)]
    is_whole = len(bodies) == len(directory().bodies_by_id)
    first = today - timedelta(days=WEEK * (n_weeks + 1) - 1)
    text, values = happenings(
        {"received"},
        ["topic"] if place == BODY else ["topic", VILLAGE],
        between=(first, today),
        bodies=None if is_whole else bodies,
        which=_neither(kept_from(actor)),
    )
    column = "body_id" if place == BODY else VILLAGE
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.format(place=column, happened=text), [today, *values])
        rows: list[Any] = cursor.fetchall()
    for where, topic, week, n in rows:
        found[where, topic][week] = n
    return found


def _neither(apart: Apart) -> str:
    return " AND ".join(f"({said}) IS NOT TRUE" for said in (apart.gone, apart.veiled) if said)

"""Topics that suddenly grow in a place, of the bodies somebody watches (`rules.figures.sudden` says how they are found)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import happenings
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import kept_from
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


@dataclass(frozen=True, kw_only=True)
class Judged:
    """`looked_at` has by place the topics that had an appeal in all this time."""

    topics: tuple[SuddenTopic, ...]
    looked_at: Mapping[int, int]
    today: date
    n_weeks: int
    limits: Limits

    def shown(self) -> SuddenTopics:
        n_looked_at = sum(self.looked_at.values())
        return SuddenTopics(
            topics=self.topics,
            week=Period(self.today - timedelta(days=WEEK - 1), self.today),
            n_weeks=self.n_weeks,
            n_looked_at=n_looked_at,
            by_chance=sudden.expected_by_chance(n_looked_at, self.limits),
            limits=self.limits,
        )


def terms() -> tuple[int, Limits]:
    """How many weeks are looked at, and what is seldom enough: settings."""
    known = directory()
    return known.number("sudden_weeks"), Limits(known.number("sudden_least"), known.number("sudden_one_in"))


def judge(today: date, place: str, bodies: frozenset[int] | None = None) -> Judged:
    """Of the seven days that end today and of these bodies, None: of all, for every reader: without what is confidential, a topic with a
    place would tell of it. One statement."""
    return _judge(bodies, "NOT a.is_confidential", today, place)


def is_of_country(actor: Actor, place: str) -> bool:
    """Whether what was judged of the country is what he may see of it: a body is the same for whoever counts it, of a village he counts
    what it wrote to his bodies."""
    return place == BODY or reach_of(actor) is None


def of_reach(judged: Judged, actor: Actor, place: str) -> SuddenTopics:
    """What he counts of it, where `is_of_country`."""
    bodies = reach_of(actor)
    if place != BODY or bodies is None:
        return judged.shown()
    return replace(
        judged,
        topics=tuple(one for one in judged.topics if one.place_id in bodies),
        looked_at={pk: n for pk, n in judged.looked_at.items() if pk in bodies},
    ).shown()


def list_sudden(actor: Actor, today: date, place: str = BODY) -> SuddenTopics:
    """Of his bodies alone, and without what else the reader is kept from."""
    gone = kept_from(actor).gone
    which = "NOT a.is_confidential" + (f" AND ({gone}) IS NOT TRUE" if gone else "")
    return _judge(reach_of(actor), which, today, place).shown()


def reach_of(actor: Actor) -> frozenset[int] | None:
    """None: all bodies."""
    bodies = frozenset(body.pk for body in list_counted(actor))
    return None if len(bodies) == len(directory().bodies_by_id) else bodies


def _judge(bodies: frozenset[int] | None, which: str, today: date, place: str) -> Judged:
    n_weeks, limits = terms()
    found, looked_at = [], Counter[int]()
    for (where, topic), weeks in _counts(bodies, which, today, place, n_weeks).items():
        looked_at[int(where)] += 1
        usual = [weeks.get(n, 0) for n in range(1, n_weeks + 1)]
        if judged := sudden.judge(usual, weeks.get(0, 0), limits):
            found.append(SuddenTopic(int(where), int(topic), judged))
    found.sort(key=lambda one: (one.found.chance, one.place_id, one.topic_id))
    return Judged(topics=tuple(found), looked_at=looked_at, today=today, n_weeks=n_weeks, limits=limits)


def _counts(
    bodies: frozenset[int] | None, which: str, today: date, place: str, n_weeks: int
) -> dict[tuple[str, str], dict[int, int]]:
    """By place and topic how many came in each week, 0 being the one that is judged."""
    first = today - timedelta(days=WEEK * (n_weeks + 1) - 1)
    text, values = happenings(
        {"received"},
        ["topic"] if place == BODY else ["topic", VILLAGE],
        between=(first, today),
        bodies=bodies,
        which=which,
    )
    column = "body_id" if place == BODY else VILLAGE
    found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.format(place=column, happened=text), [today, *values])
        rows: list[Any] = cursor.fetchall()
    for where, topic, week, n in rows:
        found[where, topic][week] = n
    return found

"""How many answers would have been late under another term: real appeals of a period, counted again by the real
calendars, beside the real lateness. Due days are found once for each day of registration and calendar; the database
counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.oversight import OWNER
from kairyluu.queries.sight import list_overseen, unaccused
from kairyluu.rules import deadlines, states
from kairyluu.rules.deadlines import CALENDAR_DAYS, CONSIDERATION, NEXT_WORKING_DAY, WORKING_DAYS, Term
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

LONGEST = 3 * 366  # days of a period
YEARS = range(2000, 2100)
_SHAPE = re.compile(r"([1-9]\d{0,2})(wd|cd)", re.ASCII)

_COUNTED = """
WITH due AS (
    SELECT * FROM unnest(%s::int[], %s::date[], %s::date[]) AS due (calendar, registered_on, due_on)
), place AS (
    SELECT * FROM unnest(%s::bigint[], %s::int[]) AS place (body_id, calendar)
), longer AS (
    SELECT appeal_id, sum(new_due_on - old_due_on)::int AS days FROM appeals_extension GROUP BY appeal_id
), counted AS (
    SELECT a.body_id, a.topic_id, a.is_open,
        coalesce(a.closed_on, %s::date) > a.consideration_due_on AS was_late,
        coalesce(a.closed_on, %s::date) > due.due_on + coalesce(longer.days, 0) AS would_be_late
    FROM ({appeals}) AS a
    JOIN place USING (body_id)
    JOIN due ON due.calendar = place.calendar AND due.registered_on = a.registered_on
    LEFT JOIN longer ON longer.appeal_id = a.id
)
SELECT body_id, topic_id, count(*), count(*) FILTER (WHERE is_open), count(*) FILTER (WHERE was_late),
    count(*) FILTER (WHERE would_be_late)
FROM counted GROUP BY body_id, topic_id
"""


class NotATerm(Refused):
    """A term is written as 10wd (working days) or 30cd (calendar days); facts: term."""


class NotAPeriod(Refused):
    """The first day lies after the last one, the period is longer than three years, or not of this century."""


class NoSuchSubtree(Refused):
    """No body of this code that the actor may count; facts: body."""


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """`consideration` is 10wd or 30cd; the days are those of registration, both included; `body` is the code of the
    top of a subtree, empty for all that may be counted."""

    consideration: str
    first: dt.date
    last: dt.date
    body: str = ""


@dataclass(frozen=True, kw_only=True)
class Lateness:
    """`code` is that of a body or a topic. `n_open` of the `n` are not answered yet: late if their day has passed."""

    code: str
    n: int = 0
    n_open: int = 0
    late: int = 0
    would_be_late: int = 0

    def plus(self, n: int, n_open: int, late: int, would_be_late: int) -> Lateness:
        return Lateness(
            code=self.code,
            n=self.n + n,
            n_open=self.n_open + n_open,
            late=self.late + late,
            would_be_late=self.would_be_late + would_be_late,
        )

    @property
    def difference(self) -> int:
        return self.would_be_late - self.late


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`bodies` by place in the directory, `topics` by how many."""

    term: Term
    total: Lateness
    bodies: tuple[Lateness, ...]
    topics: tuple[Lateness, ...]


def read_term(text: str) -> Term:
    """`10wd` or `30cd`, counted from the day after registration; an end on a day off moves to the next working day.
    Raises `NotATerm`."""
    found = _SHAPE.fullmatch(text.strip().lower())
    if found is None:
        raise NotATerm({"term": text})
    unit = WORKING_DAYS if found[2] == "wd" else CALENDAR_DAYS
    return Term(id=text, code=CONSIDERATION, amount=int(found[1]), unit=unit, roll=NEXT_WORKING_DAY)


def count_lateness(question: WhatIf, *, actor: Actor, today: dt.date) -> Outcome:
    """Only what the actor may count: an overseer his subtree, the portal's owner and the system itself everything."""
    term = read_term(question.consideration)
    is_short = dt.timedelta() <= question.last - question.first <= dt.timedelta(LONGEST)
    if not is_short or not {question.first.year, question.last.year} <= set(YEARS):
        raise NotAPeriod({"first": question.first.isoformat(), "last": question.last.isoformat()})
    known = directory()
    bodies = _bodies(question.body, actor, known)
    rows = _count(question, term, bodies, actor, known, today)
    return _outcome(term, rows, known)


def list_countable(actor: Actor) -> list[Body]:
    """The bodies an actor may ask about, by place in the directory."""
    if actor.kind == "system" or actor.has_role(OWNER):
        return sorted(directory().bodies_by_id.values(), key=lambda body: body.path)
    return list_overseen(actor)


def _bodies(code: str, actor: Actor, known: Directory) -> list[Body]:
    countable = list_countable(actor)
    if not code:
        return countable
    top = next((body for body in countable if body.code == code), None)
    if top is None:
        raise NoSuchSubtree({"body": code})
    return [body for body in countable if body.path.startswith(top.path)]


def _count(
    question: WhatIf, term: Term, bodies: Collection[Body], actor: Actor, known: Directory, today: dt.date
) -> list[tuple[int, int | None, int, int, int, int]]:
    calendars = {id(known.calendar_for(body)): known.calendar_for(body) for body in bodies}
    numbers = {key: number for number, key in enumerate(calendars)}
    days = [question.first + dt.timedelta(n) for n in range((question.last - question.first).days + 1)]
    due = [
        (numbers[key], day, deadlines.due(term, day, calendar).due_on)
        for key, calendar in calendars.items()
        for day in days
    ]
    rows = unaccused(actor).exclude(state=states.MERGED)
    rows = rows.filter(
        registered_on__range=(question.first, question.last), body_id__in=[b.pk for b in bodies]
    )
    columns = ("id", "body_id", "topic_id", "is_open", "registered_on", "closed_on", "consideration_due_on")
    sql, params = rows.values(*columns).query.sql_with_params()
    places = [[body.pk for body in bodies], [numbers[id(known.calendar_for(body))] for body in bodies]]
    with connection.cursor() as cursor:
        cursor.execute(
            _COUNTED.replace("{appeals}", sql),
            [*map(list, zip(*due, strict=True)), *places, today, today, *params],
        )
        return list(cursor.fetchall())


def _outcome(term: Term, rows: list[tuple[int, int | None, int, int, int, int]], known: Directory) -> Outcome:
    total = Lateness(code="")
    bodies: dict[str, Lateness] = {}
    topics: dict[str, Lateness] = {}
    names = {topic.pk: topic.code for topic in known.topics.values()}
    for body_id, topic_id, *figures in rows:
        body, topic = known.bodies_by_id[body_id].code, names.get(topic_id or 0, "")
        total = total.plus(*figures)
        bodies[body] = bodies.get(body, Lateness(code=body)).plus(*figures)
        topics[topic] = topics.get(topic, Lateness(code=topic)).plus(*figures)
    paths = {body.code: body.path for body in known.bodies_by_id.values()}
    return Outcome(
        term=term,
        total=total,
        bodies=tuple(sorted(bodies.values(), key=lambda row: paths[row.code])),
        topics=tuple(sorted(topics.values(), key=lambda row: (-row.n, row.code))),
    )

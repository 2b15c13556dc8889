"""The bodies of a subtree beside one another: volume, terms, what people write of, and which of them are silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kairyluu.data.agencies.models import Body
from kairyluu.queries.analyses.finding import connected_bodies
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import (
    Asking,
    ComparedLine,
    Line,
    compare,
    count_figures,
    kept_from,
    main_of_each,
)
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.comparison import Change, Value
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.ranking import ranked

CODES = ("received", "answered", "share_in_time", "days_median", "overdue_now")
TREND = ("received", "answered", "share_in_time")
DOING = ("registered", "closed")
TOPICS, MONTHS, SILENT_DAYS = 8, 13, 30


@dataclass(frozen=True, kw_only=True)
class BodyLine:
    """`place` None: too few answers to be ranked. `topic` is the code of the one most written of, with its part of what came."""

    body: Body
    place: int | None
    changes: Mapping[str, Change]
    topic: str
    topic_n: int


@dataclass(frozen=True, kw_only=True)
class ComparedBodies:
    """`silent`: they work with the portal and did nothing in thirty days, each with how many appeals came meanwhile; `unconnected` are
    not open for appeals yet."""

    lines: tuple[BodyLine, ...]
    before: Period
    silent: tuple[tuple[Body, int], ...]
    unconnected: tuple[Body, ...]


def list_compared(asking: Asking, order: str, *, actor: Actor, today: date) -> ComparedBodies:
    """Of the bodies of the question; what the reader is kept from counts nowhere."""
    known, apart = directory(), kept_from(actor)
    asked = replace(asking, codes=CODES, by="body", where=())
    compared = compare(asked, today=today, apart=apart)
    by_code: dict[str, ComparedLine] = {line.key: line for line in compared.lines if line.key}
    values = {key: {code: line.changes[code].now for code in CODES} for key, line in by_code.items()}
    topics = _main_topics(asked, actor, today)
    lines = [
        BodyLine(
            body=known.ever[key],
            place=place,
            changes=by_code[key].changes,
            topic=topics.get(key, ("", 0))[0],
            topic_n=topics.get(key, ("", 0))[1],
        )
        for key, place in ranked(values, order, known.number("ranked_from_answers"))
        if any(values[key][code] for code in CODES)
    ]
    reach = [b for b in known.bodies_by_id.values() if asking.bodies is None or b.pk in asking.bodies]
    return ComparedBodies(
        lines=tuple(lines),
        before=compared.before,
        silent=_silent(asked, {body.pk for body in reach}, actor, today),
        unconnected=tuple(
            sorted(
                (body for body in reach if body.is_active and not body.is_open), key=lambda body: body.path
            )
        ),
    )


def list_trend(asking: Asking, *, actor: Actor, today: date) -> list[tuple[Line, Mapping[str, Value]]]:
    """Thirteen months to this one, each with the values of the year before."""
    first = date(today.year - 1, today.month, 1)
    asked = replace(asking, period=Period(first, today), codes=TREND, by="month", where=())
    compared = compare(asked, today=today, apart=kept_from(actor), has_reasons=False)
    return [
        (
            Line(line.key, {code: line.changes[code].now for code in TREND}),
            {code: line.changes[code].before for code in TREND},
        )
        for line in compared.lines[-MONTHS:]
    ]


def _main_topics(asked: Asking, actor: Actor, today: date) -> dict[str, tuple[str, int]]:
    """By body: among the topics most written of in all of them, the one most written of there."""
    received = replace(asked, codes=("received",), by="topic")
    found = main_of_each(received, TOPICS, today=today, apart=kept_from(actor))
    return {body: (topic, n) for body, topic, n in found}


def _silent(asked: Asking, reach: set[int], actor: Actor, today: date) -> tuple[tuple[Body, int], ...]:
    """Hardly anybody is left after the first two questions, which cost little: of this month there is one sum of each body, and nearly all
    registered something."""
    first = today - timedelta(days=SILENT_DAYS - 1)
    month = Period.month(today.year, today.month)
    questions = [(month, ("registered",)), (month, DOING)] if month.first >= first else []
    quiet = [body for body in connected_bodies(today) if body.pk in reach]
    received: dict[str, int] = {}
    for period, codes in (*questions, (Period(first, today), (*DOING, "received"))):
        if quiet:
            asking = replace(asked, period=period, codes=codes, bodies=frozenset(b.pk for b in quiet))
            lines = count_figures(asking, today=today, apart=kept_from(actor)).lines
            done = {line.key for line in lines if any(line.values[code] for code in codes if code in DOING)}
            quiet = [body for body in quiet if body.code not in done]
            received = {line.key: int(line.values.get("received") or 0) for line in lines}
    found = [(body, received.get(body.code, 0)) for body in quiet]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0].path)))

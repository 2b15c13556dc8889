"""The appeals behind one number, as far as one may see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.figures.asking import Asking, UnknownFigure
from kairyluu.queries.figures.needed import Need, needs
from kairyluu.queries.figures.rows import picked
from kairyluu.queries.sight import list_overseen, unaccused
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.catalogue import CATALOGUE, HAPPENINGS, TIMES, Figure
from kairyluu.rules.figures.periods import Period, bucket

_LONGER = 8


def list_behind(
    asking: Asking, code: str, key: str | None, *, actor: Actor, today: dt.date
) -> QuerySet[Appeal]:
    """In no order. `key` of the breakdown, None for the total. Of a share and of days: what it is counted from. Only bodies
    that the actor reads, without what he is kept away from: the number may be larger. Raises `UnknownFigure`."""
    *_, whole = list_latest_behind(asking, code, key, actor=actor, today=today)
    return whole


def list_latest_behind(
    asking: Asking, code: str, key: str | None, *, actor: Actor, today: dt.date
) -> Iterator[QuerySet[Appeal]]:
    """The same of the last day, of the last eight, and so on to all: whoever wants the latest few hundred takes the first that has so
    many, and does not sort what a year brought. Raises `UnknownFigure`."""
    if code not in CATALOGUE:
        raise UnknownFigure({"code": code})
    figure = CATALOGUE[code]
    asked = _narrowed(replace(asking, codes=(code,), by=None), asking.by, key)
    seen = unaccused(actor).filter(body_id__in=readable(actor))
    for need in needs(asked, today) if asked else ():
        if need.is_stock == figure.is_stock and need.happenings.issuperset(figure.of):
            for part in _tails(need.period, today):
                yield _within(seen, figure, replace(need, period=part), need.period, asked or asking)
            return
    yield seen.none()


def _tails(period: Period, today: dt.date) -> Iterator[Period]:
    """The last day, the last eight, sixty-four …, the whole."""
    last, days = min(period.last, max(today, period.first)), 1
    while (first := last - dt.timedelta(days=days - 1)) > period.first:
        yield Period(first, period.last)
        days *= _LONGER
    yield period


def readable(actor: Actor) -> frozenset[int]:
    """Bodies all of whose appeals the actor reads: from above, or by a post in them."""
    own = {post.body_id for post in actor.posts if post.role in policies.READERS}
    return frozenset(own | {body.pk for body in list_overseen(actor)})


def _narrowed(asking: Asking, by: str | None, key: str | None) -> Asking | None:
    """The question with the key as a condition; of a time the period itself gets shorter, for a stock its end."""
    if by is None or key is None:
        return asking
    if by not in TIMES:
        return replace(asking, where=(*asking.where, (by, key)))
    length = (asking.period.last - asking.period.first).days + 1
    days = [asking.period.first + dt.timedelta(days=n) for n in range(length)]
    inside = [day for day in days if bucket(by, day) == key]
    return replace(asking, period=Period(inside[0], inside[-1])) if inside else None


def _within(
    seen: QuerySet[Appeal], figure: Figure, need: Need, whole: Period, asking: Asking
) -> QuerySet[Appeal]:
    found = seen.filter(pk__in=_ids(need, asking, figure.of, figure.scores))
    if not figure.less:
        return found
    return found.exclude(pk__in=_ids(replace(need, period=whole), asking, figure.less, ()))


def _ids(need: Need, asking: Asking, of: tuple[str, ...], scores: tuple[int, ...]) -> RawSQL:
    """Apart from the appeals that are shown (`OFFSET 0`): read from an index alone where it has what is asked for."""
    text, values = picked(Need(frozenset(of), need.period), asking)
    said = "h.value = ANY (%s)" if scores else "true"
    numbers = [HAPPENINGS[name] for name in of]
    return RawSQL(  # noqa: S611 - constants, values are parameters
        f"SELECT h.appeal_id FROM ({text}) AS h WHERE h.happening = ANY (%s) AND {said} OFFSET 0",  # noqa: S608 - the same
        [*values, numbers, *([list(scores)] if scores else [])],
    )

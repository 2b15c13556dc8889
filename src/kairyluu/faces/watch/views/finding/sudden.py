"""Topics that suddenly grow: in which body or where the applicants live, how unlikely it is, and the appeals behind."""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_figures
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import count_gone, kept_from
from kairyluu.queries.oversight import may_read_behind
from kairyluu.queries.watching.sudden import (
    BODY,
    PLACES,
    VILLAGE,
    SuddenTopic,
    SuddenTopics,
    is_of_country,
    list_sudden,
    of_reach,
    reach_of,
)
from kairyluu.reports.keeping import Kept, kept
from kairyluu.reports.sudden import country_sudden, sudden_below

DIMENSION = {BODY: "body", VILLAGE: "territory_applicant"}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`one_in`: so seldom would chance bring as many; `href` empty for who only counts."""

    place: str
    topic: str
    n: int
    usual: str
    one_in: int
    href: str


@require_safe
@with_figures
def sudden(request: WatchRequest) -> HttpResponse:
    place = request.GET.get("place", BODY)
    place = place if place in PLACES else BODY
    counted = _counted(request, place)
    found = counted.value
    language = (get_language() or "ky")[:2]
    has_links = may_read_behind(request.actor)
    context = {
        "found": found,
        "rows": [_shown(one, found, place, language, has_links) for one in found.topics],
        "by_chance": math.ceil(found.by_chance),
        "place": place,
        "as_of": counted.as_of,
    }
    return render(request, "watch/sudden.html", framed(request, "sudden") | context)


def _counted(request: WatchRequest, place: str) -> Kept[SuddenTopics]:
    """Out of what is judged of the country or below a body for everybody; for whom that is not the same, for him alone, and anew as soon as there is one
    more that he may not know of."""
    actor, now = request.actor, timezone.now()
    n_gone = count_gone(kept_from(actor))
    if not n_gone and is_of_country(actor, place):
        judged = country_sudden(place, now=now, today=request.today)
        return Kept(of_reach(judged.value, actor, place), judged.as_of)
    bodies = reach_of(actor)
    if not n_gone and bodies is not None:
        judged = sudden_below(place, bodies, now=now, today=request.today)
        return Kept(judged.value.shown(), judged.as_of)
    posts = tuple(sorted((post.body_id, post.role) for post in actor.posts))
    key = ("sudden", actor.official_id, posts, n_gone, place, request.today)
    return kept(key, lambda: list_sudden(actor, request.today, place), now=now)


def _shown(one: SuddenTopic, found: SuddenTopics, place: str, language: str, has_links: bool) -> Shown:
    known = directory()
    topic = next(row for row in known.topics.values() if row.pk == one.topic_id)
    if place == BODY:
        body = known.bodies_by_id[one.place_id]
        code, name = body.code, body.short(language)
    else:
        where = next(row for row in known.territories.values() if row.pk == one.place_id)
        code, name = where.code, where.name(language)
    query = {
        "period": found.week.code,
        "by": DIMENSION[place],
        "figure": "received",
        "where": f"{'subtopic' if topic.parent_id else 'topic'}:{topic.code}",
        "code": "received",
        "key": code,
    }
    return Shown(
        place=name,
        topic=topic.name(language),
        n=one.found.n,
        usual=_decimal(one.found.usual),
        one_in=int(min(1 / max(one.found.chance, 1e-6), 1_000_000)),
        href=f"{reverse('watch:figures-behind')}?{urlencode(query)}" if has_links else "",
    )


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")

"""Which analyses somebody sees."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.analyses.models import Analysis
from kairyluu.queries.directory import directory, holds
from kairyluu.rules.analysis import keeping
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused


class AnalysisNotFound(Refused):
    """There is none, or this actor may not see it."""


def may_keep(actor: Actor) -> bool:
    """Whether the pages of analyses are there for this actor at all."""
    return actor.has_role(*keeping.COUNTRY, "overseer", *keeping.OWN_PREPARERS, *keeping.OWN_APPROVERS)


def find_analysis(actor: Actor, analysis_id: UUID) -> Analysis:
    """Raises `AnalysisNotFound`."""
    found = Analysis.objects.select_related("body").filter(pk=analysis_id).first()
    if found is None or not keeping.may_read(actor, found.facts()):
        raise AnalysisNotFound()
    return found


def list_analyses(actor: Actor) -> QuerySet[Analysis]:
    """What the actor may read, the newest period first; without the numbers in them."""
    seen = Q(pk__isnull=False) if actor.has_role(*keeping.COUNTRY) else _own(actor)
    return Analysis.objects.filter(seen).select_related("body").defer("data", "texts")


def _own(actor: Actor) -> Q:
    seen = Q(state=keeping.PUBLISHED, body__isnull=True)
    for post in actor.posts:
        if post.role == "overseer":
            seen |= Q(body__path__startswith=post.body_path)
        elif post.role in (*keeping.OWN_PREPARERS, *keeping.OWN_APPROVERS):
            seen |= Q(body_id=post.body_id)
    return seen


def list_preparable(actor: Actor) -> list[tuple[str, Body | None]]:
    """Codes and bodies of which the actor may prepare an analysis; "" and None: of the whole country."""
    known = directory().bodies_by_id
    own = {post.body_id for post in actor.posts if post.role in keeping.OWN_PREPARERS}
    bodies = sorted((known[pk] for pk in own if pk in known), key=lambda body: body.path)
    country: list[tuple[str, Body | None]] = [("", None)] if keeping.may_prepare(actor, None) else []
    return [*country, *((body.code, body) for body in bodies)]


def list_published(body: str | None = None) -> QuerySet[Analysis]:
    """Of a body, of the country (""), of all (None); the newest first."""
    found = Analysis.objects.filter(state=keeping.PUBLISHED).select_related("body").defer("data", "texts")
    return (found if body is None else found.filter(book=body)).order_by("-last_on", "-published_at")


def find_published(analysis_id: UUID) -> Analysis:
    """Raises `AnalysisNotFound`."""
    found = Analysis.objects.select_related("body").filter(pk=analysis_id, state=keeping.PUBLISHED).first()
    if found is None:
        raise AnalysisNotFound()
    return found


def connected_bodies(today: date) -> list[Body]:
    """Those that work with the portal: open, with somebody in the registrar's post."""
    known = directory()
    held = {t.post.body_id for t in known.tenures if t.post.role == "registrar" and holds(t, today)}
    return [body for body in known.bodies.values() if body.is_open and body.pk in held]

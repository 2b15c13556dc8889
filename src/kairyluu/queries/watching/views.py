"""Saved views: whose they are, who sees them, what they ask on a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kairyluu.data.figures.models import SavedView
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Asking, count_figures, kept_from
from kairyluu.queries.oversight import list_counted
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.figures.rolling import period_of
from kairyluu.rules.refusals import Refused


class ViewNotFound(Refused):
    """There is none, or it is somebody else's."""


def list_views(actor: Actor) -> QuerySet[SavedView]:
    """His own and those shared in a body where he holds a post."""
    offices = {post.body_id for post in actor.posts}
    seen = Q(owner_id=actor.official_id) | Q(is_shared=True, body_id__in=offices)
    return SavedView.objects.filter(seen).select_related("owner").order_by("name", "id")


def find_own(actor: Actor, view_id: UUID) -> SavedView:
    """Raises `ViewNotFound`."""
    found = SavedView.objects.filter(pk=view_id, owner_id=actor.official_id).first()
    if found is None or actor.official_id is None:
        raise ViewNotFound()
    return found


def list_watched() -> list[SavedView]:
    """Those with a limit."""
    return list(SavedView.objects.exclude(figure="").select_related("owner").order_by("id"))


def reach_of(actor: Actor, body: str) -> frozenset[int] | None:
    """Row ids of the body with those below it as far as he counts them, of all he counts without one; None: of everything there
    is, which is quicker."""
    counted = list_counted(actor)
    chosen = next((one for one in counted if one.code == body), None)
    if chosen is not None:
        return frozenset(one.pk for one in counted if one.path.startswith(chosen.path))
    is_whole = len(counted) == len(directory().bodies_by_id)
    return None if is_whole else frozenset(one.pk for one in counted)


def value_of(view: SavedView, actor: Actor, today: date) -> Value:
    """The total of the watched figure, as its owner may know it. Raises `NoPeriod`, `UnknownFigure`."""
    asked = view.asked
    asking = Asking(
        period_of(asked["period"], today),
        (view.figure,),
        reach_of(actor, asked.get("body", "")),
        where=tuple((dimension, key) for dimension, key in asked.get("where", ())),
    )
    return count_figures(asking, today=today, apart=kept_from(actor)).total[view.figure]

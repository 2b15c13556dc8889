"""Which appeals of a body may be compared, shown or named to an actor: those he may open, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import NotYourBody, find_sight, visible
from kairyluu.rules.facts import Actor


def seen_by(actor: Actor, body_id: int) -> QuerySet[Appeal]:
    """In no order; none where the actor has no business in the body."""
    try:
        return visible(find_sight(actor, directory().bodies_by_id[body_id].code))
    except NotYourBody:
        return Appeal.objects.none()


def unknown_to(actor: Actor, body_id: int, appeal_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of the appeals that the actor may not know of: lines of a history that name them are left out."""
    asked = set(appeal_ids)
    known = set(seen_by(actor, body_id).filter(pk__in=asked).values_list("pk", flat=True)) if asked else set()
    return frozenset(asked - known)

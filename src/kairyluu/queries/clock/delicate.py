"""Who may not be told of what moves. Most appeals name nobody and nobody stands aside: only the others are asked about,
person by person."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Recusal
from kairyluu.data.appeals.moving import among
from kairyluu.queries.sight import unaccused
from kairyluu.rules.facts import Actor


def list_delicate(ids: Collection[UUID]) -> set[UUID]:
    """Those that somebody may be kept away from."""
    named, aside = (
        Exists(model.objects.filter(appeal=OuterRef("pk"))) for model in (ComplaintTarget, Recusal)
    )
    found = Appeal.objects.order_by().filter(Q(is_withheld=True) | Q(named) | Q(aside), pk__in=among(ids))
    return set(found.values_list("pk", flat=True))


def hidden_from(actor: Actor, delicate: Collection[UUID]) -> set[UUID]:
    """Of the delicate ones, what this actor is not told of: complaints whose numbers tell nothing among them."""
    if not delicate:
        return set()
    told = unaccused(actor).filter(is_withheld=False, pk__in=among(delicate))
    return set(delicate) - set(told.values_list("pk", flat=True))

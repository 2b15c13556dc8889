"""One matter through its repeats: what was decided to be the same applicant's earlier appeals on it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.appeals.models.alike import Likeness
from kairyluu.queries.sight import unaccused
from kairyluu.rules import states
from kairyluu.rules.facts import Actor

MOST = 100


def repeats_of(appeal_id: UUID) -> set[UUID]:
    """Every appeal linked as a repeat with this one, near or far, itself left out; bounded."""
    found, edge = {appeal_id}, {appeal_id}
    while edge and len(found) < MOST:
        rows = Likeness.objects.filter(Q(appeal_id__in=edge) | Q(other_id__in=edge), kind="repeat")
        edge = {pk for pair in rows.values_list("appeal_id", "other_id") for pk in pair} - found
        found |= edge
    return found - {appeal_id}


def answered_before(actor: Actor, appeal: Appeal) -> list[Appeal]:
    """The answered appeals of the same matter that the actor may know of, the earliest first."""
    seen = unaccused(actor).filter(pk__in=repeats_of(appeal.pk), state=states.ANSWERED)
    return list(seen.filter(closed_at__lte=appeal.received_at).order_by("closed_at").defer("search"))


def executors_before(actor: Actor, appeal: Appeal) -> frozenset[int]:
    """Officials who were ever given an earlier appeal of the matter: a repeat goes to others where possible."""
    ids = repeats_of(appeal.pk)
    if not ids:
        return frozenset()
    earlier = unaccused(actor).filter(pk__in=ids, received_at__lt=appeal.received_at)
    work = Assignment.objects.filter(appeal_id__in=earlier.values("pk"))
    return frozenset(work.order_by().values_list("executor_id", flat=True))

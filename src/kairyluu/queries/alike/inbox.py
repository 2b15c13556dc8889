"""What a list says of other appeals beside its rows: likely repeats in the inbox, who waits for an answer in a group. One query
each for the page."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models.alike import Fingerprint
from kairyluu.queries.alike.candidates import Shared
from kairyluu.queries.alike.seeing import seen_by
from kairyluu.rules import states
from kairyluu.rules.facts import Actor

LEAST_BANDS = 3  # about a third of the text


def count_of_same_person(actor: Actor, body_id: int, appeal_ids: Sequence[UUID]) -> dict[UUID, int]:
    """By id, how many visible appeals share an applicant's key and much of the text; only those that have any. The case
    page compares closely, this only draws the eye."""
    others = (
        seen_by(actor, body_id)
        .filter(fingerprint__keys__overlap=OuterRef("keys"))
        .annotate(first_leg=Coalesce("origin_id", "id"))
        .exclude(first_leg=Coalesce(OuterRef("appeal__origin_id"), OuterRef("pk")))
        .annotate(n_bands=Shared(F("fingerprint__bands"), OuterRef("bands")))
        .filter(n_bands__gte=LEAST_BANDS)
        .order_by()
        .values("body_id")
        .annotate(n=Count("pk"))
        .values("n")
    )
    rows = Fingerprint.objects.filter(pk__in=appeal_ids).annotate(n=Coalesce(Subquery(others), 0))
    return {pk: n for pk, n in rows.values_list("pk", "n") if n}


def count_waiting(actor: Actor, body_id: int, appeal_ids: Sequence[UUID]) -> dict[UUID, int]:
    """By id, how many visible appeals of its group wait for its answer; only those that have any."""
    waiting = seen_by(actor, body_id).filter(
        is_open=True, state=states.JOINED, membership__cause__lead_id__in=appeal_ids
    )
    counted = waiting.order_by().values("membership__cause__lead_id").annotate(n=Count("pk"))
    return dict(counted.values_list("membership__cause__lead_id", "n"))

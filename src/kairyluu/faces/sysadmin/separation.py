"""Who runs the system reads nobody's letters: the two are kept apart wherever posts and accounts meet."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.people.models import Account

OPERATOR_ROLE = "technical_operator"


def runs_the_system(official_id: int) -> bool:
    return Account.objects.filter(official_id=official_id, is_staff=True).exists()


def reads_appeals(official_id: int) -> bool:
    """Whether the official holds, or will hold, a post other than that of the technical operator."""
    return _lasting().filter(official_id=official_id).exclude(post__role=OPERATOR_ROLE).exists()


def is_held_by_an_operator(post_id: int) -> bool:
    """Whether somebody who runs the system holds the post, or will."""
    return any(map(runs_the_system, _lasting().filter(post_id=post_id).values_list("official_id", flat=True)))


def _lasting() -> QuerySet[Tenure]:
    return Tenure.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=timezone.localdate()))

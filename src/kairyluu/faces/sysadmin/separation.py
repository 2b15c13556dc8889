"""Who runs the system reads nobody's letters: the two are kept apart wherever posts and accounts meet."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.people.models import Account

OPERATOR_ROLE = "technical_operator"


def runs_the_system(official_id: int) -> bool:
    return Account.objects.filter(official_id=official_id, is_staff=True).exists()


def reads_appeals(official_id: int) -> bool:
    """Whether the official holds, or will hold, a post other than that of the technical operator."""
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=timezone.localdate())
    return Tenure.objects.filter(lasting, official_id=official_id).exclude(post__role=OPERATOR_ROLE).exists()

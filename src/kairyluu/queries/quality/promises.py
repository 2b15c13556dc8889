"""What sent answers promised and nobody has confirmed yet, inside what the reader may see."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Promise
from kairyluu.queries.sight import Sight, visible

MOST = 200


def list_open_promises(sight: Sight, *, until: date | None = None) -> list[Promise]:
    """Not confirmed by the body, the earliest day first, at most `MOST`; `until` leaves later days out. The appeal is
    fetched with each."""
    rows = _open(sight)
    if until is not None:
        rows = rows.filter(due_on__lte=until)
    return list(rows.select_related("appeal").order_by("due_on", "id")[:MOST])


def count_overdue_promises(sight: Sight, today: date) -> int:
    return _open(sight).filter(due_on__lt=today).count()


def _open(sight: Sight) -> QuerySet[Promise]:
    return Promise.objects.filter(kept_at__isnull=True, appeal__in=visible(sight).values("pk"))

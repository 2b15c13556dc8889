"""Which appeals the public door of programs may name: only what its sender agreed to, and a program what it sent itself. No
words, no people, no address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kairyluu.data.exchange.models import Entered

MOST = 1000


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is empty does not narrow; `program_id` is that of the caller."""

    program_id: UUID | None = None
    body: str = ""
    numbers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    is_open: bool | None = None
    since: datetime | None = None
    until: datetime | None = None


def list_entered(asked: Wanted) -> list[Entered]:
    """The newest first. What was made confidential afterwards is named to nobody."""
    rows = Entered.objects.select_related("appeal__topic", "appeal__body").filter(
        appeal__is_confidential=False
    )
    mine = Q(program_id=asked.program_id) if asked.program_id else Q(pk__in=())
    rows = rows.filter(mine | Q(is_listed=True) & ~Q(appeal__kind="complaint"))
    narrowed = {
        "appeal__body__code": asked.body,
        "appeal__tracking_number__in": list(asked.numbers),
        "appeal__topic__code__in": list(asked.topics),
        "appeal__received_at__gte": asked.since,
        "appeal__received_at__lte": asked.until,
    }
    rows = rows.filter(**{name: value for name, value in narrowed.items() if value})
    if asked.is_open is not None:
        rows = rows.filter(appeal__is_open=asked.is_open)
    return list(rows.order_by("-appeal__received_at", "-pk")[:MOST])

"""Executors learn that an appeal they work on has left, was taken back, or that the applicant replied."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.notices import outbox
from kairyluu.queries.staff import address_of


def tell_executors(code: str, appeal: Appeal, now: datetime) -> None:
    """One letter to each of those named now."""
    named = Assignment.objects.filter(appeal=appeal, is_current=True).values_list("executor_id", flat=True)
    for official_id in named:
        address, language = address_of(official_id)
        outbox.put(code, address=address, language=language, appeal=appeal, now=now)

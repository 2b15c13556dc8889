"""Who in a body learns that an appeal has left it, was taken back, has climbed, or that the applicant replied. A letter has
a number and a link only, and none goes to whoever is kept away from the appeal."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.queries.staff import address_of
from kairyluu.rules import conflicts
from kairyluu.rules.workdays import date_in_bishkek


def tell_executors(code: str, appeal: Appeal, now: datetime, *, also: int | None = None) -> None:
    """One letter to each of those named now, and to the official `also`."""
    named = Assignment.objects.filter(appeal=appeal, is_current=True).values_list("executor_id", flat=True)
    _tell(code, appeal, {*named} | ({also} if also is not None else set()), now)


def tell_heads(code: str, appeal: Appeal, now: datetime) -> None:
    """The heads of the body that has this leg, those who stand in for them too."""
    heads = directory().holders_in(appeal.body_id, date_in_bishkek(now), "head", "deputy")
    _tell(code, appeal, {tenure.official_id for tenure in heads}, now)


def _tell(code: str, appeal: Appeal, officials: set[int], now: datetime) -> None:
    facts = appeal.facts()
    for official_id in sorted(officials):
        if conflicts.may_be_told(official_id, facts):
            address, language = address_of(official_id)
            outbox.put(code, address=address, language=language, appeal=appeal, now=now)

"""Who is told of each of many duties: decided once for all appeals that are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.steering.company import Company
from kairyluu.queries.steering.duties import Due
from kairyluu.rules.steering import reminders
from kairyluu.rules.steering.reminders import Plan

People = tuple[tuple[int, str], ...]


class Told:
    """Of one body and one day."""

    def __init__(self, company: Company, plan: Plan) -> None:
        self.company, self.plan = company, plan
        self._known: dict[object, People] = {}

    def of(self, dues: Sequence[Due]) -> list[People]:
        """Officials with their tiers, for each duty. Appeals are fetched only to decide what is not known yet."""
        unknown: dict[object, Due] = {}
        for due in dues:
            key = self._key(due)
            if key not in self._known:
                unknown.setdefault(key, due)
        appeals = _appeals({due.appeal_id for due in unknown.values()})
        for key, due in unknown.items():
            appeal = appeals.get(due.appeal_id)
            self._known[key] = tuple(self.company.told(due, appeal, self.plan)) if appeal else ()
        return [self._known[self._key(due)] for due in dues]

    def _key(self, due: Due) -> object:
        if due.likeness is None:
            return due
        return due.likeness, due.duty, due.official_id, reminders.tiers(self.plan, due.duty, due.left)


def _appeals(ids: set[UUID]) -> Mapping[UUID, Appeal]:
    rows = Appeal.objects.filter(pk__in=ids).select_related("body").order_by()
    return rows.defer("search", "text", "deadline_reasons").prefetch_related(*Appeal.FACTS_PARTS).in_bulk()

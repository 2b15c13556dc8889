"""Who may be given an appeal, and how much he already has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from kairyluu.data.appeals.models import Assignment
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import unaccused
from kairyluu.queries.staff import Colleague, list_colleagues
from kairyluu.queries.steering.paces import find_paces
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor, AppealFacts

SOON_WORKING_DAYS = 3


@dataclass(frozen=True, kw_only=True)
class Load:
    """`n_soon` is due within three working days, today included; neither counts the other."""

    n_open: int = 0
    n_late: int = 0
    n_soon: int = 0


@dataclass(frozen=True, kw_only=True)
class Executor:
    """`load` counts the open appeals in his hands, as responsible or co-executor; `pace` is how many working days his
    answers usually took, None while there are too few; `had_before`: he was given an earlier appeal on the same
    matter."""

    colleague: Colleague
    load: Load
    pace: int | None = None
    had_before: bool = False

    @property
    def code(self) -> str:
        return self.colleague.code


def list_executors(
    appeal: AppealFacts, today: date, actor: Actor, before: frozenset[int] = frozenset()
) -> list[Executor]:
    """Everyone of the body who may be named, by rank; never a person complained about. Those who had the matter
    `before` (ids of officials) come last: a repeat goes to others where possible. The load counts what `actor` may
    know of."""
    colleagues = [
        colleague
        for colleague in list_colleagues(appeal.body_id, today)
        if conflicts.may_be_given_to(colleague.official_id, appeal)
    ]
    ids = [colleague.official_id for colleague in colleagues]
    loads, paces = _loads(ids, appeal, today, actor), find_paces([appeal.body_id])
    named = [
        Executor(
            colleague=c,
            load=loads.get(c.official_id, Load()),
            pace=paces.own(appeal.body_id, c.official_id),
            had_before=c.official_id in before,
        )
        for c in colleagues
    ]
    return sorted(named, key=lambda one: one.had_before)


def _loads(official_ids: list[int], appeal: AppealFacts, today: date, actor: Actor) -> dict[int, Load]:
    known = directory()
    calendar = known.calendar_for(known.bodies_by_id[appeal.body_id])
    soon_on = calendar.add_working_days(today, SOON_WORKING_DAYS)
    known_of = unaccused(actor).filter(is_open=True)
    work = Assignment.objects.filter(executor_id__in=official_ids, is_current=True, appeal__in=known_of)
    counted = (
        work.order_by("executor_id")
        .values_list("executor_id")
        .annotate(
            n_open=Count("id"),
            n_late=Count("id", filter=Q(appeal__due_on__lt=today)),
            n_soon=Count("id", filter=Q(appeal__due_on__gte=today, appeal__due_on__lte=soon_on)),
        )
    )
    return {pk: Load(n_open=n_open, n_late=late, n_soon=soon) for pk, n_open, late, soon in counted}

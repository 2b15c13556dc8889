"""Who may be given an appeal, and how much he already has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from kairyluu.data.appeals.models import Assignment
from kairyluu.queries.sight import unaccused
from kairyluu.queries.staff import Colleague, list_colleagues
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor, AppealFacts


@dataclass(frozen=True, kw_only=True)
class Executor:
    """`n_open` counts the open appeals in his hands, as responsible or co-executor; `had_before`: he was given an
    earlier appeal on the same matter."""

    colleague: Colleague
    n_open: int
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
    loads = _loads([colleague.official_id for colleague in colleagues], actor)
    named = [
        Executor(colleague=c, n_open=loads.get(c.official_id, 0), had_before=c.official_id in before)
        for c in colleagues
    ]
    return sorted(named, key=lambda one: one.had_before)


def _loads(official_ids: list[int], actor: Actor) -> dict[int, int]:
    known_of = unaccused(actor).filter(is_open=True)
    work = Assignment.objects.filter(executor_id__in=official_ids, is_current=True, appeal__in=known_of)
    return dict(work.order_by("executor_id").values_list("executor_id").annotate(Count("id")))

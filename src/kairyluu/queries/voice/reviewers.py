"""The body above that looks at an answer again, by the directory of today, and reviews that nobody may decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Answer, Appeal, Assignment, Refusal
from kairyluu.queries.conflicts.receivers import find_receiver, named_by
from kairyluu.queries.directory import directory
from kairyluu.rules.conflicts.receivers import Named
from kairyluu.rules.conflicts.reviewers import Bench, has_nobody, reviewer_of
from kairyluu.rules.policies import HEADS


def reviewing_body(appeal: Appeal, today: date) -> Body | None:
    """Above the body that answered; None where nobody stands there."""
    return free_body_above(appeal, today, also=handled_by(appeal.pk))


def free_body_above(appeal: Appeal, today: date, *, also: Collection[int] = ()) -> Body | None:
    """The nearest body above with somebody who may decide; `also` are kept out besides those named and recused."""
    known, named, benches = directory(), named_by(appeal), []
    above = known.bodies_by_id[appeal.body_id].parent_id
    while above is not None:
        body = known.bodies_by_id[above]
        benches.append(_bench(body, named, today))
        above = body.parent_id
    found = reviewer_of(benches, _kept_out(appeal) | set(also))
    return known.bodies_by_id[found] if found else None


def handled_by(appeal_id: UUID) -> set[int]:
    """Row ids of the officials who worked on it, answered, signed or refused."""
    people: set[int | None] = set(
        Assignment.objects.filter(appeal=appeal_id).values_list("executor_id", flat=True)
    )
    for pair in Answer.objects.filter(appeal=appeal_id).values_list("author_id", "signer_id"):
        people.update(pair)
    people.update(Refusal.objects.filter(appeal=appeal_id).values_list("author_id", flat=True))
    return {person for person in people if person is not None}


def nobody_decides(review: Appeal, today: date) -> bool:
    """Whether every head and deputy of the body that holds the open review is kept out of it today."""
    return review.is_open and has_nobody(_deciders(review.body_id, today), _kept_out(review))


def count_undecidable(today: date) -> Counter[int]:
    """Open reviews that nobody may decide, by the row id of their body."""
    reviews = Appeal.objects.filter(is_open=True, came_by__kind="review").order_by().defer("search", "text")
    rows = reviews.select_related("body").prefetch_related("targets", "recusals")
    return Counter(review.body_id for review in rows if nobody_decides(review, today))


def _bench(body: Body, named: Named, today: date) -> Bench:
    may_consider = body.is_open and not find_receiver(body, named, today).because
    return Bench(body_id=body.pk, may_consider=may_consider, decider_ids=_deciders(body.pk, today))


def _deciders(body_id: int, today: date) -> frozenset[int]:
    return frozenset(t.official_id for t in directory().holders_in(body_id, today, *HEADS))


def _kept_out(appeal: Appeal) -> frozenset[int]:
    facts = appeal.facts()
    return facts.complained_official_ids | facts.recused_official_ids

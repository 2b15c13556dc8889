"""Who may see a confidential appeal, and who could be named."""

from __future__ import annotations

from datetime import date

from kairyluu.data.appeals.models import Appeal, Confidant, Confidence
from kairyluu.queries.staff import Colleague, list_colleagues
from kairyluu.rules import conflicts, policies
from kairyluu.rules.facts import AppealFacts


def ground_of(appeal: Appeal) -> str:
    return Confidence.objects.values_list("ground", flat=True).get(appeal=appeal)


def list_confidants(appeal: Appeal) -> list[str]:
    """Names, in the order in which they were named."""
    rows = Confidant.objects.filter(appeal=appeal).select_related("official")
    return [row.official.full_name for row in rows]


def list_nameable(facts: AppealFacts, today: date) -> list[Colleague]:
    """Colleagues who are not named yet and may be."""
    named = facts.confidant_ids or frozenset()
    found = list_colleagues(facts.body_id, today)
    return [
        one
        for one in found
        if one.official_id not in named and conflicts.may_be_given_to(one.official_id, facts)
    ]


def list_deciders(facts: AppealFacts, today: date) -> list[Colleague]:
    """Heads and deputies who may decide the appeal."""
    found = list_colleagues(facts.body_id, today, *reversed(policies.HEADS))
    return [one for one in found if conflicts.may_be_given_to(one.official_id, facts)]

"""What is fetched and what is allowed say the same of every person and every appeal, whoever is named in it."""

from __future__ import annotations

import random

import pytest

from kairyluu.data.agencies.models import Official, Tenure
from kairyluu.data.appeals.confiding import name_confidants
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Confidence, Recusal
from kairyluu.queries.sight import NotYourBody, find_sight, unaccused, visible
from kairyluu.rules import conflicts, policies
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals

N_APPEALS = 24


@pytest.fixture
def crowd(town: Town) -> list[Appeal]:
    """Appeals that name, suspect or lost random people and bodies, among posts shared out at random."""
    dice = random.Random(463)
    people = list(Official.objects.order_by("code"))
    bodies = [town.body, town.foreign_body, town.above]
    for _ in range(6):
        post = dice.choice(list(Tenure.objects.order_by("pk"))).post
        Tenure.objects.get_or_create(official=dice.choice(people), post=post, starts_on=TODAY)
    made = [appeals.registered(town) for _ in range(N_APPEALS)]
    for appeal in made:
        Appeal.objects.filter(pk=appeal.pk).update(body=dice.choice(bodies), is_withheld=dice.random() < 0.2)
        for _ in range(dice.randrange(3)):
            suspects = [one.pk for one in dice.sample(people, dice.randrange(3))]
            ComplaintTarget.objects.create(
                appeal=appeal,
                official=dice.choice([None, dice.choice(people)]),
                body=dice.choice([None, dice.choice(bodies)]),
                description="сөз",
                suspect_ids=suspects,
                match_decided_at=dice.choice([None, NOW]),
            )
        if dice.random() < 0.3:
            Recusal.objects.create(
                appeal=appeal, official=dice.choice(people), reason="тууган", declared_at=NOW
            )
        if dice.random() < 0.2:
            Appeal.objects.filter(pk=appeal.pk).update(is_confidential=True)
            Confidence.objects.create(appeal=appeal, ground="өтүндү", marked_at=NOW)
            name_confidants(appeal, [one.pk for one in dice.sample(people, 4)], now=NOW)
    return list(Appeal.objects.select_related("body"))


def test_sight_and_policies_agree_and_nobody_kept_away_is_shown_anything(
    town: Town, crowd: list[Appeal]
) -> None:
    n_shown = n_kept = 0
    for member in town.staff().values():
        actor = member.actor
        uncounted = set(unaccused(actor).values_list("pk", flat=True))
        for appeal in crowd:
            facts = appeal.facts()
            went_above = appeal.is_withheld and any(p.body_id == appeal.body_id for p in actor.posts)
            is_kept = bool(conflicts.kept_away(actor, facts)) or went_above
            n_kept += is_kept
            assert (appeal.pk not in uncounted) is is_kept
            try:
                shown = visible(find_sight(actor, appeal.body.code)).filter(pk=appeal.pk).exists()
            except NotYourBody:
                shown = False
            assert shown == bool(policies.may_see(actor, facts)), (member, facts)
            n_shown += shown
    assert n_shown > 20
    assert n_kept > 20

"""Opening an appeal to act on it: locked, visible to the actor, allowed by the policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from kairyluu.data.agencies.models import Post
from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.queries.directory import directory
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor, AppealFacts, PostHeld
from kairyluu.rules.policies import Verdict
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import first_letter
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.conflicts.attempts import turned_away

Policy = Callable[[Actor, AppealFacts], Verdict]


class AppealNotFound(Refused):
    """There is no such appeal for this actor: absent and hidden look alike."""


def open_for(verb: str, appeal_id: UUID, *, actor: Actor, seen_version: int | None = None) -> Appeal:
    """The appeal, its row locked until the transaction ends, `version` counted up and the state moved.

    Raises `AppealNotFound`, `policies.NotAllowed`, or `ChangedMeanwhile` when the page that was acted on is old."""
    appeal = (
        Appeal.objects.select_for_update(of=("self",)).select_related("body").filter(pk=appeal_id).first()
    )
    if appeal is None:
        raise AppealNotFound()
    facts = appeal.facts()
    if not policies.may_see(actor, facts):
        raise turned_away(AppealNotFound(), verb, actor=actor, appeal=appeal, facts=facts)
    if seen_version is not None and seen_version != appeal.version:
        raise ChangedMeanwhile({"version": appeal.version})
    policies.demand(policies.VERBS[verb](actor, facts), verb)
    appeal.version += 1
    appeal.state = states.move(appeal.state, verb).target
    return appeal


def open_own(verb: str, appeal_id: UUID) -> Appeal:
    """As `open_for`, for the applicant: whoever calls has shown to be one, by number and secret or as the owner.

    Raises `AppealNotFound`, or `NotPossibleNow` where the state has no such move."""
    appeal = (
        Appeal.objects.select_for_update(of=("self",)).select_related("body").filter(pk=appeal_id).first()
    )
    if appeal is None:
        raise AppealNotFound()
    appeal.state = states.move(appeal.state, verb).target
    appeal.version += 1
    return appeal


def main_applicant(appeal: Appeal) -> Applicant:
    return Applicant.objects.get(appeal=appeal, role="main")


def surname_letter(appeal: Appeal) -> str:
    """For numbers that carry the applicant's letter; the organisation's where there is no person."""
    applicant = main_applicant(appeal)
    return first_letter(applicant.surname or applicant.organisation)


def official_of(actor: Actor) -> int:
    """The official who acts; the policy has already made sure that there is one."""
    if actor.official_id is None:
        raise AppealNotFound()
    return actor.official_id


def acting_post(actor: Actor, appeal: Appeal, *roles: str) -> PostHeld:
    """The post in which the actor acts; the policy has already made sure of it."""
    post = actor.post_as(*roles, body_id=appeal.body_id)
    if post is None:
        raise AppealNotFound()
    return post


def post_of_official(official_id: int, body_id: int, today: date, *roles: str) -> Post | None:
    """The post in the body that an official holds today, preferring the roles in the order given."""
    held = [t.post for t in directory().tenures_of(official_id, today) if t.post.body_id == body_id]
    rank = {role: place for place, role in enumerate(roles)}
    return min(held, key=lambda post: rank.get(post.role, len(rank)), default=None)


def close(appeal: Appeal, *, outcome_code: str, on: date) -> None:
    """Sets what a closed appeal must have, except its moment."""
    appeal.is_open = False
    appeal.due_on = None
    appeal.closed_on = on
    appeal.outcome = directory().outcomes[outcome_code]

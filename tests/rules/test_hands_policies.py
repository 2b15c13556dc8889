"""Who gives away, extends, asks and enters a withdrawal: by post, by state, and never who is complained about."""

from __future__ import annotations

from uuid import UUID

import pytest

from kairyluu.rules import states
from kairyluu.rules.facts import STAFF, Actor, AppealFacts, PostHeld
from kairyluu.rules.policies import VERBS

HERE, ELSEWHERE, ME, OTHER = 1, 2, 10, 11
ROLES = ("registrar", "head", "deputy", "executor", "controller", "overseer")
MAY = {
    "forward": {"registrar", "head", "deputy"},
    "forward_part": {"registrar", "head", "deputy"},
    "extend": {"head"},
    "ask_applicant": {"head", "deputy"},
    "withdraw": {"registrar"},
}
IN_STATES = {
    "forward": {"received", "registered", "joined", "assigned"},
    "forward_part": {"registered", "assigned"},
    "extend": {"registered", "joined", "assigned", "awaiting_signature"},
    "ask_applicant": {"registered", "assigned"},
    "withdraw": {"received", "registered", "joined", "assigned", "awaiting_signature", "signed"},
}


def holder(role: str, body_id: int = HERE) -> Actor:
    post = PostHeld(role=role, body_id=body_id, body_code="b", body_path="top/b/", post_id=5)
    return Actor(kind=STAFF, official_id=ME, posts=(post,))


def appeal(state: str = "registered", **facts: object) -> AppealFacts:
    values = {"id": UUID(int=1), "state": state, "kind": "complaint", "body_id": HERE, "body_path": "top/b/"}
    return AppealFacts(**(values | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("verb", MAY)
@pytest.mark.parametrize("role", ROLES)
def test_by_post(verb: str, role: str) -> None:
    assert bool(VERBS[verb](holder(role), appeal())) is (role in MAY[verb])


@pytest.mark.parametrize("verb", MAY)
@pytest.mark.parametrize("state", states.STATES)
def test_by_state(verb: str, state: str) -> None:
    role = min(MAY[verb])
    assert bool(VERBS[verb](holder(role), appeal(state))) is (state in IN_STATES[verb])


@pytest.mark.parametrize("verb", MAY)
def test_not_from_another_body_and_not_about_oneself(verb: str) -> None:
    role = min(MAY[verb])
    assert not VERBS[verb](holder(role, ELSEWHERE), appeal())
    assert not VERBS[verb](holder(role), appeal(complained_official_ids=frozenset({ME})))


@pytest.mark.parametrize(("lead", "may"), [(ME, True), (OTHER, False), (None, False)])
def test_only_the_responsible_executor_asks(lead: int | None, may: bool) -> None:
    facts = appeal("assigned", lead_official_id=lead, co_official_ids=frozenset({ME, OTHER}) - {lead})

    assert bool(VERBS["ask_applicant"](holder("executor"), facts)) is may

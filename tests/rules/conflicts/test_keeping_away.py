"""Who is kept from a complaint and who considers it: a table of cases."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kairyluu.rules import conflicts, policies
from kairyluu.rules.conflicts.receivers import BODY_NAMED, HEAD_NAMED, Named, Receiver, Seat, receiver_of
from kairyluu.rules.facts import STAFF, Actor, AppealFacts, PostHeld

VILLAGE, DISTRICT, OBLAST, TOP = 1, 2, 3, 4
VILLAGE_HEAD, AKIM, STAND_IN, ENVOY, TOP_HEAD, DEPUTY, REGISTRAR = 11, 12, 13, 14, 15, 16, 17
CHAIN = (
    Seat(body_id=VILLAGE, head_ids=frozenset({VILLAGE_HEAD})),
    Seat(body_id=DISTRICT, head_ids=frozenset({AKIM, STAND_IN})),
    Seat(body_id=OBLAST, head_ids=frozenset({ENVOY})),
    Seat(body_id=TOP, head_ids=frozenset({TOP_HEAD})),
)
PATHS = {VILLAGE: "t/o/d/v/", DISTRICT: "t/o/d/", OBLAST: "t/o/", TOP: "t/"}


# case -> addressed body, officials named, bodies named, who considers it, why, what the reason is in
CASES: dict[str, tuple[int, set[int], set[int], int, str, int | None]] = {
    "nobody is named": (DISTRICT, set(), set(), DISTRICT, "", None),
    "the registrar is named": (DISTRICT, {REGISTRAR}, set(), DISTRICT, "", None),
    "a deputy is named": (DISTRICT, {DEPUTY}, set(), DISTRICT, "", None),
    "the head is named": (DISTRICT, {AKIM}, set(), OBLAST, HEAD_NAMED, DISTRICT),
    "who stands in for the head is named": (DISTRICT, {STAND_IN}, set(), OBLAST, HEAD_NAMED, DISTRICT),
    "the body is named": (DISTRICT, set(), {DISTRICT}, OBLAST, BODY_NAMED, DISTRICT),
    "the body and the head above it": (DISTRICT, {ENVOY}, {DISTRICT}, TOP, HEAD_NAMED, OBLAST),
    "a body below is named": (DISTRICT, set(), {VILLAGE}, DISTRICT, "", None),
    "the head of a body below is named": (DISTRICT, {VILLAGE_HEAD}, set(), DISTRICT, "", None),
    "the head above is named": (VILLAGE, {AKIM}, set(), OBLAST, HEAD_NAMED, DISTRICT),
    "every head but the top": (VILLAGE, {VILLAGE_HEAD, AKIM, ENVOY}, set(), TOP, HEAD_NAMED, OBLAST),
    "the top head: nobody is above": (DISTRICT, {TOP_HEAD}, set(), TOP, HEAD_NAMED, TOP),
    "the top body: nobody is above": (TOP, set(), {TOP}, TOP, BODY_NAMED, TOP),
}


@pytest.mark.parametrize("case", CASES)
def test_who_considers_a_complaint(case: str) -> None:
    addressed, officials, bodies, considers, because, about = CASES[case]
    named = Named(official_ids=frozenset(officials), body_ids=frozenset(bodies))

    found = receiver_of(CHAIN[addressed - 1 :], named)

    assert found == Receiver(body_id=considers, because=because, about_id=about)


def test_a_body_that_is_not_open_is_passed_over() -> None:
    chain = (CHAIN[1], Seat(body_id=OBLAST, is_open=False), CHAIN[3])

    found = receiver_of(chain, Named(official_ids=frozenset({AKIM})))

    assert (found.body_id, found.about_id) == (TOP, DISTRICT)


def actor(official: int, *posts: tuple[str, int]) -> Actor:
    held = tuple(
        PostHeld(role=role, body_id=body, body_code=str(body), body_path=PATHS[body], post_id=n)
        for n, (role, body) in enumerate(posts)
    )
    return Actor(kind=STAFF, account_id=official, official_id=official, posts=held)


def appeal(body: int = DISTRICT, state: str = "received", **facts: object) -> AppealFacts:
    values = {"id": uuid4(), "state": state, "kind": "complaint", "body_id": body, "body_path": PATHS[body]}
    return AppealFacts(**values | {k: frozenset(v) if isinstance(v, set) else v for k, v in facts.items()})


# case -> actor, appeal, why kept away
KEPT: dict[str, tuple[Actor, AppealFacts, str]] = {
    "named": (actor(AKIM, ("head", DISTRICT)), appeal(complained_official_ids={AKIM}), "complained_about"),
    "named, with a post elsewhere": (
        actor(AKIM, ("overseer", OBLAST)),
        appeal(complained_official_ids={AKIM}),
        "complained_about",
    ),
    "named, an executor": (
        actor(AKIM, ("executor", DISTRICT)),
        appeal(complained_official_ids={AKIM}, lead_official_id=AKIM, state="assigned"),
        "complained_about",
    ),
    "of a body that is named": (
        actor(DEPUTY, ("deputy", DISTRICT)),
        appeal(OBLAST, complained_body_ids={DISTRICT}),
        "complained_about",
    ),
    "of that body and of the one that considers": (
        actor(DEPUTY, ("body_admin", DISTRICT), ("head", OBLAST)),
        appeal(OBLAST, complained_body_ids={DISTRICT}),
        "complained_about",
    ),
    "stepped aside": (actor(AKIM, ("head", DISTRICT)), appeal(recused_official_ids={AKIM}), "recused"),
    "a colleague of who is named": (
        actor(DEPUTY, ("deputy", DISTRICT)),
        appeal(complained_official_ids={REGISTRAR}),
        "",
    ),
    "of the top body, itself named": (
        actor(DEPUTY, ("deputy", TOP)),
        appeal(TOP, complained_body_ids={TOP}),
        "",
    ),
    "named at the top": (
        actor(TOP_HEAD, ("head", TOP)),
        appeal(TOP, complained_body_ids={TOP}, complained_official_ids={TOP_HEAD}),
        "complained_about",
    ),
    "a citizen": (Actor(), appeal(complained_official_ids={AKIM}), ""),
}


@pytest.mark.parametrize("case", KEPT)
def test_who_is_kept_away(case: str) -> None:
    who, facts, because = KEPT[case]

    assert conflicts.kept_away(who, facts) == because
    if because:
        assert policies.may_see(who, facts).because == because
        assert policies.verbs_open_to(who, facts) == ()


def test_where_the_registrar_may_be_named_the_deputy_or_head_registers() -> None:
    deputy, registrar = actor(DEPUTY, ("deputy", DISTRICT)), actor(REGISTRAR, ("registrar", DISTRICT))

    assert not policies.may_register(deputy, appeal())
    assert policies.may_register(registrar, appeal())
    assert policies.may_register(deputy, appeal(complained_official_ids={REGISTRAR}))
    assert not policies.may_register(registrar, appeal(complained_official_ids={REGISTRAR}))
    assert policies.may_register(deputy, appeal(recused_official_ids={REGISTRAR}))


def test_what_went_above_is_seen_by_nobody_of_the_body_and_still_from_above() -> None:
    gone = appeal(state="forwarded", is_withheld=True)

    assert not policies.may_see(actor(DEPUTY, ("deputy", DISTRICT)), gone)
    assert not policies.may_see(actor(DEPUTY, ("controller", DISTRICT), ("overseer", OBLAST)), gone)
    assert policies.may_see(actor(ENVOY, ("overseer", OBLAST)), gone)


def test_work_is_given_to_nobody_named_or_recused() -> None:
    facts = appeal(complained_official_ids={AKIM}, recused_official_ids={DEPUTY})

    assert [conflicts.may_be_given_to(who, facts) for who in (AKIM, DEPUTY, REGISTRAR)] == [
        False,
        False,
        True,
    ]

"""Who is told of an alarm, in which order: never whom it is about, and never nobody while somebody stands above."""

from __future__ import annotations

import pytest

from kairyluu.rules.calls.alarms import About, Place, Rung, Step, chain_of, next_step

AKIM, DEPUTY, DUTY, OVERSEER, OSH_HEAD, PORTAL = 1, 2, 3, 11, 12, 21
PLACES = (
    Place(
        body_id=100,
        people={"head": (AKIM,), "deputy": (DEPUTY,), "duty": (DUTY,)},
        head_ids=frozenset({AKIM}),
    ),
    Place(body_id=10, people={"superior": (OSH_HEAD, OVERSEER)}, head_ids=frozenset({OSH_HEAD})),
    Place(body_id=1, people={"superior": (PORTAL,)}),
)
TOGETHER = (
    *(Rung(step=1, who=who) for who in ("head", "deputy", "duty")),
    Rung(step=2, who="superior", minutes=10),
)
ONE_BY_ONE = (
    Rung(step=1, who="head", minutes=5),
    Rung(step=2, who="duty"),
    Rung(step=3, who="superior"),
)


def people(
    *rungs: Rung, about: About | None = None, places: tuple[Place, ...] = PLACES
) -> list[tuple[int, ...]]:
    return [step.people for step in chain_of(rungs, places, about or About())]


def of(*officials: int, body: int | None = None) -> About:
    return About(official_ids=frozenset(officials), body_ids=frozenset([body] if body else []))


@pytest.mark.parametrize(
    ("rungs", "about", "told"),
    [
        (TOGETHER, of(), [(AKIM, DEPUTY, DUTY), (OSH_HEAD, OVERSEER), (PORTAL,)]),
        (ONE_BY_ONE, of(), [(AKIM,), (DUTY,), (OSH_HEAD, OVERSEER), (PORTAL,)]),
        (TOGETHER, of(DEPUTY), [(AKIM, DUTY), (OSH_HEAD, OVERSEER), (PORTAL,)]),
        (TOGETHER, of(AKIM), [(OSH_HEAD, OVERSEER), (PORTAL,)]),
        (ONE_BY_ONE, of(body=100), [(OSH_HEAD, OVERSEER), (PORTAL,)]),
        (TOGETHER, of(AKIM, OSH_HEAD), [(PORTAL,)]),
        (TOGETHER, of(AKIM, body=10), [(PORTAL,)]),
        (TOGETHER, of(OVERSEER), [(AKIM, DEPUTY, DUTY), (OSH_HEAD,), (PORTAL,)]),
        ((Rung(step=1, who="duty"),), of(DUTY), [(OSH_HEAD, OVERSEER), (PORTAL,)]),
        ((), of(), [(OSH_HEAD, OVERSEER), (PORTAL,)]),
    ],
)
def test_the_chain_goes_round_whom_it_is_about(
    rungs: tuple[Rung, ...], about: About, told: list[tuple[int, ...]]
) -> None:
    assert people(*rungs, about=about) == told


def test_the_head_comes_first_in_his_step_however_the_rows_lie() -> None:
    assert people(*reversed(TOGETHER))[0] == (AKIM, DEPUTY, DUTY)


def test_nobody_is_told_twice_and_an_empty_step_is_none() -> None:
    here = Place(body_id=100, people={"head": (AKIM,), "deputy": (AKIM,), "duty": (DUTY, DUTY)})

    assert people(*ONE_BY_ONE, Rung(step=2, who="deputy"), places=(here,)) == [(AKIM,), (DUTY,)]


def test_a_body_above_without_people_is_passed() -> None:
    empty = Place(body_id=50, people={})

    assert people(*TOGETHER, places=(PLACES[0], empty, PLACES[2])) == [(AKIM, DEPUTY, DUTY), (PORTAL,)]


def test_the_next_step_is_the_first_with_somebody_untold() -> None:
    chain = chain_of(TOGETHER, PLACES, About())

    assert next_step(chain, frozenset()) == chain[0]
    assert next_step(chain, frozenset({AKIM, DUTY})) == Step(people=(DEPUTY,), minutes=15)
    assert next_step(chain, frozenset({AKIM, DEPUTY, DUTY})) == Step(people=(OSH_HEAD, OVERSEER), minutes=10)
    assert next_step(chain, frozenset({AKIM, DEPUTY, DUTY, OSH_HEAD, OVERSEER, PORTAL})) is None

"""Who looks at an answer again: a table of bodies above, nearest first."""

from __future__ import annotations

import pytest

from kairyluu.rules.conflicts.reviewers import Bench, reviewer_of

REGION, CENTRE, TOP = 1, 2, 3
ANN, BEK, CYN = 11, 12, 13


def at(body: int, *heads: int, may: bool = True) -> Bench:
    return Bench(body_id=body, may_consider=may, decider_ids=frozenset(heads))


CASES = {
    "the next body has a head of its own": ([at(REGION, ANN), at(TOP, BEK)], set(), REGION),
    "its deputy is free": ([at(REGION, ANN, BEK), at(TOP, CYN)], {ANN}, REGION),
    "its only head answered the first time": ([at(REGION, ANN), at(TOP, BEK)], {ANN}, TOP),
    "head and deputy are both kept out": ([at(REGION, ANN, BEK), at(TOP, CYN)], {ANN, BEK}, TOP),
    "twice nobody, then somebody": ([at(REGION, ANN), at(CENTRE, BEK), at(TOP, CYN)], {ANN, BEK}, TOP),
    "a closed or accused body is passed over": ([at(REGION, ANN, may=False), at(TOP, BEK)], set(), TOP),
    "the accused one is not the way out": ([at(REGION, ANN), at(TOP, BEK, may=False)], {ANN}, REGION),
    "nobody anywhere: the top keeps it": ([at(REGION, ANN), at(TOP, BEK)], {ANN, BEK}, TOP),
    "no head on record waits for one": ([at(REGION), at(TOP, BEK)], {ANN}, REGION),
    "no body may": ([at(REGION, ANN, may=False)], set(), None),
    "nobody stands above": ([], set(), None),
}


@pytest.mark.parametrize("name", CASES)
def test_the_nearest_body_with_somebody_free_looks_again(name: str) -> None:
    benches, kept_out, expected = CASES[name]

    assert reviewer_of(benches, kept_out) == expected

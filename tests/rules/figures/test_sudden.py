"""Sudden topics: planted bursts are found, quiet places stay quiet, and how often not is measured."""

from __future__ import annotations

import math
import random

import pytest

from kairyluu.rules.figures.sudden import Limits, chance_of, expected_by_chance, judge

WEEKS = 26
LIMITS = Limits(least=5, one_in=2_000)


def poisson(dice: random.Random, mean: float) -> int:
    limit, n, product = math.exp(-mean), 0, dice.random()
    while product > limit:
        n += 1
        product *= dice.random()
    return n


def restless(dice: random.Random, mean: float) -> int:
    """Twice as spread as a steady one: some weeks are busy for everybody."""
    return poisson(dice, dice.gammavariate(mean, 1.0))


def series(dice: random.Random, mean: float, is_restless: bool) -> list[int]:
    draw = restless if is_restless else poisson
    return [draw(dice, mean) for _ in range(WEEKS + 1)]


@pytest.mark.parametrize("is_restless", [False, True])
def test_quiet_places_are_rarely_called_sudden(is_restless: bool) -> None:
    """Of 20,000 steady series at most two may be; of restless ones (variance twice the mean) one in 500."""
    dice = random.Random(463)
    means = (0.05, 0.3, 1.0, 3.0, 10.0)
    n = 20_000
    alarms = 0
    for place in range(n):
        *past, now = series(dice, means[place % len(means)], is_restless)
        alarms += judge(past, now, LIMITS) is not None
    assert alarms <= (40 if is_restless else 2), alarms


@pytest.mark.parametrize(("usual", "burst"), [(0.1, 6), (0.5, 9), (1.0, 11), (3.0, 16), (10.0, 30)])
def test_planted_bursts_are_found(usual: float, burst: int) -> None:
    """At least nine of ten, though the past is as restless as it may be."""
    dice = random.Random(9)
    found = sum(
        judge(series(dice, usual, is_restless=False)[:-1], burst, LIMITS) is not None for _ in range(200)
    )
    assert found >= 180, found


def test_a_village_whose_water_fails() -> None:
    found = judge([0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 1, 0], 9, LIMITS)
    assert found is not None
    assert found.usual == pytest.approx(5.5 / 13)
    assert found.chance < 1e-4


@pytest.mark.parametrize(
    ("past", "n"),
    [
        ([0] * 26, 4),  # too few to speak of
        ([10] * 26, 19),  # not twice the usual
        ([0, 0, 9, 0, 0, 11, 0, 0, 10, 0], 10),  # it comes in bursts here
        ([0] * 7, 50),  # a past too short to be one
    ],
)
def test_what_is_not_sudden(past: list[int], n: int) -> None:
    assert judge(past, n, LIMITS) is None


def test_the_chance_is_that_of_the_distribution() -> None:
    """Almost without spread it is Poisson's; it falls with the count and never leaves 0 to 1."""
    tail = 1 - sum(math.exp(-2.0) * 2.0**k / math.factorial(k) for k in range(5))
    assert chance_of(5, 2.0, 2.0001) == pytest.approx(tail, rel=1e-3)
    chances = [chance_of(n, 1.5, 2.5) for n in range(40)]
    assert chances[0] == 1.0
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] >= 0.0
    assert expected_by_chance(9_000, LIMITS) == pytest.approx(4.5)

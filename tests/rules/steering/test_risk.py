"""At risk: what is still needed at the usual pace against what is left."""

from __future__ import annotations

import pytest

from kairyluu.rules.steering.risk import Usual, risk_of, usual_pace


def pace(of: str, median: int, n: int = 20) -> Usual:
    return Usual(of=of, n=n, median=median)


@pytest.mark.parametrize(
    ("median", "used", "left", "is_at_risk"),
    [
        (11, 7, 4, False),
        (11, 7, 3, True),
        (11, 0, 14, False),
        (11, 15, 1, False),
        (11, 15, 0, True),
        (11, 2, -1, False),
    ],
)
def test_needed_against_left(median: int, used: int, left: int, is_at_risk: bool) -> None:
    assert bool(risk_of(pace("executor", median), used, left)) == is_at_risk


def test_without_a_pace_nothing_is_guessed() -> None:
    assert risk_of(None, 10, 0) is None


def test_the_slower_of_executor_and_topic_counts_and_the_body_stands_in() -> None:
    executor, topic, body = pace("executor", 8), pace("topic", 12), pace("body", 10)

    assert usual_pace(executor, topic, body, 10) == topic
    assert usual_pace(pace("executor", 30, n=9), None, body, 10) == body
    assert usual_pace(None, None, pace("body", 5, n=3), 10) is None

"""Who is told on which working day: the steps are data."""

from __future__ import annotations

import pytest

from kairyluu.rules.steering.reminders import is_told, read_plan, tiers, urgency

PLAN = read_plan("5|2|1|0|-1", 1, -1)
ALL = ("executor", "head", "superior")


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (6, ()),
        (5, ALL[:1]),
        (4, ()),
        (3, ()),
        (2, ALL[:1]),
        (1, ALL[:2]),
        (0, ALL[:2]),
        (-1, ALL),
        (-40, ALL),
    ],
)
def test_executor_then_head_then_the_body_above(left: int, told: tuple[str, ...]) -> None:
    assert tiers(PLAN, "consideration", left) == told


def test_an_internal_day_never_reaches_the_body_above() -> None:
    assert tiers(PLAN, "internal", -3) == ("executor", "head")


def test_without_a_negative_step_nobody_is_told_after_the_day() -> None:
    plan = read_plan("3|0", 0, -1)

    assert is_told(plan, 3)
    assert not is_told(plan, -1)
    assert plan.furthest == 3


def test_the_most_urgent_heading_is_late() -> None:
    assert [urgency(left) for left in (-2, 0, 5)] == ["late", "today", "coming"]


def test_a_slip_in_the_setting_does_not_silence_the_morning() -> None:
    plan = read_plan("5| 2 |x||0|-1", 1, -1)

    assert plan.steps == {5, 2, 0}
    assert plan.each_day_after

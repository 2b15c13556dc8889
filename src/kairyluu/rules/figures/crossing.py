"""When a figure under watch is told of: on the morning it crosses its limit, not on those on which it stays beyond."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kairyluu.rules.figures.comparison import Value

OVER, UNDER = "over", "under"
DIRECTIONS = (OVER, UNDER)


@dataclass(frozen=True)
class Crossing:
    is_beyond: bool
    is_told: bool


def judge(was_beyond: bool, value: Value, direction: str, limit: Decimal) -> Crossing:
    """A figure with nothing to count it from stays where it was."""
    if value is None:
        return Crossing(was_beyond, False)
    is_beyond = value > limit if direction == OVER else value < limit
    return Crossing(is_beyond, is_beyond and not was_beyond)

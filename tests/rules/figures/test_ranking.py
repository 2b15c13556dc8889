"""Places among bodies: the worst first, equal ones together, whoever has too few answers without one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kairyluu.rules.figures.ranking import ranked


def body(answered: int, share: str | None, overdue: int = 0) -> dict[str, Any]:
    in_time = Decimal(share) if share else None
    return {
        "received": answered,
        "answered": answered,
        "share_in_time": in_time,
        "days_median": 3,
        "overdue_now": overdue,
    }


BODIES = {
    "a": body(50, "90.0", 1),
    "b": body(40, "70.0", 9),
    "c": body(3, "0.0", 2),
    "d": body(20, "90.0"),
    "e": body(0, None),
}


def test_the_worst_first_and_too_few_answers_without_a_place() -> None:
    assert ranked(BODIES, "late", 10) == [("b", 1), ("a", 2), ("d", 2), ("c", None), ("e", None)]


def test_by_what_is_counted_everybody_has_a_place() -> None:
    assert ranked(BODIES, "overdue", 10)[:3] == [("b", 1), ("c", 2), ("a", 3)]
    assert [key for key, _place in ranked(BODIES, "volume", 10)] == ["a", "b", "d", "c", "e"]

"""Letters on a limit: one when it is crossed; periods that move with the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kairyluu.rules.figures.crossing import OVER, UNDER, judge
from kairyluu.rules.figures.periods import NoPeriod
from kairyluu.rules.figures.rolling import ROLLING, period_of


def test_one_letter_each_time_a_figure_crosses() -> None:
    told, beyond = [], False
    for value in (3, 5, 6, 9, None, 7, 5, 8):
        crossing = judge(beyond, value, OVER, Decimal(5))
        beyond = crossing.is_beyond
        told.append(crossing.is_told)
    assert told == [False, False, True, False, False, False, False, True]


def test_under_a_limit() -> None:
    assert judge(False, Decimal("89.9"), UNDER, Decimal(90)).is_told
    assert not judge(False, Decimal("90.0"), UNDER, Decimal(90)).is_beyond
    assert not judge(False, None, UNDER, Decimal(90)).is_beyond


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("last-7", date(2026, 2, 24), date(2026, 3, 2)),
        ("last-30", date(2026, 2, 1), date(2026, 3, 2)),
        ("this-month", date(2026, 3, 1), date(2026, 3, 31)),
        ("last-month", date(2026, 2, 1), date(2026, 2, 28)),
        ("this-quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("this-year", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025-Q2", date(2025, 4, 1), date(2025, 6, 30)),
    ],
)
def test_a_period_that_moves(code: str, first: date, last: date) -> None:
    found = period_of(code, date(2026, 3, 2))
    assert (found.first, found.last) == (first, last)
    assert code in ROLLING or found.code == code


def test_no_period() -> None:
    with pytest.raises(NoPeriod):
        period_of("last-8", date(2026, 3, 2))

"""Any period is the sum of its pieces, and of few of them."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.pieces import WEIGHTS, pieces

DICE = random.Random(463)
STARTS = [date(2023, 11, 1) + timedelta(days=DICE.randrange(800)) for _ in range(200)]
PERIODS = [Period(first, first + timedelta(days=DICE.randrange(900))) for first in STARTS]


def days(period: Period) -> list[date]:
    return [period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1)]


def stands(grain: str, part: Period) -> bool:
    """Whether such sums begin on the first day and end on the last."""
    after = part.last + timedelta(days=1)
    if grain == "c":
        return part in [
            Period(date(part.first.year, 1, 1), Period.quarter(part.first.year, q).last) for q in (1, 2, 3)
        ]
    return {
        "d": True,
        "t": {part.first.day, after.day} <= {1, 11, 21},
        "m": {part.first.day, after.day} == {1},
        "y": {(part.first.month, part.first.day), (after.month, after.day)} == {(1, 1)},
    }[grain]


@pytest.mark.parametrize("period", PERIODS, ids=lambda p: f"{p.first}..{p.last}")
def test_each_day_is_counted_once_and_no_other(period: Period) -> None:
    counted: Counter[date] = Counter()
    for sign, grain, part in pieces(period):
        assert stands(grain, part)
        counted.update({day: sign for day in days(part)})
    assert {day for day, n in counted.items() if n} == set(days(period))
    assert set(counted.values()) <= {0, 1}


def weight(period: Period) -> int:
    n = 0
    for _sign, grain, part in pieces(period):
        length = {"d": 1, "t": 10.2, "m": 30.4, "c": 400, "y": 365.2}[grain]
        n += max(round(len(days(part)) / length), 1) * WEIGHTS[grain]
    return n


@pytest.mark.parametrize("period", PERIODS, ids=lambda p: f"{p.first}..{p.last}")
def test_little_is_read_however_long_it_is(period: Period) -> None:
    years = period.last.year - period.first.year
    assert weight(period) <= years * WEIGHTS["y"] + 80


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("2026", [(1, "y", "2026")]),
        ("2026-10", [(1, "m", "2026-10")]),
        ("2026-9M", [(1, "c", "2026-9M")]),
        ("2026-8M", [(1, "c", "2026-9M"), (-1, "m", "2026-09")]),
        ("2026-Q3", [(1, "c", "2026-9M"), (-1, "c", "2026-H1")]),
        ("2026-02-11..2026-02-20", [(1, "t", "2026-02-11..2026-02-20")]),
        ("2026-03-30..2026-03-31", [(1, "d", "2026-03-30..2026-03-31")]),
    ],
)
def test_usual_periods(code: str, expected: list[tuple[int, str, str]]) -> None:
    assert list(pieces(Period.of(code))) == [(sign, grain, Period.of(one)) for sign, grain, one in expected]

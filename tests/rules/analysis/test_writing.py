"""Shares, rounding, change: half up, never adjusted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kairyluu.rules.analysis.document import Row, Table
from kairyluu.rules.analysis.hiding import hide_small
from kairyluu.rules.analysis.writing import (
    EN,
    FELL,
    FROM_NOTHING,
    GREW,
    KY,
    SAME,
    UNKNOWN,
    change,
    decimal,
    difference,
    figure,
    misses_hundred,
    per_cent,
    share,
)


@pytest.mark.parametrize(
    ("n", "base", "expected"),
    [
        (1, 8, "12.5"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (5, 5, "100.0"),
        (0, 7, "0.0"),
    ],
)
def test_share_is_rounded_half_up(n: int, base: int, expected: str) -> None:
    assert share(n, base) == Decimal(expected)


def test_no_share_without_a_base() -> None:
    assert share(0, 0) is None
    assert share(3, None) is None
    assert share(None, 3) is None


@pytest.mark.parametrize(
    ("counts", "base", "misses"),
    [
        ((1, 1, 1), 3, True),
        ((1, 1, 2), 4, False),
        ((2, 1), 3, False),
        ((1, 1), 3, False),
        ((None, 2), 3, False),
    ],
)
def test_rounding_is_told_exactly_where_it_shows(
    counts: tuple[int | None, ...], base: int, misses: bool
) -> None:
    assert misses_hundred(counts, base) is misses


@pytest.mark.parametrize(
    ("now", "before", "kind", "size", "times"),
    [
        (1234, 1099, GREW, "12.3", None),
        (974, 1147, FELL, "15.1", None),
        (85, 172, FELL, "50.6", None),
        (240, 100, GREW, "140.0", "2.4"),
        (100, 50, GREW, "100.0", "2.0"),
        (99, 50, GREW, "98.0", None),
        (5, 5, SAME, None, None),
        (0, 5, FELL, "100.0", None),
        (5, 0, FROM_NOTHING, None, None),
        (0, 0, SAME, None, None),
        (5, None, UNKNOWN, None, None),
        (None, 5, UNKNOWN, None, None),
    ],
)
def test_change(now: int | None, before: int | None, kind: str, size: str | None, times: str | None) -> None:
    told = change(now, before)
    assert (told.kind, told.per_cent, told.times) == (
        kind,
        Decimal(size) if size else None,
        Decimal(times) if times else None,
    )


def test_figures_in_each_language() -> None:
    assert figure(1234567, KY) == "1\u00a0234\u00a0567"
    assert figure(1234567, EN) == "1,234,567"
    assert per_cent(Decimal("12.0"), KY) == "12,0\u00a0%"
    assert per_cent(Decimal("12.0"), EN) == "12.0%"
    assert decimal(Decimal("2.0"), KY, trim=True) == "2"


def table(*counts: int) -> Table:
    return Table(
        "topic", "received", sum(counts), tuple(Row(str(n), count) for n, count in enumerate(counts))
    )


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((50, 30, 20), [50, 30, 20]),
        ((50, 30, 3), [50, None, None]),
        ((50, 30, 7, 1), [50, None, None, None]),
        ((50, 6, 4, 4), [50, None, None, None]),
        ((50, 12, 0, 3), [50, None, 0, None]),
    ],
)
def test_small_counts_are_hidden_and_cannot_be_worked_out(
    counts: tuple[int, ...], shown: list[int | None]
) -> None:
    hidden = hide_small(table(*counts), 5)
    assert [row.n for row in hidden.rows] == shown
    assert hidden.is_hiding == (None in shown)


def test_where_everything_is_small_no_line_is_left() -> None:
    hidden = hide_small(table(2, 1, 0), 5)
    assert hidden.rows == ()
    assert hidden.is_hiding
    assert hide_small(table(2, 1, 0), 0) == table(2, 1, 0)


def test_what_is_hidden_adds_to_at_least_twice_the_limit() -> None:
    for small in range(1, 5):
        for other in range(1, 40):
            for third in range(1, 40):
                hidden = hide_small(table(small, other, third, 100), 5)
                sums = sum(
                    n
                    for n, row in zip((small, other, third, 100), hidden.rows, strict=False)
                    if row.n is None
                )
                n_hidden = sum(row.n is None for row in hidden.rows)
                assert not hidden.rows or (n_hidden >= 2 and sums >= 10)


def test_a_share_moves_by_points_with_its_sign() -> None:
    assert difference(Decimal("93.2"), Decimal("93.8"), "ky", "пункт") == "\u22120,6\u00a0пункт"
    assert difference(29, 24, "ru") == "+5"
    assert difference(14, 14, "en") == "0"

"""Rounding half up, shares, quantiles, and the change from one period to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kairyluu.rules.figures.catalogue import COUNT, Figure
from kairyluu.rules.figures.periods import Period

Value = int | Decimal | None


@dataclass(frozen=True, order=True)
class NotComparable:
    """Why two values must not be read side by side. `because`: definition_changed, snapshot (of today whatever the period), body_began
    (the body of this code had no appeals yet when the earlier period began). Empty `figure`: all of them."""

    because: str
    figure: str = ""
    key: str = ""


@dataclass(frozen=True)
class Change:
    """`by` in units of the figure, of a share in percentage points; `per_cent` of counts only, None from zero."""

    now: Value
    before: Value
    by: Value = None
    per_cent: Decimal | None = None


def half_up(numerator: int, denominator: int, places: int = 1) -> Decimal:
    """The quotient, a half rounded away from zero, without the error of binary fractions; `denominator` is positive."""
    scale = 10**places
    doubled = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return Decimal(doubled if numerator >= 0 else -doubled).scaleb(-places)


def share(part: int, base: int) -> Decimal | None:
    """Per cent with one decimal; None of nothing."""
    return half_up(100 * part, base) if base else None


def quantile(histogram: Mapping[int, int], at: tuple[int, int]) -> int | None:
    """The smallest value that at least this part of all does not exceed: (1, 2) is the lower median, (1, 1) the largest."""
    n = sum(histogram.values())
    if not n:
        return None
    left = -(-n * at[0] // at[1])
    for value in sorted(histogram):
        left -= histogram[value]
        if left <= 0:
            return value
    return None


def average(histogram: Mapping[int, int]) -> Decimal | None:
    """With two decimals."""
    n = sum(histogram.values())
    return half_up(sum(value * times for value, times in histogram.items()), n, 2) if n else None


def change(figure: Figure, now: Value, before: Value) -> Change:
    if now is None or before is None:
        return Change(now, before)
    by = now - before
    if figure.unit != COUNT or not before:
        return Change(now, before, by)
    return Change(now, before, by, half_up(100 * int(by), int(before)))


def why_not_comparable(figure: Figure, now: Period, before: Period) -> tuple[NotComparable, ...]:
    """Reasons that lie in the figure itself."""
    found = []
    if figure.since and before.first < dt.date.fromisoformat(figure.since) <= now.last:
        found.append(NotComparable("definition_changed", figure.code))
    if "due_open" in figure.of:
        found.append(NotComparable("snapshot", figure.code))
    return tuple(found)

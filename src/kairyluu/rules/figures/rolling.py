"""Periods that move with the day: what a saved view asks each morning anew."""

from __future__ import annotations

import datetime as dt

from kairyluu.rules.figures.periods import Period

ROLLING = ("last-7", "last-30", "this-month", "last-month", "this-quarter", "this-year")


def period_of(code: str, today: dt.date) -> Period:
    """One of `ROLLING`, or a fixed one. Raises `NoPeriod`."""
    if code in ("last-7", "last-30"):
        return Period(today - dt.timedelta(days=int(code[5:]) - 1), today)
    if code == "last-month":
        before = today.replace(day=1) - dt.timedelta(days=1)
        return Period.month(before.year, before.month)
    if code == "this-month":
        return Period.month(today.year, today.month)
    if code == "this-quarter":
        return Period.of(f"{today.year}-Q{(today.month + 2) // 3}")
    return Period.year(today.year) if code == "this-year" else Period.of(code)

"""Codes of periods and the days they cover."""

from __future__ import annotations

from datetime import date

import pytest

from kairyluu.reports.periods import month_before, periods_until, read_period


@pytest.mark.parametrize(
    ("code", "first", "after"),
    [
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2026-q1", date(2026, 1, 1), date(2026, 4, 1)),
        ("2026-q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026-02", date(2026, 2, 1), date(2026, 3, 1)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_a_code_names_its_days(code: str, first: date, after: date) -> None:
    period = read_period(code)

    assert period is not None
    assert (period.starts_on, period.ends_before, period.code) == (first, after, code)


@pytest.mark.parametrize(
    "code", ["", "2026-13", "2026-q5", "2026-1", "1999", "26", "2026-q1x", "２０２６", "2026\n", "-"]
)
def test_what_is_no_period_is_none(code: str) -> None:
    assert read_period(code) is None


def test_the_month_before_january_is_december() -> None:
    assert month_before(date(2026, 1, 31)).code == "2025-12"
    assert month_before(date(2026, 11, 22)).code == "2026-10"


def test_periods_are_those_begun_since_the_first_appeal() -> None:
    codes = [p.code for p in periods_until(date(2026, 2, 10), date(2025, 11, 5))]

    assert codes == ["2026", "2026-q1", "2026-02", "2026-01", "2025", "2025-q4", "2025-12", "2025-11"]


def test_a_period_has_ended_on_the_day_after_its_last() -> None:
    march = read_period("2026-03")

    assert march is not None
    assert not march.has_ended(date(2026, 3, 31))
    assert march.has_ended(date(2026, 4, 1))

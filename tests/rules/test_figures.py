"""Periods, rounding and comparing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kairyluu.rules.figures.catalogue import CATALOGUE, HAPPENINGS, SHARE
from kairyluu.rules.figures.comparison import average, change, half_up, quantile, share, why_not_comparable
from kairyluu.rules.figures.periods import NoPeriod, Period, bucket, buckets

PERIODS = {
    "2026": (date(2026, 1, 1), date(2026, 12, 31)),
    "2026-H2": (date(2026, 7, 1), date(2026, 12, 31)),
    "2026-Q1": (date(2026, 1, 1), date(2026, 3, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2026-8M": (date(2026, 1, 1), date(2026, 8, 31)),
    "2026-10M": (date(2026, 1, 1), date(2026, 10, 31)),
    "2026-W01": (date(2025, 12, 29), date(2026, 1, 4)),
    "2026-01-05..2026-03-09": (date(2026, 1, 5), date(2026, 3, 9)),
}


@pytest.mark.parametrize("code", PERIODS)
def test_a_period_is_read_and_written(code: str) -> None:
    period = Period.of(code)

    assert (period.first, period.last) == PERIODS[code]
    assert period.code == code


@pytest.mark.parametrize(
    "code", ["", "2026-13", "2026-Q5", "2026-13M", "2026-W54", "2026-02-30", "2026-03-02..2026-03-01"]
)
def test_anything_else_is_no_period(code: str) -> None:
    with pytest.raises(NoPeriod):
        Period.of(code)


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2026", "2025"),
        ("2025-02", "2024-02"),
        ("2024-02", "2023-02"),
        ("2026-9M", "2025-9M"),
        ("2026-W02", "2025-W02"),
        ("2024-02-29..2024-03-10", "2023-02-28..2023-03-10"),
        ("2025-12-01..2026-02-28", "2024-12-01..2025-02-28"),
    ],
)
def test_the_year_before(code: str, before: str) -> None:
    assert Period.of(code).a_year_before() == Period.of(before)


def test_a_running_period_is_cut() -> None:
    month = Period.of("2026-03")

    assert month.until(date(2026, 3, 10)) == Period(date(2026, 3, 1), date(2026, 3, 10))
    assert month.until(date(2026, 2, 28)) is None
    assert (month.has_ended(date(2026, 3, 31)), month.has_ended(date(2026, 4, 1))) == (False, True)


def test_time_has_no_gaps() -> None:
    assert buckets("month", Period.of("2025-12-31..2026-02-01")) == ("2025-12", "2026-01", "2026-02")
    assert buckets("week", Period.of("2026-01-04..2026-01-05")) == ("2026-W01", "2026-W02")
    assert [bucket(time, date(2026, 7, 1)) for time in ("quarter", "half_year", "year")] == [
        "2026-Q3",
        "2026-H2",
        "2026",
    ]


def test_a_half_is_rounded_up_whatever_binary_thinks() -> None:
    assert share(1, 2000) == Decimal("0.1")  # 0.05
    assert share(23, 2000) == Decimal("1.2")  # 1.15 is 1.1499… in binary
    assert share(2, 3) == Decimal("66.7")
    assert half_up(-5, 100) == Decimal("-0.1")
    assert half_up(1005, 1000, 2) == Decimal("1.01")
    assert share(0, 0) is None


def test_quantiles_are_days_of_somebody() -> None:
    days = {3: 2, 10: 1, 40: 1}
    assert [quantile(days, at) for at in ((1, 2), (9, 10), (1, 1))] == [3, 40, 40]
    assert quantile({}, (1, 2)) is None
    assert quantile(dict.fromkeys(range(1, 11), 1), (9, 10)) == 9
    assert average({5: 1, 4: 1, 2: 1}) == Decimal("3.67")


def test_a_change_of_counts_has_a_per_cent_and_one_of_shares_points() -> None:
    received, in_time = CATALOGUE["received"], CATALOGUE["share_in_time"]

    assert change(received, 15, 8).per_cent == Decimal("87.5")
    assert change(received, 5, 0).per_cent is None
    assert change(in_time, Decimal("97.5"), Decimal("90.0")).by == Decimal("7.5")
    assert change(in_time, Decimal("97.5"), Decimal("90.0")).per_cent is None
    assert change(in_time, None, Decimal("90.0")).by is None


def test_what_is_of_today_is_not_compared() -> None:
    now, before = Period.of("2026-10"), Period.of("2025-10")

    assert [reason.because for reason in why_not_comparable(CATALOGUE["overdue_now"], now, before)] == [
        "snapshot"
    ]
    assert why_not_comparable(CATALOGUE["received"], now, before) == ()


def test_every_share_is_a_share_of_a_figure_and_its_part_of_the_base() -> None:
    for figure in CATALOGUE.values():
        assert {*figure.of, *figure.less} <= set(HAPPENINGS)
        if figure.unit == SHARE:
            assert figure.base in CATALOGUE
            assert CATALOGUE[figure.base].day == figure.day
    assert len(set(HAPPENINGS.values())) == len(HAPPENINGS)

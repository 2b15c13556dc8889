"""Periods in words, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from kairyluu.rules.analysis import spans
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import EN, KY, RU


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


OCTOBER = span("2026-10-01", "2026-10-31")
QUARTER = span("2026-07-01", "2026-09-30")
HALF = span("2026-01-01", "2026-06-30")
NINE = span("2026-01-01", "2026-09-30")
YEAR = span("2026-01-01", "2026-12-31")
DAYS = span("2026-01-10", "2026-03-15")


@pytest.mark.parametrize(
    ("period", "ky", "ru", "en"),
    [
        (OCTOBER, "2026-жылдын октябрь айында", "в октябре 2026 года", "in October 2026"),
        (QUARTER, "2026-жылдын III кварталында", "в III квартале 2026 года", "in the third quarter of 2026"),
        (HALF, "2026-жылдын I жарым жылдыгында", "в I полугодии 2026 года", "in the first half of 2026"),
        (NINE, "2026-жылдын тогуз айында", "за девять месяцев 2026 года", "in the first nine months of 2026"),
        (YEAR, "2026-жылы", "в 2026 году", "in 2026"),
        (DAYS, "2026-жылдын 10-январынан 15-мартына чейин", "в период с 10 января по 15 марта 2026 года",
         "from 10 January 2026 to 15 March 2026"),
    ],
)  # fmt: skip
def test_within(period: Span, ky: str, ru: str, en: str) -> None:
    assert [spans.within(period, language) for language in (KY, RU, EN)] == [ky, ru, en]


@pytest.mark.parametrize(
    ("period", "ky", "ru"),
    [
        (OCTOBER, "2026-жылдын октябрь айына", "за октябрь 2026 года"),
        (QUARTER, "2026-жылдын III кварталына", "за III квартал 2026 года"),
        (HALF, "2026-жылдын I жарым жылдыгына", "за I полугодие 2026 года"),
        (NINE, "2026-жылдын тогуз айына", "за девять месяцев 2026 года"),
        (YEAR, "2026-жылга", "за 2026 год"),
    ],
)
def test_compared_with_and_title(period: Span, ky: str, ru: str) -> None:
    assert spans.compared_with(period, KY) == ky
    assert spans.titled(period, RU) == ru


MONTHS = (
    *("январына", "февралына", "мартына", "апрелине", "майына", "июнуна", "июлуна", "августуна"),
    *("сентябрына", "октябрына", "ноябрына", "декабрына"),
)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_takes_its_ending(month: int) -> None:
    day = date(2026, month, 1)
    assert spans.as_of(day, KY) == f"2026-жылдын 1-{MONTHS[month - 1]} карата"
    assert spans.within(span(f"2026-{month:02}-01", f"2026-{month:02}-28"), KY)


def test_as_of_in_the_other_languages() -> None:
    assert spans.as_of(date(2026, 11, 1), RU) == "на 1 ноября 2026 года"
    assert spans.as_of(date(2026, 11, 1), EN) == "as of 1 November 2026"


def test_the_shape_of_a_period() -> None:
    assert [one.kind for one in (OCTOBER, QUARTER, HALF, NINE, YEAR, DAYS)] == [
        *(spans.MONTH, spans.QUARTER, spans.HALF, spans.MONTHS, spans.YEAR, spans.DAYS)
    ]
    assert span("2026-02-01", "2026-04-30").kind == spans.DAYS
    assert span("2025-12-01", "2026-01-31").kind == spans.DAYS
    assert OCTOBER.days == 31

"""Days and figures as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kairyluu.design.dates import (
    clock,
    day_in_words,
    day_of,
    figure,
    per_cent,
    short_day,
    working_days_left,
)

TODAY = date(2026, 11, 24)
TUESDAY = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("language", "weekday", "words"),
    [
        ("ky", True, "15-декабрь, шейшемби"),
        ("ru", True, "15 декабря, вторник"),
        ("en", True, "Tuesday, 15 December"),
        ("ky", False, "15-декабрь"),
        ("ru", False, "15 декабря"),
        ("en", False, "15 December"),
    ],
)
def test_a_day_of_this_year_has_no_year(language: str, weekday: bool, words: str) -> None:
    assert day_in_words(TUESDAY, language, today=TODAY, weekday=weekday) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("ky", "2027-ж. 5-январь"), ("ru", "5 января 2027 г."), ("en", "5 January 2027")],
)
def test_a_day_of_another_year_has_it(language: str, words: str) -> None:
    assert day_in_words(date(2027, 1, 5), language, today=TODAY) == words


def test_a_moment_is_told_by_the_clock_of_bishkek() -> None:
    late_evening = datetime(2026, 12, 15, 19, 5, tzinfo=UTC)

    assert day_of(late_evening) == date(2026, 12, 16)
    assert short_day(late_evening) == "16.12.2026"
    assert clock(late_evening) == "1:05"


@pytest.mark.parametrize(
    ("n", "ky", "ru", "en"),
    [
        (21, "21 жумуш күн калды", "Остался 21 рабочий день", "21 working days left"),
        (11, "11 жумуш күн калды", "Осталось 11 рабочих дней", "11 working days left"),
        (5, "5 жумуш күн калды", "Осталось 5 рабочих дней", "5 working days left"),
        (3, "3 жумуш күн калды", "Осталось 3 рабочих дня", "3 working days left"),
        (1, "1 жумуш күн калды", "Остался 1 рабочий день", "1 working day left"),
        (0, "Бүгүн бүтөт", "Сегодня последний день", "Ends today"),
        (-1, "1 жумуш күн өттү", "Просрочено на 1 рабочий день", "1 working day overdue"),
        (-2, "2 жумуш күн өттү", "Просрочено на 2 рабочих дня", "2 working days overdue"),
    ],
)
def test_days_left_take_the_right_ending(n: int, ky: str, ru: str, en: str) -> None:
    assert [working_days_left(n, language) for language in ("ky", "ru", "en")] == [ky, ru, en]


def test_figures_are_grouped_and_never_break() -> None:
    assert figure(40387) == "40\u00a0387"
    assert figure(987) == "987"
    assert per_cent(94.05) == "94,1\u00a0%"
    assert per_cent(100) == "100,0\u00a0%"

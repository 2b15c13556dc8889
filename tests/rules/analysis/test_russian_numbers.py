"""Nouns after numbers and numbers in words, for every number up to a thousand."""

from __future__ import annotations

import pytest

from kairyluu.rules.analysis.russian import (
    APPEAL,
    BODY,
    CALENDAR_DAY,
    DATIVE,
    FEMININE,
    GENITIVE,
    INSTRUMENTAL,
    NEUTER,
    NOMINATIVE,
    PREPOSITIONAL,
    after,
    counted,
    in_words,
)


def by_school(n: int) -> str:
    """The rule as it is taught: the last word decides, and eleven to fourteen are told like five."""
    last = n % 100 if 11 <= n % 100 <= 14 else n % 10
    return {1: "обращение", 2: "обращения", 3: "обращения", 4: "обращения"}.get(last, "обращений")


def test_every_number_up_to_a_thousand() -> None:
    for n in range(1001):
        form = by_school(n)
        assert after(n, APPEAL) == form, n
        singular = form == "обращение"
        assert after(n, APPEAL, GENITIVE) == ("обращения" if singular else "обращений"), n
        assert after(n, APPEAL, DATIVE) == ("обращению" if singular else "обращениям"), n
        assert after(n, APPEAL, INSTRUMENTAL) == ("обращением" if singular else "обращениями"), n
        assert after(n, APPEAL, PREPOSITIONAL) == ("обращении" if singular else "обращениях"), n
        assert in_words(n).split()[-1].startswith(("один", "одинн")) == (singular or n % 100 == 11), n


@pytest.mark.parametrize(
    ("n", "text"),
    [(1, "1 обращение"), (2, "2 обращения"), (5, "5 обращений"), (11, "11 обращений"), (21, "21 обращение"),
     (112, "112 обращений"), (1234, "1\u00a0234 обращения")],
)  # fmt: skip
def test_counted(n: int, text: str) -> None:
    assert counted(n, APPEAL) == text


def test_after_words_that_want_a_case() -> None:
    assert after(21, CALENDAR_DAY, GENITIVE) == "календарного дня"
    assert after(22, CALENDAR_DAY, NOMINATIVE) == "календарных дня"
    assert after(25, CALENDAR_DAY) == "календарных дней"
    assert after(1, BODY, DATIVE) == "органу"


@pytest.mark.parametrize(
    ("n", "gender", "words"),
    [
        (0, NEUTER, "ноль"),
        (1, NEUTER, "одно"),
        (2, FEMININE, "две"),
        (3, NEUTER, "три"),
        (12, FEMININE, "двенадцать"),
        (21, FEMININE, "двадцать одна"),
        (40, NEUTER, "сорок"),
        (101, NEUTER, "сто одно"),
        (999, NEUTER, "девятьсот девяносто девять"),
        (1000, NEUTER, "одна тысяча"),
        (2002, NEUTER, "две тысячи два"),
        (5_000_001, FEMININE, "пять миллионов одна"),
    ],
)
def test_in_words(n: int, gender: str, words: str) -> None:
    assert in_words(n, gender) == words

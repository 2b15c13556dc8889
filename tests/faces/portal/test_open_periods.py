"""Periods of the open figures: whole months that are over, in words of three languages."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from kairyluu.faces.portal.open_figures.periods import choices, chosen, in_words, months
from kairyluu.rules.figures.periods import Period

TODAY, SINCE = date(2026, 11, 22), date(2025, 2, 10)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "2026-10M"),
        ({"period": "2026"}, "2026-10M"),
        ({"period": "2025"}, "2025"),
        ({"period": "2026-q3"}, "2026-Q3"),
        ({"period": "2026-9M"}, "2026-9M"),
        ({"period": "2026-11"}, "2026-10M"),
        ({"period": "2026-W05"}, "2026-10M"),
        ({"period": "2024"}, "2026-10M"),
        ({"from": "2026-03", "to": "2026-05"}, "2026-03-01..2026-05-31"),
        ({"from": "2026-02", "to": "2025-12"}, "2025-12-01..2026-02-28"),
        ({"from": "2026-09", "to": "2026-12"}, "2026-09-01..2026-10-31"),
        ({"from": "2026-03", "to": ""}, "2026-10M"),
    ],
)
def test_what_is_asked_is_taken_as_far_as_it_is_over(asked: dict[str, str], expected: str) -> None:
    assert chosen(asked, today=TODAY, since=SINCE).code == expected


def test_in_january_the_last_year_is_shown() -> None:
    assert chosen({}, today=date(2026, 1, 20), since=SINCE) == Period.year(2025)


def test_every_choice_is_over_and_leads_to_a_period_of_its_own() -> None:
    listed = dict(choices(today=TODAY, since=SINCE))

    assert list(listed) == [2026, 2025]
    codes = [code for code, _ in listed[2026]]
    assert codes == [
        *("2026", "2026-H1", "2026-Q1", "2026-Q2", "2026-Q3", "2026-8M", "2026-9M"),
        *(f"2026-{n:02}" for n in range(1, 11)),
    ]
    assert len({chosen({"period": code}, today=TODAY, since=SINCE) for code in codes}) == len(codes)
    assert months(today=TODAY, since=SINCE)[0][0] == "2026-10"
    assert choices(today=date(2026, 1, 5), since=date(2026, 1, 2)) == []


@pytest.mark.parametrize(
    ("code", "ky", "ru"),
    [
        ("2026-10", "2026-жыл, октябрь", "Октябрь 2026 г."),
        ("2026-Q3", "2026-жыл, III квартал", "III квартал 2026 г."),
        ("2026-H1", "2026-жыл, I жарым жылдык", "I полугодие 2026 г."),
        ("2026", "2026-жыл", "2026 год"),
        ("2026-8M", "2026-жыл, январь – август", "Январь – август 2026 г."),
        (
            "2025-12-01..2026-02-28",
            "2025-жыл, декабрь – 2026-жыл, февраль",
            "Декабрь 2025 г. – февраль 2026 г.",
        ),
    ],
)
def test_a_period_is_said_in_words(code: str, ky: str, ru: str) -> None:
    with translation.override("ky"):
        assert in_words(Period.of(code)) == ky
    with translation.override("ru"):
        assert in_words(Period.of(code)) == ru

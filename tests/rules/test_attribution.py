"""Who answers for which day: heads, stand-ins, a vacant post; and which day decides a figure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules.steering import attribution as of
from kairyluu.rules.steering.attribution import Holding, answerable_day, in_office, spells
from kairyluu.rules.steering.spans import Span, read_span, shortcuts, span_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
OLD = Holding(official_id=1, starts_on=date(2020, 1, 1), ends_on=date(2026, 6, 30))
NEW = Holding(official_id=2, starts_on=date(2026, 7, 1))
LEAVE = Holding(official_id=3, starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 15), stands_in_for=1)


def told(*holdings: Holding) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (f"{s.first_on:%m-%d}", f"{s.last_on:%m-%d}", s.official_id, s.stands_in_for)
        for s in spells(holdings, FIRST, LAST)
    ]


def test_a_period_splits_at_the_day_the_head_changed() -> None:
    assert told(NEW, OLD) == [("01-01", "06-30", 1, None), ("07-01", "12-31", 2, None)]


def test_a_stand_in_answers_for_his_days_and_names_whose_powers_he_has() -> None:
    assert told(OLD, NEW, LEAVE) == [
        ("01-01", "03-01", 1, None),
        ("03-02", "03-15", 3, 1),
        ("03-16", "06-30", 1, None),
        ("07-01", "12-31", 2, None),
    ]


def test_days_on_which_nobody_holds_the_post_are_nobodys() -> None:
    late = Holding(official_id=2, starts_on=date(2026, 7, 11))

    assert told(OLD, late)[1] == ("07-01", "07-10", None, None)
    assert told() == [("01-01", "12-31", None, None)]


def test_of_two_the_one_who_began_last_answers() -> None:
    assert told(OLD, Holding(official_id=2, starts_on=date(2026, 6, 1))) == [
        ("01-01", "05-31", 1, None),
        ("06-01", "12-31", 2, None),
    ]


def test_two_tenures_of_one_person_are_one_spell() -> None:
    again = Holding(official_id=1, starts_on=date(2026, 7, 1))

    assert told(OLD, again) == [("01-01", "12-31", 1, None)]


_days = st.dates(date(2025, 11, 1), date(2027, 2, 1))
_holdings = st.builds(
    lambda who, start, length, whom: Holding(
        official_id=who,
        starts_on=start,
        ends_on=start + timedelta(days=length) if length is not None else None,
        stands_in_for=whom,
    ),
    st.integers(1, 4),
    _days,
    st.none() | st.integers(0, 400),
    st.none() | st.integers(1, 4),
)


@given(st.lists(_holdings, max_size=6))
def test_every_day_is_answered_for_exactly_once_and_by_who_was_in_office(held: list[Holding]) -> None:
    found = spells(held, FIRST, LAST)

    day = FIRST
    for spell in found:
        assert spell.first_on == day
        while day <= spell.last_on:
            who = in_office(held, day)
            assert spell.official_id == (who.official_id if who else None)
            day += timedelta(days=1)
    assert day == LAST + timedelta(days=1)


DUE, DONE = date(2026, 6, 30), date(2026, 7, 3)


@pytest.mark.parametrize(
    ("figure", "day"),
    [
        (of.RECEIVED, DONE),
        (of.REGISTERED_IN_TIME, DONE),
        (of.REGISTERED_LATE, DUE),
        (of.ANSWERED_IN_TIME, DONE),
        (of.ANSWERED_LATE, DUE),
        (of.OVERDUE_NOW, DUE),
        (of.REFUSED, DONE),
        (of.FORWARDED, DONE),
        (of.EXTENDED, DONE),
        (of.RETURNED, DONE),
    ],
)
def test_what_was_done_answers_for_its_day_and_what_was_missed_for_the_due_day(
    figure: str, day: date
) -> None:
    assert answerable_day(figure, happened_on=DONE, due_on=DUE) == day


@pytest.mark.parametrize("figure", [of.RATED, of.REVIEWED])
def test_what_is_said_of_an_answer_answers_for_the_day_it_was_sent(figure: str) -> None:
    sent = date(2026, 6, 1)

    assert answerable_day(figure, happened_on=DONE, due_on=DUE, answered_on=sent) == sent


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_periods_by_their_code(code: str, first: date, last: date) -> None:
    assert span_of(code) == Span(first, last)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("x", "", ""),
        ("", "", "2026-13"),
        ("31.02.2026", "", ""),
        ("2026-05-01", "2026-04-01", ""),
        ("1900-01-01", "", ""),
    ],
)
def test_what_is_no_period_becomes_this_year_so_far_and_is_said(first: str, last: str, code: str) -> None:
    today = date(2026, 3, 10)

    assert read_span(first, last, code, today) == (Span(date(2026, 1, 1), today), False)


def test_a_period_ends_today_at_the_latest() -> None:
    today = date(2026, 3, 10)

    assert read_span("01.02.2026", "31.12.2026", "", today) == (Span(date(2026, 2, 1), today), True)
    assert shortcuts(date(2026, 1, 5)) == ("2026-01", "2025-12", "2026-q1", "2025-q4", "2026", "2025")

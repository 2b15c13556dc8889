"""The days of an open appeal counted again: what must hold whatever changes in the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import deadlines, recounting, workdays
from kairyluu.rules.deadlines import Term
from kairyluu.rules.hands.standing_still import with_stop
from kairyluu.rules.workdays import CalendarDay, WorkCalendar

FOURTEEN = Term(id="c-14wd", code="consideration", amount=14, unit="working_days")
ONE = Term(id="r-1wd", code="registration", amount=1, unit="working_days", counts_from="receipt")
THIRTY = Term(id="e-30cd", code="extension", amount=30, unit="calendar_days", roll="next_working_day")
TERMS = {term.id: term for term in (FOURTEEN, ONE, THIRTY)}
PLAIN = WorkCalendar([])
START = dt.date(2026, 3, 10)

dates = st.dates(dt.date(2025, 6, 1), dt.date(2027, 6, 1))
kinds = st.sampled_from(sorted(workdays.DAY_KINDS))
calendars = st.lists(st.builds(CalendarDay, date=dates, kind=kinds), max_size=60).map(WorkCalendar)
terms = st.builds(
    Term,
    id=st.just("t"),
    code=st.just("consideration"),
    amount=st.integers(1, 45),
    unit=st.sampled_from(["working_days", "calendar_days"]),
    first_day=st.sampled_from(["day_after", "same_day"]),
    roll=st.just("next_working_day"),
)


def with_holiday(calendar: WorkCalendar, day: dt.date) -> WorkCalendar:
    return WorkCalendar(
        [*calendar.rows.values(), CalendarDay(date=day, kind="holiday", scope="x")], scopes=["x"]
    )


@given(terms, dates, calendars, calendars)
def test_recounting_is_the_same_as_counting_for_the_first_time(term, start, before, after):
    stored = deadlines.due(term, start, before)

    assert recounting.recounted(stored, {"t": term}, after) == deadlines.due(term, start, after)


@given(terms, dates, calendars, dates)
def test_a_late_holiday_never_brings_a_day_nearer_and_its_withdrawal_gives_the_old_day_back(
    term, start, calendar, holiday
):
    stored = deadlines.due(term, start, calendar)

    later = recounting.recounted(stored, {"t": term}, with_holiday(calendar, holiday))

    assert later.due_on >= stored.due_on
    assert with_holiday(calendar, holiday).is_working(later.due_on)
    assert recounting.recounted(later, {"t": term}, calendar) == stored


@given(terms, dates, calendars, dates)
def test_only_an_appeal_whose_span_holds_the_day_can_move(term, start, calendar, holiday):
    stored = deadlines.due(term, start, calendar)

    moved = recounting.recounted(stored, {"t": term}, with_holiday(calendar, holiday)).due_on != stored.due_on

    assert not moved or start <= holiday <= stored.due_on


@given(dates, calendars, dates)
def test_an_extension_is_never_shortened_by_a_holiday(start, calendar, holiday):
    first = deadlines.due(FOURTEEN, start, calendar)
    reasons = {
        "consideration": first.to_json(),
        "extension": deadlines.due(THIRTY, first.due_on, calendar).to_json(),
    }
    shown = dt.date.fromisoformat(reasons["extension"]["due_on"])
    after = with_holiday(calendar, holiday)

    new = recounting.recount_reasons(reasons, TERMS, after, is_registered=True)

    assert recounting.answer_day(new, shown, after) >= shown > first.due_on


def test_a_term_keeps_its_length_whatever_the_law_says_now() -> None:
    stored = deadlines.due(FOURTEEN, START, PLAIN)
    changed = {"c-14wd": Term(id="c-14wd", code="consideration", amount=3, unit="calendar_days")}

    assert recounting.recounted(stored, changed, PLAIN).due_on == stored.due_on
    assert recounting.recounted(stored, {}, PLAIN) == stored


def test_a_met_registration_and_what_is_no_deadline_stay() -> None:
    reasons = {
        "registration": deadlines.due(ONE, START, PLAIN).to_json(),
        "consideration": deadlines.due(FOURTEEN, START, PLAIN).to_json(),
        "receipt": {"why": "lunch"},
    }
    after = with_holiday(PLAIN, dt.date(2026, 3, 11))

    new = recounting.recount_reasons(reasons, TERMS, after, is_registered=True)
    waiting = recounting.recount_reasons(reasons, TERMS, after, is_registered=False)

    assert (new["registration"], new["receipt"]) == (reasons["registration"], reasons["receipt"])
    assert (new["consideration"]["due_on"], waiting["registration"]["due_on"]) == ("2026-03-31", "2026-03-12")


@pytest.mark.parametrize(
    ("holiday", "expected"),
    [
        ("2026-03-11", "2026-04-03"),  # before the question: the term and the stop move along
        ("2026-03-17", "2026-04-02"),  # while the clock stood still: nobody lost a working day
        ("2026-04-02", "2026-04-03"),  # among the days given back
    ],
)
def test_days_on_which_the_clock_stood_still_are_counted_again_too(holiday: str, expected: str) -> None:
    reasons = {"consideration": deadlines.due(FOURTEEN, START, PLAIN).to_json()}
    stopped = with_stop(reasons, dt.date(2026, 3, 13), dt.date(2026, 3, 18), PLAIN)
    shown = recounting.answer_day(stopped, START, PLAIN)
    after = with_holiday(PLAIN, dt.date.fromisoformat(holiday))

    new = recounting.recount_reasons(stopped, TERMS, after, is_registered=True)

    assert shown == dt.date(2026, 4, 2)
    assert recounting.answer_day(new, shown, after).isoformat() == expected
    assert recounting.answer_day({}, shown, after) == shown

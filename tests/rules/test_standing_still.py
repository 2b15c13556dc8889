"""The clock that stands still: no day is lost by it, none is won by a reply that comes early; more time never shortens."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules.deadlines import Term, due, extension_due
from kairyluu.rules.hands.standing_still import STOPPED, answer_day, with_stop
from kairyluu.rules.workdays import HOLIDAY, CalendarDay, WorkCalendar

FOURTEEN = Term(id="c", code="consideration", amount=14, unit="working_days")
MORE = Term(id="e", code="extension", amount=30, unit="calendar_days", roll="next_working_day")
DAYS = st.dates(dt.date(2026, 1, 5), dt.date(2026, 10, 1))
HOLIDAYS = st.sets(st.dates(dt.date(2026, 1, 1), dt.date(2027, 3, 1)), max_size=30)


def calendar_of(days: set[dt.date]) -> WorkCalendar:
    return WorkCalendar([CalendarDay(date=day, kind=HOLIDAY, status="verified") for day in sorted(days)])


def registered(on: dt.date, calendar: WorkCalendar) -> dict[str, Any]:
    return {"consideration": due(FOURTEEN, on, calendar).to_json()}


@given(DAYS, HOLIDAYS, st.integers(0, 10), st.integers(0, 15))
def test_the_days_left_after_the_reply_are_those_before_the_question(
    on: dt.date, days: set[dt.date], passed: int, waited: int
) -> None:
    calendar = calendar_of(days)
    reasons = registered(on, calendar)
    asked_on = calendar.add_working_days(on, passed) if passed else calendar.on_or_after(on)
    replied_on = calendar.add_working_days(asked_on, waited) if waited else asked_on
    left = calendar.working_days_between(asked_on, answer_day(reasons, calendar))

    after = answer_day(with_stop(reasons, asked_on, replied_on, calendar), calendar)

    assert calendar.is_working(after)
    assert calendar.working_days_between(replied_on, after) == left


@given(DAYS, HOLIDAYS, st.integers(1, 15), st.integers(0, 15))
def test_an_early_reply_gives_the_days_back(on: dt.date, days: set[dt.date], most: int, waited: int) -> None:
    calendar = calendar_of(days)
    reasons = registered(on, calendar)
    expected = with_stop(reasons, on, calendar.add_working_days(on, most), calendar)
    until = calendar.add_working_days(on, min(waited, most)) if min(waited, most) else on

    replied = with_stop(expected, on, until, calendar)

    assert len(replied[STOPPED]) == 1
    assert reasons == registered(on, calendar)
    before, between, after = (answer_day(r, calendar) for r in (reasons, replied, expected))
    assert before <= between <= after


@given(DAYS, HOLIDAYS, st.integers(0, 15))
def test_an_extension_never_shortens_and_begins_where_the_stop_ended(
    on: dt.date, days: set[dt.date], waited: int
) -> None:
    calendar = calendar_of(days)
    stopped_until = calendar.add_working_days(on, waited) if waited else on
    reasons = with_stop(registered(on, calendar), on, stopped_until, calendar)
    shown = answer_day(reasons, calendar)

    extended = extension_due(shown, on, [MORE], calendar)
    after = answer_day({**reasons, "extension": extended.to_json()}, calendar)

    assert after == extended.due_on > shown
    assert calendar.is_working(after)
    assert (after - shown).days >= 30

"""Office hours by season: when an appeal counts as received."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import workdays
from kairyluu.rules.office_hours import HoursUnreadable, OfficeHours, office_hours, receipt
from kairyluu.rules.workdays import BISHKEK, CalendarDay, WorkCalendar

ALAI = {
    "summer_hours": "08:30-17:30",
    "summer_lunch": "12:00-13:00",
    "winter_hours": "09:00-18:00",
    "winter_lunch": "12:30-13:30",
}
CALENDAR = WorkCalendar(
    [
        CalendarDay(date=dt.date(2026, 3, 20), kind=workdays.HOLIDAY),  # a Friday
        CalendarDay(date=dt.date(2026, 3, 19), kind=workdays.SHORTENED),
        CalendarDay(date=dt.date(2026, 3, 28), kind=workdays.WORKING_DAY_BY_DECISION),  # a Saturday
    ]
)


def hours() -> OfficeHours:
    found = office_hours(ALAI, summer_from="04-01", winter_from="11-01")
    assert found is not None
    return found


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=BISHKEK)


@pytest.mark.parametrize(
    ("received", "counted", "why"),
    [
        ("2026-03-10T10:00", "2026-03-10T10:00", ""),
        ("2026-03-10T09:00", "2026-03-10T09:00", ""),
        ("2026-03-10T08:59", "2026-03-10T09:00", "before_opening"),
        ("2026-04-01T08:31", "2026-04-01T08:31", ""),  # the first day of summer
        ("2026-03-31T08:31", "2026-03-31T09:00", "before_opening"),
        ("2026-10-30T17:45", "2026-11-02T09:00", "after_closing"),  # summer still, winter on Monday
        ("2026-11-02T17:45", "2026-11-02T17:45", ""),
        ("2026-03-10T12:30", "2026-03-10T13:30", "lunch"),
        ("2026-03-10T13:30", "2026-03-10T13:30", ""),
        ("2026-07-07T12:15", "2026-07-07T13:00", "lunch"),
        ("2026-03-10T18:00", "2026-03-11T09:00", "after_closing"),
        ("2026-03-13T23:59", "2026-03-16T09:00", "after_closing"),  # over the weekend
        ("2026-03-14T11:00", "2026-03-16T09:00", "day_off"),
        ("2026-03-20T11:00", "2026-03-23T09:00", "day_off"),  # a holiday
        ("2026-03-19T17:30", "2026-03-23T09:00", "after_closing"),  # shorter by an hour, then the holiday
        ("2026-03-19T16:59", "2026-03-19T16:59", ""),
        ("2026-03-28T11:00", "2026-03-28T11:00", ""),  # a Saturday that is worked
    ],
)
def test_receipt_counts_from_the_next_working_moment(received: str, counted: str, why: str) -> None:
    found = receipt(at(received), hours(), CALENDAR)

    assert (found.counted_at, found.why) == (at(counted), why)
    assert found.received_at == at(received)


def test_a_moment_is_that_of_bishkek_whatever_its_offset() -> None:
    utc = dt.datetime(2026, 3, 10, 12, 30, tzinfo=dt.UTC)  # 18:30 in Bishkek

    assert receipt(utc, hours(), CALENDAR).why == "after_closing"


def test_a_body_without_hours_receives_round_the_clock() -> None:
    assert office_hours({}, summer_from="04-01", winter_from="11-01") is None
    assert receipt(at("2026-03-14T03:00"), None, CALENDAR).counted_at == at("2026-03-14T03:00")


def test_a_season_without_hours_has_those_of_the_other() -> None:
    only = office_hours({"winter_hours": "09:00-18:00"}, summer_from="04-01", winter_from="11-01")

    assert only is not None
    assert only.on(dt.date(2026, 7, 1)) == (only.winter, None)


def test_summer_may_span_the_turn_of_the_year() -> None:
    south = office_hours(ALAI, summer_from="10-01", winter_from="03-01")

    assert south is not None
    assert [south.is_summer(dt.date(2026, month, 1)) for month in (1, 3, 10)] == [True, False, True]


@pytest.mark.parametrize("wrong", ["9-18", "18:00-09:00", "25:00-26:00"])
def test_hours_that_cannot_be_read_are_refused(wrong: str) -> None:
    with pytest.raises(HoursUnreadable):
        office_hours({"summer_hours": wrong}, summer_from="04-01", winter_from="11-01")
    with pytest.raises(HoursUnreadable):
        office_hours(ALAI, summer_from="13-01", winter_from="11-01")


@given(st.integers(0, 365 * 24 * 60).map(lambda n: at("2026-01-01T00:00") + dt.timedelta(minutes=n)))
def test_counted_moments_are_worked_and_never_earlier(moment: dt.datetime) -> None:
    found = receipt(moment, hours(), CALENDAR)

    assert found.counted_at >= moment
    assert CALENDAR.is_working(found.counted_at.date())
    assert receipt(found.counted_at, hours(), CALENDAR).why == ""

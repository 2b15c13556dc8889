"""The working calendar: a date is off because of a row or of the plain weekend, and counting is exact."""

import csv
import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import workdays
from kairyluu.rules.workdays import CalendarDay, WorkCalendar

DATA = Path(__file__).parents[2] / "data"
PLAIN = WorkCalendar([])

days = st.dates(dt.date(2022, 6, 1), dt.date(2028, 6, 1))
kinds = st.sampled_from(sorted(workdays.DAY_KINDS))
rows = st.lists(st.builds(CalendarDay, date=days, kind=kinds), max_size=60, unique_by=lambda row: row.date)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def off(text: str, **facts: object) -> CalendarDay:
    return CalendarDay(date=day(text), kind=workdays.HOLIDAY, **facts)


@pytest.fixture(scope="module")
def published() -> WorkCalendar:
    with (DATA / "calendar.csv").open(encoding="utf-8", newline="") as file:
        return WorkCalendar(
            CalendarDay(date=day(row["date"]), kind=row["kind"], name_en=row["name_en"])
            for row in csv.DictReader(file)
        )


@pytest.mark.parametrize(
    ("date", "is_working"),
    [
        ("2026-01-09", False),  # a day off added by decision
        ("2026-01-12", True),  # a Monday that some news reports took for a day off
        ("2026-02-23", True),  # shortened, and worked
        ("2024-05-11", True),  # a Saturday worked by decision
        ("2026-03-08", False),  # a holiday on a Sunday
        ("2026-03-09", True),  # and not moved to the Monday
        ("2024-06-17", False),  # the Monday after Kurman Ait on a Sunday, still moved in 2024
    ],
)
def test_published_calendar_is_read_as_decided(published, date, is_working):
    assert published.is_working(day(date)) is is_working


def test_reason_of_a_day_off_carries_its_name(published):
    assert published.why_off(day("2026-05-09")).name_en == "Victory Day"
    assert published.why_off(day("2026-05-10")).reason == workdays.WEEKEND
    assert published.why_off(day("2026-05-11")) is None


def test_years_without_rows_are_plain_weeks_and_told_apart(published):
    assert published.covered == (day("2023-01-01"), day("2027-12-31"))
    assert not published.covers(day("2028-01-03"))
    assert published.is_working(day("2028-01-03"))
    assert not published.covers_all(day("2027-12-20"), day("2028-01-10"))


def test_row_counts_only_from_its_announcement():
    ait = off("2026-03-20", announced_on=day("2026-03-11"))

    assert WorkCalendar([ait], as_of=day("2026-03-10")).is_working(ait.date)
    assert not WorkCalendar([ait], as_of=day("2026-03-11")).is_working(ait.date)
    assert WorkCalendar([ait], as_of=day("2026-03-10")).covers(ait.date)


def test_later_announcement_of_the_same_date_wins():
    first = off("2026-03-20", announced_on=day("2026-01-01"))
    second = CalendarDay(date=first.date, kind=workdays.SHORTENED, announced_on=day("2026-02-01"))

    assert WorkCalendar([second, first]).is_working(first.date)
    assert not WorkCalendar([second, first], as_of=day("2026-01-15")).is_working(first.date)


def test_local_row_counts_only_for_its_own_scope():
    local = off("2026-10-05", scope="alai")

    assert WorkCalendar([local]).is_working(local.date)
    assert WorkCalendar([local], scopes=["kara-kulja"]).is_working(local.date)
    assert not WorkCalendar([local], scopes=["alai"]).is_working(local.date)


def test_unknown_kind_is_refused_not_guessed():
    with pytest.raises(workdays.UnknownDayKind):
        CalendarDay(date=day("2026-01-01"), kind="half_holiday")


@given(rows, days, st.integers(0, 60))
def test_adding_agrees_with_walking_day_by_day(known, start, n):
    calendar = WorkCalendar(known)
    walked, left = start, n
    while left:
        walked += dt.timedelta(days=1)
        left -= calendar.is_working(walked)

    assert calendar.add_working_days(start, n) == walked


@given(rows, days, days)
def test_counting_agrees_with_walking_day_by_day(known, first, last):
    calendar = WorkCalendar(known)
    low, high = sorted((first, last))
    walked = sum(calendar.is_working(low + dt.timedelta(days=n)) for n in range(1, (high - low).days + 1))

    assert calendar.working_days_between(low, high) == walked
    assert calendar.working_days_between(high, low) == -walked


@given(rows, days)
def test_day_off_and_its_reason_agree(known, date):
    calendar = WorkCalendar(known)

    assert calendar.is_working(date) == (calendar.why_off(date) is None)
    assert calendar.is_working(calendar.on_or_after(date))


def test_counting_backward_and_past_the_last_year_is_refused():
    with pytest.raises(ValueError, match="forward"):
        PLAIN.add_working_days(day("2026-01-01"), -1)
    with pytest.raises(workdays.DayBeyondCalendar):
        PLAIN.add_working_days(dt.date.max, 1)


def test_counting_over_centuries_is_no_slower_than_over_a_week():
    began = time.process_time()
    for _ in range(10_000):
        PLAIN.working_days_between(day("1926-01-01"), day("2126-01-01"))

    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        ("2026-02-06T23:59:00+06:00", "2026-02-06"),
        ("2026-02-06T18:00:00+00:00", "2026-02-07"),
        ("2026-02-06T17:59:59+00:00", "2026-02-06"),
    ],
)
def test_date_of_a_moment_is_that_of_bishkek(moment, date):
    assert workdays.date_in_bishkek(dt.datetime.fromisoformat(moment)) == day(date)


def test_moment_without_offset_is_refused():
    with pytest.raises(workdays.MomentWithoutZone):
        workdays.date_in_bishkek(dt.datetime.fromisoformat("2026-02-06T10:00:00"))

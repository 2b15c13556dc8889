"""Terms by law: every worked example of the reference data, and what must hold for any calendar."""

import csv
import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import deadlines, workdays
from kairyluu.rules.deadlines import Deadline, Standing, Term
from kairyluu.rules.workdays import CalendarDay, WorkCalendar

DATA = Path(__file__).parents[2] / "data"


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published_term(row: dict[str, str]) -> Term:
    dates = {key: day(row[key]) for key in ("effective_from", "effective_to")}
    return Term(**{**row, **dates, "amount": int(row["amount"]), "enabled": row["enabled"] == "yes"})


TERMS = [published_term(row) for row in table("terms.csv")]
BY_ID = {term.id: term for term in TERMS}
ROWS = [
    CalendarDay(
        **{k: day(v) if k == "date" or k.endswith("_on") or k == "paired_date" else v for k, v in r.items()}
    )
    for r in ({k: v for k, v in row.items() if k != "note"} for row in table("calendar.csv"))
]
CALENDAR = WorkCalendar(ROWS)
PLAIN = WorkCalendar([])

dates = st.dates(dt.date(2022, 12, 1), dt.date(2028, 2, 1))
kinds = st.sampled_from(sorted(workdays.DAY_KINDS))
calendars = st.lists(st.builds(CalendarDay, date=dates, kind=kinds), max_size=80).map(WorkCalendar)
terms = st.builds(
    Term,
    id=st.just("t"),
    code=st.just("consideration"),
    amount=st.integers(1, 45),
    unit=st.sampled_from(["working_days", "calendar_days"]),
    first_day=st.sampled_from(["day_after", "same_day"]),
    roll=st.just("next_working_day"),
)


@pytest.mark.parametrize("case", table("deadline_cases.csv"), ids=lambda case: case["id"])
def test_worked_example(case):
    calendar = WorkCalendar(ROWS, as_of=day(case["as_of"]))
    received_at, registered_on = dt.datetime.fromisoformat(case["received_at"]), day(case["registered_on"])

    registration = deadlines.registration_due(received_at, TERMS, calendar)
    consideration = deadlines.due(BY_ID[case["regime"]], registered_on, calendar)

    assert registration.due_on == day(case["registration_due"])
    assert consideration.due_on == day(case["consideration_due"])
    for deadline in (registration, consideration):
        assert deadline.counted_again() == deadline.due_on


# What others got wrong, by name.


@pytest.mark.parametrize("start", [f"2026-06-{n:02}" for n in range(8, 15)])
def test_osticket_6739_every_weekday_counts_right_not_only_monday_and_thursday(start):
    expected = {"08": "26", "09": "29", "10": "30"}.get(start[-2:])
    due_on = deadlines.due(BY_ID["consideration-14wd"], day(start), CALENDAR).due_on

    walked = [day(start) + dt.timedelta(days=n) for n in range(1, 40)]
    assert due_on == [one for one in walked if one.weekday() < 5][13]
    assert expected is None or due_on == day(f"2026-06-{expected}")


def test_glpi_687_weekend_between_start_and_end_is_not_counted():
    friday = day("2026-06-05")

    assert deadlines.due(BY_ID["registration-1wd"], friday, CALENDAR).due_on == day("2026-06-08")


def test_glpi_15429_start_inside_a_holiday_begins_with_the_next_working_day():
    in_may_holidays = day("2026-05-03")

    assert deadlines.due(BY_ID["registration-1wd"], in_may_holidays, CALENDAR).due_on == day("2026-05-11")


def test_chatwoot_13392_holiday_inside_the_term_moves_the_end():
    before, after = (
        deadlines.due(BY_ID["consideration-14wd"], day("2026-08-18"), c) for c in (PLAIN, CALENDAR)
    )

    assert (before.due_on, after.due_on) == (day("2026-09-07"), day("2026-09-08"))


def test_alaveteli_7292_late_announcement_moves_open_deadline_in_both_directions():
    term, start = BY_ID["consideration-14wd"], day("2026-03-05")
    known = [WorkCalendar(ROWS, as_of=day(text)) for text in ("2026-03-10", "2026-03-11", "2026-03-10")]

    assert [deadlines.due(term, start, c).due_on.day for c in known] == [25, 26, 25]


# Which term applies.


def test_new_term_touches_only_appeals_registered_from_its_first_day():
    ten_days = replace(BY_ID["consideration-10wd"], enabled=True, effective_from=day("2026-09-01"))
    law = [*[term for term in TERMS if term.id != ten_days.id], ten_days]

    assert deadlines.consideration_due(day("2026-08-28"), law, CALENDAR).term_id == "consideration-14wd"
    assert deadlines.consideration_due(day("2026-09-01"), law, CALENDAR).term_id == "consideration-10wd"


def test_term_past_its_last_day_or_not_enabled_is_not_in_force():
    old = replace(BY_ID["consideration-14wd"], effective_to=day("2026-08-31"))

    assert deadlines.term_in_force([old], "consideration", day("2026-08-31")) == old
    with pytest.raises(deadlines.NoTermInForce):
        deadlines.term_in_force([old], "consideration", day("2026-09-01"))
    with pytest.raises(deadlines.NoTermInForce):
        deadlines.term_in_force([replace(old, enabled=False)], "consideration", day("2026-08-01"))


def test_a_term_for_one_kind_of_appeal_goes_before_the_one_for_every_kind():
    general = replace(BY_ID["consideration-14wd"], effective_from=day("2026-09-01"))
    of_complaints = replace(BY_ID["consideration-10wd"], enabled=True, kind="complaint")
    law = [general, of_complaints]

    def term_of(kind):
        return deadlines.consideration_due(day("2026-09-01"), law, CALENDAR, kind).term_id

    assert [term_of(kind) for kind in ("complaint", "proposal", "")] == [
        "consideration-10wd",
        "consideration-14wd",
        "consideration-14wd",
    ]
    with pytest.raises(deadlines.NoTermInForce):
        deadlines.term_in_force([of_complaints], "consideration", day("2026-09-01"), "application")


def test_two_terms_that_begin_together_are_refused():
    twin = replace(BY_ID["consideration-10wd"], enabled=True)

    with pytest.raises(deadlines.TermsOverlap):
        deadlines.term_in_force([*TERMS, twin], "consideration", day("2026-08-01"))


@pytest.mark.parametrize(
    "wrong", [{"unit": "weeks"}, {"amount": 0}, {"roll": "back"}, {"first_day": "day_two"}]
)
def test_term_that_cannot_be_counted_is_refused(wrong):
    with pytest.raises(deadlines.TermMisconfigured):
        replace(BY_ID["consideration-14wd"], **wrong)


def test_minutes_run_round_the_clock_and_have_no_day():
    saturday_night = dt.datetime.fromisoformat("2026-05-02T23:55:00+06:00")
    ack = BY_ID["urgent_ack-15min"]

    assert deadlines.due_moment(ack, saturday_night) - saturday_night == dt.timedelta(minutes=15)
    with pytest.raises(deadlines.TermMisconfigured):
        deadlines.due(ack, saturday_night.date(), CALENDAR)


# The explanation.


def test_explanation_names_the_days_that_were_skipped():
    deadline = deadlines.consideration_due(day("2026-04-24"), TERMS, CALENDAR)

    skipped = {why.date.isoformat(): why for why in deadline.skipped}
    assert skipped["2026-05-09"].name_ky == "Жеңиш күнү"
    assert skipped["2026-04-25"].reason == "weekend"
    assert "2026-05-10" in skipped
    assert deadline.source.startswith("https://")
    assert deadline.is_confirmed


def test_explanation_tells_a_saturday_that_counted_by_decision():
    deadline = deadlines.consideration_due(day("2024-04-24"), TERMS, CALENDAR)

    assert deadline.worked_by_decision == (day("2024-05-06"), day("2024-05-11"))


def test_unconfirmed_holiday_or_uncovered_year_makes_the_day_unconfirmed():
    over_kurman_ait = deadlines.consideration_due(day("2026-05-11"), TERMS, CALENDAR)
    into_2028 = deadlines.consideration_due(day("2027-12-20"), TERMS, CALENDAR)

    assert not over_kurman_ait.is_confirmed
    assert into_2028.is_beyond_calendar
    assert not into_2028.is_confirmed


@given(terms, dates, calendars)
def test_explanation_is_read_back_and_counted_again_to_the_same_day(term, start, calendar):
    deadline = deadlines.due(term, start, calendar)

    again = Deadline.from_json(json.loads(json.dumps(deadline.to_json())))

    assert again == deadline
    assert again.counted_again() == deadline.due_on


# What must hold for any calendar.


@given(terms, dates, calendars)
def test_due_day_is_never_a_day_off(term, start, calendar):
    assert calendar.is_working(deadlines.due(term, start, calendar).due_on)


@given(terms, dates, dates, calendars)
def test_later_start_never_ends_earlier(term, one, other, calendar):
    ends = [deadlines.due(term, start, calendar).due_on for start in sorted((one, other))]

    assert ends == sorted(ends)


@given(terms, dates, calendars, dates)
def test_added_holiday_never_brings_the_day_nearer(term, start, calendar, holiday):
    more = WorkCalendar(
        [*calendar.rows.values(), CalendarDay(date=holiday, kind="holiday", scope="x")], scopes="x"
    )

    assert deadlines.due(term, start, more).due_on >= deadlines.due(term, start, calendar).due_on


@given(dates, calendars)
def test_extension_never_shortens(registered_on, calendar):
    shown = deadlines.consideration_due(registered_on, TERMS, calendar).due_on
    extended = deadlines.extension_due(shown, registered_on, TERMS, calendar)

    assert extended.due_on > shown
    assert extended.due_on >= shown + dt.timedelta(days=30)


@given(st.integers(1, 40), dates, calendars)
def test_working_days_agree_with_walking(amount, start, calendar):
    term = Term(id="t", code="forwarding", amount=amount, unit="working_days")
    walked = [start + dt.timedelta(days=n) for n in range(1, 400)]

    due_on = deadlines.forwarding_due(start, [term], calendar).due_on

    assert due_on == [one for one in walked if calendar.is_working(one)][amount - 1]


# Days left.


@pytest.mark.parametrize(
    ("today", "left", "standing"),
    [
        ("2026-08-25", 4, Standing.OPEN),  # Monday 31 August is a holiday
        ("2026-08-26", 3, Standing.SOON),
        ("2026-08-29", 1, Standing.SOON),  # a Saturday
        ("2026-09-01", 0, Standing.TODAY),
        ("2026-09-02", -1, Standing.LATE),
    ],
)
def test_days_left_are_working_days(today, left, standing):
    due_on = day("2026-09-01")

    assert deadlines.days_left(due_on, day(today), CALENDAR) == left
    assert deadlines.standing(due_on, day(today), CALENDAR) == standing


def test_saturday_after_a_friday_due_day_is_late_by_one_day():
    friday, saturday, monday, tuesday = (day(f"2026-06-{n}") for n in ("05", "06", "08", "09"))

    assert [deadlines.days_left(friday, today, CALENDAR) for today in (saturday, monday, tuesday)] == [
        -1,
        -1,
        -2,
    ]
    assert deadlines.standing(friday, saturday, CALENDAR) == Standing.LATE


def test_done_duty_is_met_or_met_late_whatever_day_it_is():
    due_on, years_after = day("2026-06-05"), day("2028-01-10")

    assert deadlines.standing(due_on, years_after, CALENDAR, met_on=due_on) == Standing.MET
    assert deadlines.standing(due_on, years_after, CALENDAR, met_on=day("2026-06-06")) == Standing.MET_LATE

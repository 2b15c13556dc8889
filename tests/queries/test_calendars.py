"""A district and a body may have days of their own; nobody else's days move."""

from __future__ import annotations

from datetime import date

from kairyluu.data.agencies.models import Territory
from kairyluu.data.reference.models import CalendarDay
from kairyluu.queries.directory import directory
from tests.cast import Town
from tests.factories import appeals

TUESDAY = date(2026, 3, 17)


def own_day(scope: str, kind: str = "day_off_by_decision", day: date = TUESDAY) -> None:
    CalendarDay.objects.create(
        date=day, scope=scope, kind=kind, name_ky="Күн", name_ru="День", name_en="Day", status="verified"
    )


def test_a_day_of_the_district_moves_its_bodies_only(town: Town) -> None:
    before = directory().consideration_due(date(2026, 3, 10), town.body).due_on
    assert town.body.territory is not None
    own_day(town.body.territory.code)

    known = directory()
    here = known.consideration_due(date(2026, 3, 10), town.body)
    there = known.consideration_due(date(2026, 3, 10), town.ministry)

    assert TUESDAY in [why.date for why in here.skipped]
    assert here.due_on > before == there.due_on


def test_the_oblast_counts_for_the_district_and_the_narrower_row_wins(town: Town) -> None:
    own_day("kg-o")
    assert not directory().calendar_for(town.body).is_working(TUESDAY)

    own_day(town.body.code, "shortened")

    calendar = directory().calendar_for(town.body)
    assert calendar.is_working(TUESDAY)
    assert calendar.is_shortened(TUESDAY)
    assert Territory.objects.get(code="kg-o-alai").parent.code == "kg-o"  # type: ignore[union-attr]


def test_a_day_of_a_body_does_not_come_down_to_those_below(town: Town) -> None:
    own_day(town.above.code)

    known = directory()

    assert not known.calendar_for(town.above).is_working(TUESDAY)
    assert known.calendar_for(town.foreign_body).is_working(TUESDAY)
    assert known.calendar_for(None).is_working(TUESDAY)


def test_an_appeal_is_counted_by_the_calendar_of_its_body(town: Town) -> None:
    own_day(town.body.code)

    appeal = appeals.registered(town)

    assert appeal.due_on == date(2026, 4, 1)
    assert str(TUESDAY) in [day["date"] for day in appeal.deadline_reasons["consideration"]["skipped"]]


def test_a_day_of_a_district_alone_does_not_cover_a_year(town: Town) -> None:
    own_day("kg-o", day=date(2031, 5, 5))

    assert 2031 not in directory().calendar_for(town.body).years


def test_two_scopes_may_speak_of_one_day(town: Town) -> None:
    own_day("kg-o")
    own_day("kg-go")

    assert CalendarDay.objects.filter(date=TUESDAY).count() == 2

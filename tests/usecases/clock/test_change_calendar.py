"""The calendar changes late: every open deadline is counted again in one act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Assignment, ControlRequest
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.reference.models import CalendarDay
from kairyluu.queries.clock.changing import NoSuchDay, UnknownScope, foresee
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.queries.directory import directory
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, DayNotNamed, change_calendar
from kairyluu.usecases.hands.extend import ExtendTerm, extend_term
from tests.cast import NOW, STAFF, Town
from tests.factories import appeals

AIT = date(2026, 3, 17)  # a Tuesday
NAMES = {"name_ky": "Орозо айт", "name_ru": "Орозо айт", "name_en": "Orozo Ait"}
LATER = NOW + timedelta(days=3)


def enter(town: Town, **changes: object) -> Entry:
    values = {"date": AIT, "kind": "holiday", "announced_on": LATER.date(), **NAMES} | changes
    actor = town.operator_of_the_system.actor
    return change_calendar(ChangeCalendar(**values), actor=actor, now=LATER)  # type: ignore[arg-type]


def test_open_appeals_move_by_a_day_and_their_journals_say_why(town: Town) -> None:
    appeal = appeals.assigned(town)

    entry = enter(town)

    appeal.refresh_from_db()
    assert [appeal.due_on, appeal.consideration_due_on] == [date(2026, 4, 1)] * 2
    assert "2026-03-17" in [day["date"] for day in appeal.deadline_reasons["consideration"]["skipped"]]
    told = Entry.objects.get(appeal_id=appeal.pk, act="recount_deadline")
    assert (told.facts["old"], told.facts["new"]) == ("2026-03-31", "2026-04-01")
    assert told.facts["day"] == {"date": "2026-03-17", "kind": "holiday", "scope": "", **NAMES}
    assert told.actor_account == town.operator_of_the_system.account.pk
    assert entry.facts["moved"] == [
        {
            "body": "da-o-alai",
            "duty": "consideration",
            "old": "2026-03-31",
            "new": "2026-04-01",
            "n": 1,
            "numbers": [appeal.number],
        }
    ]


def test_closed_appeals_stay_as_they_were(town: Town) -> None:
    closed = appeals.answered(town)

    enter(town)

    after = Appeal.objects.get(pk=closed.pk)
    assert (after.consideration_due_on, after.deadline_reasons) == (
        closed.consideration_due_on,
        closed.deadline_reasons,
    )
    assert not Entry.objects.filter(act="recount_deadline").exists()


def test_what_is_not_registered_yet_keeps_its_registration_day_by_the_new_calendar(town: Town) -> None:
    waiting = appeals.received(town, now=NOW + timedelta(days=6))  # Monday 16 March
    registered = appeals.registered(town)

    enter(town)

    waiting.refresh_from_db()
    registered.refresh_from_db()
    assert [waiting.due_on, waiting.registration_due_on] == [date(2026, 3, 18)] * 2
    assert registered.registration_due_on == date(2026, 3, 11)


def test_the_day_is_taken_back_and_the_old_days_come_back(town: Town) -> None:
    appeal = appeals.assigned(town)
    reasons = appeal.deadline_reasons
    Assignment.objects.filter(appeal=appeal).update(due_on=date(2026, 4, 1))
    enter(town)

    enter(town, kind="", name_ky="", name_ru="", name_en="")

    appeal.refresh_from_db()
    assert (appeal.due_on, appeal.deadline_reasons) == (date(2026, 3, 31), reasons)
    assert Assignment.objects.get(appeal=appeal).due_on == date(2026, 3, 31)
    assert directory().calendar.is_working(AIT)


def test_a_day_of_the_district_moves_the_district_only(town: Town) -> None:
    here, there = appeals.registered(town), appeals.received(town, body=town.ministry.code, now=NOW)

    enter(town, scope="kg-o-alai", date=date(2026, 3, 11))

    assert {row["body"] for row in Entry.objects.get(act="change_calendar").facts["moved"]} == {
        town.body.code
    }
    here.refresh_from_db()
    there.refresh_from_db()
    assert (here.due_on, there.due_on) == (date(2026, 4, 1), date(2026, 3, 11))


def test_a_sunday_that_becomes_a_holiday_moves_nothing_but_is_explained(town: Town) -> None:
    appeal = appeals.registered(town)

    entry = enter(town, date=date(2026, 3, 15))

    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 3, 31)
    assert entry.facts["n_moved"] == 0
    skipped = {day["date"]: day["name_ky"] for day in appeal.deadline_reasons["consideration"]["skipped"]}
    assert skipped["2026-03-15"] == "Орозо айт"


def test_each_executor_gets_one_letter_with_all_of_his(town: Town) -> None:
    numbers = [appeals.assigned(town, with_co_executor=True).number for _ in range(3)]
    Notice.objects.all().delete()

    enter(town)

    letters = {notice.address: notice for notice in Notice.objects.filter(code="days_moved")}
    assert set(letters) == {town.executor.email, town.co_executor.email}
    for letter in letters.values():
        assert all(f"{number}: 31.03.2026 → 01.04.2026" in letter.facts["list"] for number in numbers)
        assert letter.appeal_id is None


def test_a_registrar_is_told_of_what_waits_but_not_of_a_complaint_about_him(town: Town) -> None:
    assert town.registrar.official is not None
    monday = NOW + timedelta(days=6)
    waiting = appeals.received(town, now=monday)
    about = (Target(official=town.registrar.official.code),)
    hidden = appeals.received(town, now=monday, kind="complaint", targets=about)

    enter(town)

    letter = Notice.objects.get(code="days_moved", address=town.registrar.email)
    assert waiting.tracking_number in letter.facts["list"]
    assert hidden.tracking_number not in letter.facts["list"]


def test_the_preview_says_what_the_act_then_does_and_writes_nothing(town: Town) -> None:
    appeal = appeals.assigned(town)
    command = ChangeCalendar(date=AIT, kind="holiday", **NAMES)

    seen = foresee(command.row(), ChangedDay(AIT), actor=town.operator_of_the_system.actor)

    assert [(m.old_on, m.new_on, m.appeals[0].label) for m in seen.moves] == [
        (date(2026, 3, 31), date(2026, 4, 1), appeal.number)
    ]
    assert not CalendarDay.objects.filter(date=AIT).exists()
    assert Appeal.objects.get(pk=appeal.pk).due_on == date(2026, 3, 31)


@pytest.mark.parametrize("who", [name for name in STAFF if name != "operator_of_the_system"])
def test_only_the_technical_operator_changes_the_calendar(town: Town, who: str) -> None:
    with pytest.raises(NotAllowed):
        change_calendar(
            ChangeCalendar(date=AIT, kind="holiday", **NAMES), actor=getattr(town, who).actor, now=NOW
        )

    assert not CalendarDay.objects.filter(date=AIT).exists()


def test_what_cannot_be_entered_is_refused(town: Town) -> None:
    with pytest.raises(UnknownScope):
        enter(town, scope="nowhere")
    with pytest.raises(DayNotNamed):
        enter(town, name_ky=" ")
    with pytest.raises(NoSuchDay):
        enter(town, kind="")


def test_the_same_day_entered_again_moves_nothing(town: Town) -> None:
    appeals.assigned(town)
    enter(town)

    assert enter(town).facts["moved"] == []
    assert Entry.objects.filter(act="recount_deadline").count() == 1


def test_an_extended_appeal_is_counted_again_from_the_day_it_was_extended_on(town: Town) -> None:
    appeal = appeals.assigned(town)
    extend_term(
        ExtendTerm(appeal_id=appeal.pk, reason="Адистин корутундусу керек, ал апрелде даяр болот."),
        actor=town.akim.actor,
        now=LATER,
    )
    before = Appeal.objects.get(pk=appeal.pk)
    assert before.due_on == date(2026, 4, 30)

    enter(town, date=date(2026, 4, 30))

    after = Appeal.objects.get(pk=appeal.pk)
    assert after.due_on == after.consideration_due_on
    assert after.due_on is not None
    assert after.due_on > before.due_on
    assert after.deadline_reasons["extension"]["due_on"] == after.due_on.isoformat()
    assert after.deadline_reasons["consideration"] == before.deadline_reasons["consideration"]


def test_a_request_of_who_controls_moves_along(town: Town) -> None:
    assert town.overseer.official is not None
    assert town.overseer.post is not None
    appeal = appeals.registered(town)
    asked = ControlRequest.objects.create(
        appeal=appeal,
        asked_by=town.overseer.official,
        asked_post=town.overseer.post,
        question="Эмне үчүн насос оңдолгон жок?",
        due_on=date(2026, 3, 17),
        asked_at=NOW,
    )

    enter(town, date=date(2026, 3, 16))

    asked.refresh_from_db()
    assert asked.due_on == date(2026, 3, 18)
    entry = Entry.objects.get(appeal_id=appeal.pk, facts__duty="control_request")
    assert (entry.facts["old"], entry.facts["new"]) == ("2026-03-17", "2026-03-18")
    enter(town, date=date(2026, 3, 16), kind="")
    asked.refresh_from_db()
    assert asked.due_on == date(2026, 3, 17)

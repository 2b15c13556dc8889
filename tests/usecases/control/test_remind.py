"""The reminders of a morning: who is told what, once, in one letter, and written down."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Morning, Recusal, Reminder
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.notices.letter import render
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.control import remind
from kairyluu.usecases.control.remind import RemindEverybody, remind_at_once, remind_everybody
from kairyluu.usecases.hands.ask_applicant import AskApplicant, ask_applicant
from tests.cast import NOW, Town
from tests.factories import appeals


def morning_of(day: date, hour: int = 8) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 5, tzinfo=BISHKEK)


def working_days_before(appeal: Appeal, n: int) -> date:
    """The day on which `n` working days are left; negative after the day."""
    due, calendar = appeal.due_on, directory().calendar
    assert due is not None
    day = due
    while calendar.working_days_between(day, due) != n or not calendar.is_working(day):
        day += timedelta(days=1 if n < 0 else -1)
    return day


def run(day: date, hour: int = 8) -> int:
    return remind_everybody(RemindEverybody(), actor=SYSTEM_ACTOR, now=morning_of(day, hour))


def told_in(town: Town) -> dict[str, str]:
    names = {member.official.pk: name for name, member in town.staff().items() if member.official}
    return {names[row.official_id]: row.tier for row in Reminder.objects.all()}


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (4, {}),
        (5, {"executor": "executor"}),
        (1, {"executor": "executor", "akim": "head"}),
        (-2, {"executor": "executor", "akim": "head", "overseer": "superior"}),
    ],
)
def test_the_tiers_are_reached_step_by_step(town: Town, left: int, told: dict[str, str]) -> None:
    appeal = appeals.assigned(town)

    run(working_days_before(appeal, left))

    assert told_in(town) == told
    assert Entry.objects.filter(appeal_id=appeal.pk, act="remind").count() == bool(told)


def test_one_letter_a_person_however_many_appeals(town: Town) -> None:
    first, second = appeals.assigned(town), appeals.assigned(town)

    run(working_days_before(first, -1))

    letters = Counter(Notice.objects.filter(code="digest").values_list("address", flat=True))
    assert letters == {town.executor.email: 1, town.akim.email: 1, town.overseer.email: 1}
    notice = Notice.objects.get(code="digest", address=town.akim.email)
    text = render("digest", "en", {"site": "https://x.example"} | notice.facts).text
    assert "Overdue: 2" in text
    assert all(f"https://x.example/desk/appeals/{appeal.pk}/" in text for appeal in (first, second))
    assert set(Reminder.objects.values_list("notice_id", flat=True)) == set(
        Notice.objects.filter(code="digest").values_list("pk", flat=True)
    )


def test_a_second_run_tells_nobody_again(town: Town) -> None:
    appeal = appeals.assigned(town)
    day = working_days_before(appeal, 0)

    first, again = run(day), run(day, hour=9)

    assert (first, again) == (2, 0)
    assert Reminder.objects.count() == 2
    assert Notice.objects.filter(code="digest").count() == 2


def test_a_morning_broken_off_goes_on_where_it_stood(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    appeal = appeals.assigned(town)
    day = working_days_before(appeal, 0)
    sent, real = [], remind.send_digest

    def dies_after_one(command: object, **kwargs: object) -> bool:
        if sent:
            raise KeyboardInterrupt
        sent.append(command)
        return real(command, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(remind, "send_digest", dies_after_one)
    with pytest.raises(KeyboardInterrupt):
        run(day)
    monkeypatch.setattr(remind, "send_digest", real)
    assert Morning.objects.get().finished_at is None
    run(day)

    assert Counter(Notice.objects.filter(code="digest").values_list("address", flat=True)) == {
        town.executor.email: 1,
        town.akim.email: 1,
    }
    assert Reminder.objects.count() == 2


def test_before_the_hour_and_on_a_day_off_nobody_is_told(town: Town) -> None:
    appeal = appeals.assigned(town)
    late = working_days_before(appeal, -1)

    assert run(late, hour=7) == 0
    saturday = next(late + timedelta(days=n) for n in range(7) if (late + timedelta(days=n)).weekday() == 5)
    assert run(saturday) == 0
    assert not Reminder.objects.exists()


def test_whoever_is_kept_away_gets_no_line_and_the_deputy_is_told_for_him(town: Town) -> None:
    appeal = appeals.registered(town)
    Recusal.objects.create(appeal=appeal, official=town.akim.official, reason="Тууганым.", declared_at=NOW)

    run(working_days_before(appeal, 0))

    assert told_in(town) == {"deputy": "head"}
    assert not Notice.objects.filter(address=town.akim.email, code="digest").exists()


def test_an_appeal_not_registered_is_the_registrars(town: Town) -> None:
    appeal = appeals.received(town)

    run(working_days_before(appeal, 0))

    assert told_in(town) == {"registrar": "executor", "akim": "head"}
    assert {row.duty for row in Reminder.objects.all()} == {"registration"}


def test_what_comes_up_during_the_day_and_is_due_today_is_told_at_once(town: Town) -> None:
    appeal = appeals.assigned(town)
    day = working_days_before(appeal, 0)
    Appeal.objects.filter(pk=appeal.pk).update(due_on=day + timedelta(days=30))
    run(day)
    assert remind_at_once(RemindEverybody(), actor=SYSTEM_ACTOR, now=morning_of(day, 9)) == 0
    Appeal.objects.filter(pk=appeal.pk).update(due_on=day)

    told = remind_at_once(RemindEverybody(), actor=SYSTEM_ACTOR, now=morning_of(day, 10))
    again = remind_at_once(RemindEverybody(), actor=SYSTEM_ACTOR, now=morning_of(day, 11))

    assert (told, again) == (2, 0)
    urgent = Notice.objects.filter(code="due_today").values_list("address", flat=True)
    assert set(urgent) == {town.executor.email, town.akim.email}


def test_before_the_morning_nothing_is_told_at_once(town: Town) -> None:
    appeals.assigned(town)

    assert remind_at_once(RemindEverybody(), actor=SYSTEM_ACTOR, now=NOW) == 0


def test_of_a_silent_applicant_the_executor_and_the_registrar_are_told_once_in_the_morning(
    town: Town,
) -> None:
    appeal = appeals.assigned(town)
    asked = AskApplicant(appeal_id=appeal.pk, question="Кайсы көчөдө суу жок?", due_on=date(2026, 3, 13))
    ask_applicant(asked, actor=town.akim.actor, now=NOW)

    for day in (13, 16, 17):
        run(date(2026, 3, day))

    told = Reminder.objects.filter(duty="silence")
    assert {(row.official, row.told_on) for row in told} == {
        (town.executor.official, date(2026, 3, 16)),
        (town.registrar.official, date(2026, 3, 16)),
    }
    assert Entry.objects.get(appeal_id=appeal.pk, act="remind", facts__duty="silence").facts["told"]
    notice = Notice.objects.get(code="digest", address=town.registrar.email)
    for language, words in (
        ("ky", "жооп берген жок: 1"),
        ("ru", "не ответил: 1"),
        ("en", "did not reply: 1"),
    ):
        assert words in render("digest", language, {"site": "https://x.example"} | notice.facts).text

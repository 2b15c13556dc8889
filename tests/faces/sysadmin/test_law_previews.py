"""Terms and days of the calendar: what they would mean is shown before they are saved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import CalendarDay, CalendarOrder, Term
from kairyluu.faces.clockwork.tasks import carry_out_order, settle
from kairyluu.queries.directory import directory
from kairyluu.usecases.clock.order_change import order_change
from kairyluu.usecases.clock.writing import ChangeCalendar
from tests.cast import NOW, Town
from tests.faces.sysadmin.test_pages import change, signed_in
from tests.factories import appeals

DAY = {
    "date": "2026-03-17",
    "kind": "holiday",
    "name_ky": "Орозо айт",
    "name_ru": "Орозо айт",
    "name_en": "Orozo Ait",
    "status": "verified",
    "source": "https://example.org/decree",
    "is_active": "on",
}
ADD = "/sysadmin/reference/calendarday/add/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def operator(town: Town) -> Client:
    return signed_in(town.operator_of_the_system)


def test_a_late_holiday_is_seen_first_and_then_entered(town: Town, operator: Client) -> None:
    appeal = appeals.assigned(town)

    preview = operator.post(ADD, DAY)
    assert preview.status_code == 200
    assert preview.context["n_moved"] == 1
    assert appeal.number in preview.content.decode()
    assert not CalendarDay.objects.filter(date="2026-03-17").exists()

    carried = dict(preview.context["carried"])
    answer = operator.post(ADD, carried | {"_confirmed": "1"}, follow=True)

    page = answer.content.decode()
    assert "31.03.2026" in page
    assert "01.04.2026" in page
    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 4, 1)
    row = CalendarDay.objects.get(date="2026-03-17")
    assert (row.source, "kind" in row.edited_fields) == ("https://example.org/decree", True)
    assert not directory().calendar.is_working(row.date)


def test_a_day_is_taken_back_by_its_form(town: Town, operator: Client) -> None:
    operator.post(ADD, DAY | {"_confirmed": "1"})
    appeal = appeals.assigned(town)
    assert appeal.due_on == date(2026, 4, 1)
    row = CalendarDay.objects.get(date="2026-03-17")

    assert change(operator, row, is_active=None, _confirmed="1") == ""

    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 3, 31)
    assert directory().calendar.is_working(date(2026, 3, 17))


def test_a_day_for_nobody_known_is_refused_with_a_sentence(town: Town, operator: Client) -> None:
    page = operator.post(ADD, DAY | {"scope": "nowhere", "_confirmed": "1"})

    assert page.status_code == 200
    assert "scope" in page.context["adminform"].form.errors
    assert not Entry.objects.filter(act="change_calendar").exists()


def test_what_a_day_has_moved_is_not_for_others(town: Town, operator: Client) -> None:
    operator.post(ADD, DAY | {"_confirmed": "1"})
    entry = Entry.objects.get(act="change_calendar")
    address = f"/sysadmin/reference/calendarday/moved/{entry.pk}/"

    assert operator.get(address).status_code == 200
    assert operator.get("/sysadmin/reference/calendarday/moved/999999/").status_code == 404
    assert signed_in(town.akim).get(address).status_code == 302


def ten_days(operator: Client, **values: object) -> str:
    term = Term.objects.get(code="consideration-10wd")
    return change(operator, term, is_enabled="on", **values)


def test_the_preview_of_a_term_tells_which_appeals_it_touches(town: Town, operator: Client) -> None:
    appeals.registered(town)
    appeals.received(town, now=NOW)

    page = ten_days(operator, effective_from="2026-03-11")

    assert "26.03.2026" in page  # the waiting one, registered on 11 March: ten working days
    assert "01.04.2026" in page  # fourteen, as the law stands
    assert not Term.objects.get(code="consideration-10wd").is_enabled


def test_a_new_term_works_from_its_day_and_never_backwards(town: Town, operator: Client) -> None:
    before = appeals.registered(town)
    assert ten_days(operator, effective_from="2026-03-12", _confirmed="1") == ""

    eve = appeals.registered(town, now=NOW + timedelta(days=1))
    after = appeals.registered(town, now=NOW + timedelta(days=2))
    operator.post(ADD, DAY | {"_confirmed": "1"})

    rows = [Appeal.objects.get(pk=one.pk) for one in (before, eve, after)]
    terms = [row.deadline_reasons["consideration"]["term_id"] for row in rows]
    assert terms == ["consideration-14wd", "consideration-14wd", "consideration-10wd"]
    assert [row.due_on for row in rows] == [date(2026, 4, 1), date(2026, 4, 2), date(2026, 3, 30)]


@pytest.mark.parametrize("first_day", ["2026-03-10", "2026-03-01", ""])
def test_an_enabled_term_cannot_begin_before_the_last_day_counted(
    town: Town, operator: Client, first_day: str
) -> None:
    appeals.registered(town)

    page = ten_days(operator, effective_from=first_day, _confirmed="1")

    assert "2026-03-10" in page
    assert not Term.objects.get(code="consideration-10wd").is_enabled


def test_an_applied_term_cannot_be_switched_off(town: Town, operator: Client) -> None:
    appeals.registered(town)

    assert (
        change(operator, Term.objects.get(code="consideration-14wd"), is_enabled=None, _confirmed="1") == ""
    )

    assert Term.objects.get(code="consideration-14wd").is_enabled


def test_back_from_the_preview_what_was_typed_stands_in_the_form(town: Town, operator: Client) -> None:
    term = Term.objects.get(code="consideration-14wd")
    typed = DAY | {"name_en": "Typed and not saved"}

    new = operator.post(ADD, typed | {"_back": "1"})
    old = operator.post(f"/sysadmin/reference/term/{term.pk}/change/", {"name_en": "Typed too", "_back": "1"})

    assert 'value="Typed and not saved"' in new.content.decode()
    assert 'value="Typed too"' in old.content.decode()
    assert "errorlist" not in new.content.decode()
    assert not CalendarDay.objects.filter(date=DAY["date"]).exists()
    assert Term.objects.get(pk=term.pk).name_en == term.name_en


def test_very_many_are_counted_again_by_the_worker(
    town: Town, operator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kairyluu.faces.sysadmin.law.previews.AT_ONCE", 0)
    appeal = appeals.assigned(town)

    answer = operator.post(ADD, DAY | {"_confirmed": "1"})

    order = CalendarOrder.objects.get()
    page = operator.get(answer["Location"])
    assert (page.status_code, page["Refresh"], order.n_touched) == (200, "5", 1)
    assert Appeal.objects.get(pk=appeal.pk).due_on == date(2026, 3, 31)
    assert [carry_out_order(str(order.pk)), carry_out_order(str(order.pk))] == [1, 0]
    assert Appeal.objects.get(pk=appeal.pk).due_on == date(2026, 4, 1)
    assert "/moved/" in operator.get(answer["Location"])["Location"]
    assert Entry.objects.get(act="change_calendar").actor_account == town.operator_of_the_system.account.pk


def test_an_order_that_may_not_be_carried_out_any_more_says_so(town: Town, operator: Client) -> None:
    command = ChangeCalendar(date=date(2026, 3, 17), kind="holiday", name_ky="Айт", name_ru="Айт")
    order = order_change(command, actor=town.operator_of_the_system.actor, now=NOW - timedelta(hours=1))
    CalendarOrder.objects.update(ordered_by=town.registrar.account.pk)

    settle(0)

    order.refresh_from_db()
    assert (order.refused, order.entry_id) == ("not_allowed", None)
    page = operator.get(f"/sysadmin/reference/calendarday/ordered/{order.pk}/")
    assert "errornote" in page.content.decode()
    assert "<h1>Календарь өзгөргөн жок</h1>" in page.content.decode()
    assert "Refresh" not in page

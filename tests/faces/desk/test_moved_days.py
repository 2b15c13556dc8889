"""What moves the clock is said on the case: the calendar that changed, an appeal that came outside office hours."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.reference.models import Setting
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, change_calendar
from tests.cast import NOW, Member, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

NAMES = {"name_ky": "Орозо айт", "name_ru": "Орозо айт", "name_en": "Orozo Ait"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def case_page(member: Member, appeal: Appeal, language: str = "ky") -> str:
    client: Client = InspectingClient()
    client.force_login(member.account)
    client.cookies["til"] = language
    return text_of(client.get(f"/desk/appeals/{appeal.pk}/").content)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ky", "Мөөнөт жылды: календарь өзгөрдү"),
        ("ru", "Срок сдвинулся: изменился календарь"),
        ("en", "The day moved: the calendar changed"),
    ],
)
def test_the_history_says_what_moved_and_why(town: Town, language: str, words: str) -> None:
    appeal = appeals.assigned(town)
    operator = town.operator_of_the_system.actor
    change_calendar(ChangeCalendar(date=date(2026, 3, 17), kind="holiday", **NAMES), actor=operator, now=NOW)

    page = case_page(town.executor, appeal, language)

    name = NAMES[f"name_{language}"]
    assert f"{words}: 31.03.2026 → 01.04.2026 (17.03.2026 {name})" in page


def test_a_day_taken_back_is_called_an_ordinary_day(town: Town) -> None:
    operator = town.operator_of_the_system.actor
    change_calendar(ChangeCalendar(date=date(2026, 3, 17), kind="holiday", **NAMES), actor=operator, now=NOW)
    appeal = appeals.assigned(town)
    change_calendar(ChangeCalendar(date=date(2026, 3, 17), kind=""), actor=operator, now=NOW)

    assert "01.04.2026 → 31.03.2026 (17.03.2026 an ordinary day again)" in case_page(
        town.executor, appeal, "en"
    )


def test_both_times_of_receipt_stand_on_the_case(town: Town) -> None:
    Setting.objects.filter(code="received_outside_hours_counts_next").update(value="yes")
    Body.objects.filter(pk=town.body.pk).update(hours={"winter_hours": "09:00-18:00"})
    appeal = appeals.received(town, now=datetime(2026, 3, 7, 11, 0, tzinfo=BISHKEK))  # a Saturday

    page = case_page(town.registrar, appeal, "en")

    assert "Came outside office hours 07.03.2026 11:00" in page
    assert "Counts as received 09.03.2026 9:00" in page

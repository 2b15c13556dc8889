"""A holiday announced days before: the operator sees what it moves and enters it, the executor reads of it, finds the
new day in the case, and so does the citizen; a closed case keeps its day."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.factories import appeals
from tests.journeys.conftest import Clock
from tests.journeys.walking import DESK, Site, deliver_letters, sign_in

pytestmark = pytest.mark.browser

DAY = {
    "date": "17.03.2026",
    "name_ky": "Орозо айт",
    "name_ru": "Орозо айт",
    "name_en": "Orozo Ait",
    "source": "https://example.org/decree",
}


def test_a_late_holiday(site: Site, clock: Clock) -> None:
    closed = appeals.answered(site.town)
    appeal = appeals.assigned(site.town)
    clock.forward(days=2, hours=1)

    enter_the_day(site, appeal)
    the_executor_is_told_and_sees_it(site, appeal)
    the_citizen_sees_it(site, appeal)

    assert Appeal.objects.get(pk=closed.pk).consideration_due_on == date(2026, 3, 31)


def enter_the_day(site: Site, appeal: Appeal) -> None:
    page = site.visitor(viewport=DESK)
    sign_in(page, site.town.operator_of_the_system)
    page.goto("/sysadmin/reference/calendarday/add/")
    for name, value in DAY.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=kind]").select_option("holiday")
    page.locator("[name=status]").select_option("verified")
    page.locator("[name=_save]").click()

    expect(page.locator("#moved")).to_contain_text(appeal.number)
    expect(page.locator("#moved")).to_contain_text("01.04.2026")
    assert Appeal.objects.get(pk=appeal.pk).due_on == date(2026, 3, 31)
    page.locator("[name=_confirmed]").click()
    page.wait_for_url("**/calendarday/moved/*/")
    expect(page.locator("#moved")).to_contain_text("01.04.2026")


def the_executor_is_told_and_sees_it(site: Site, appeal: Appeal) -> None:
    mail.outbox.clear()
    deliver_letters()
    letter = next(m for m in mail.outbox if m.to == [site.town.executor.email] and "→" in str(m.body))
    assert f"{appeal.number}: 31.03.2026 → 01.04.2026" in str(letter.body)

    page = site.member(site.town.executor)
    page.goto(f"/desk/appeals/{appeal.pk}/")
    expect(page.locator(".timeline").first).to_contain_text(
        "Мөөнөт жылды: календарь өзгөрдү: 31.03.2026 → 01.04.2026 (17.03.2026 Орозо айт)"
    )


def the_citizen_sees_it(site: Site, appeal: Appeal) -> None:
    page: Page = site.visitor(script=False)
    page.goto("/track/")
    page.locator("#number").fill(appeal.tracking_number)
    page.locator("#secret").fill(secret_for(appeal.submission_key))
    page.locator("form.read button").click()

    now = page.locator("section[aria-labelledby=now]")
    expect(now).to_contain_text("1-апрель")
    expect(now).to_contain_text("Орозо айт")

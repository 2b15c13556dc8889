"""The analysis of October: the registrar prepares it and writes in Kyrgyz and Russian, the akim approves and publishes it,
anybody reads it in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from kairyluu.data.analyses.models import Analysis
from kairyluu.rules.workdays import BISHKEK
from tests.cast import NOW
from tests.factories import appeals
from tests.journeys.conftest import Clock
from tests.journeys.walking import DESK, Site, sign_in

pytestmark = pytest.mark.browser
OCTOBER = datetime(2026, 10, 6, 10, 0, tzinfo=BISHKEK)
NOVEMBER = datetime(2026, 11, 3, 9, 0, tzinfo=BISHKEK)


def test_the_analysis_of_october(site: Site, clock: Clock) -> None:
    for _ in range(6):
        appeals.received(site.town, now=OCTOBER)
    clock.forward(seconds=(NOVEMBER - NOW).total_seconds())

    page = site.visitor(viewport=DESK)
    sign_in(page, site.town.registrar)
    address = prepare_and_write(page)
    approve_and_publish(site, address)
    read_by_anybody(site)


def prepare_and_write(page: Page) -> str:
    page.goto("/watch/analyses/")
    page.locator("[name=period]").select_option("2026-10")
    page.locator("form[action$='/prepare/'] button").click()
    page.wait_for_url("**/watch/analyses/*/")
    address = page.url.partition("?")[0]
    expect(page.locator(".read")).to_contain_text("6 кайрылуу келип түштү")
    for language, words in (
        ("ky", "Эки кызматкерге сөгүш жарыяланды."),
        ("ru", "Двум сотрудникам объявлен выговор."),
    ):
        page.goto(f"{address}edit/?text={language}")
        page.locator("[name=measures]").fill(words)
        page.locator(".actions button").click()
        expect(page.locator(".read")).to_contain_text(words)
    expect(page.locator("form[action$='/approve/']")).to_have_count(0)
    return address


def approve_and_publish(site: Site, address: str) -> None:
    head = site.member(site.town.akim)
    head.goto(address)
    head.locator("form[action$='/approve/'] button").click()
    expect(head.locator("main")).to_contain_text("АЛ-Т-2026-0001")
    head.locator("form[action$='/publish/'] button").click()
    expect(head.locator("form[action$='/publish/']")).to_have_count(0)
    assert Analysis.objects.get().state == "published"


def read_by_anybody(site: Site) -> None:
    citizen = site.visitor(script=False)
    citizen.goto("/analyses/")
    citizen.locator(".ledger a").first.click()
    expect(citizen.locator("main")).to_contain_text("Эки кызматкерге сөгүш жарыяланды.")
    citizen.goto(f"{citizen.url}?til=ru")
    expect(citizen.locator("h1")).to_contain_text("Анализ обращений граждан, за октябрь 2026 года")
    expect(citizen.locator("main")).to_contain_text("Двум сотрудникам объявлен выговор.")

"""From sign-up to one's own appeal: the letter, a draft written on later, an earlier appeal taken in."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.factories import appeals
from tests.journeys.conftest import Clock
from tests.journeys.filling import fill_in, open_form, send_on
from tests.journeys.walking import Site, deliver_letters

pytestmark = pytest.mark.browser

EMAIL, PASSWORD = "jazgul@example.kg", "таза-суу-2026"


def sign_up(page: Page) -> None:
    page.goto("/")
    page.locator("a[href='/cabinet/'], a[href^='/account/login/']").first.evaluate("link => link.click()")
    page.wait_for_url("**/account/login/**")
    page.locator("main a[href^='/account/signup/']").click()
    page.locator("#id_surname").fill("Үлгүбаева")
    page.locator("#id_given_name").fill("Жазгүл")
    page.locator("#id_email").fill(EMAIL)
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_role("button", name="Кабинет ачуу").click()
    page.wait_for_url("**/account/confirm-email/")


def confirm(page: Page) -> None:
    deliver_letters()
    letter = next(letter for letter in mail.outbox if letter.to == [EMAIL])
    page.goto(re.search(r"http://\S+/account/confirm-email/\S+", letter.body)[0])
    page.get_by_role("button", name="Ооба, ырастайм").click()
    page.goto("/account/login/")
    page.locator("#id_login").fill(EMAIL)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form:not([data-passkey]) button").click()
    page.wait_for_url("**/cabinet/")


def keep_a_draft(page: Page) -> None:
    open_form(page)
    assert page.locator("#surname").input_value() == "Үлгүбаева", "the form knows who is signed in"
    fill_in(page, given_name="Жазгүл", subject="Көпүрө бузулган", email=EMAIL)
    page.locator("button[name=draft]").click()
    expect(page.locator("main")).to_contain_text("Долбоор жеке кабинетиңизде сакталды.")


def test_from_sign_up_to_the_cabinet_with_two_appeals(site: Site, clock: Clock) -> None:
    page = site.visitor()
    sign_up(page)
    confirm(page)
    keep_a_draft(page)

    clock.forward(hours=3)
    page.goto("/cabinet/")
    page.get_by_role("link", name="Көпүрө бузулган", exact=True).click()
    assert page.locator("#text").input_value().startswith("Сары-Таш айылында")
    page.locator("#agree").check()
    send_on(page)
    number = page.locator(".receipt .number").first.inner_text()
    page.goto("/cabinet/")
    assert number in page.locator("#mine").locator("xpath=ancestor::section").inner_text()
    assert page.locator("a[href*='?draft=']").count() == 0, "what was sent is no draft any more"

    earlier = appeals.answered(site.town)
    page.get_by_role("link", name="Мурда жиберилген кайрылууну кошуу").click()
    page.locator("#id_number").fill(earlier.tracking_number)
    page.locator("#id_secret").fill(secret_for(earlier.submission_key))
    page.get_by_role("button", name="Кабинетке кошуу").click()
    page.wait_for_url(f"**/track/{earlier.tracking_number}/")
    assert "Насос 5-мартта оңдолду" in page.locator("main").inner_text()
    page.goto("/cabinet/")
    shown = page.locator("main").inner_text()
    assert number in shown
    assert earlier.tracking_number in shown


def test_another_cabinet_shows_nothing_of_it(site: Site) -> None:
    theirs = appeals.received(site.town, actor=site.town.citizen.actor)
    page = site.member(site.town.stranger)

    page.goto("/cabinet/appeals/")
    assert "Бул кабинеттен азырынча кайрылуу жиберилген жок." in page.locator("main").inner_text()
    page.goto(f"/track/{theirs.tracking_number}/")
    page.wait_for_url("**/track/?number=*")

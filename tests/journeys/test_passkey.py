"""A passkey with Chromium's own virtual authenticator: added once, it opens the door while the password is locked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kairyluu.data.journal.models import Entry
from tests.cast import PASSWORD
from tests.journeys.conftest import Clock
from tests.journeys.walking import DESK, Site

pytestmark = pytest.mark.browser

FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/account/login/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Кирүү", exact=True).click()


def test_a_passkey_opens_the_door_that_others_locked(site: Site, clock: Clock, settings) -> None:
    settings.SECOND_FACTOR_OBEYED = True
    page, akim = site.visitor(viewport=DESK), site.town.akim
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    finger = devices.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})["authenticatorId"]

    sign_in(page, akim.email, PASSWORD)
    page.wait_for_url("**/account/2fa/")
    page.get_by_role("link", name="Кирүү ачкычын кошуу").click()
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.get_by_role("button", name="Кирүү ачкычын кошуу").click()
    expect(page.locator("h1")).to_have_text("Камдык коддор")
    page.get_by_role("link", name="Улантуу").click()
    page.wait_for_url("**/desk/**")

    page.context.clear_cookies()
    for _ in range(6):
        sign_in(page, akim.email, "wrong-password")
    expect(page.locator("main")).to_contain_text("Өтө көп аракет")
    site.complaints.clear()  # the browser tells of each refusal
    page.get_by_role("button", name="Кирүү ачкычы менен кирүү").click()
    page.wait_for_url("**/desk/**")
    assert Entry.objects.filter(act="log_in", actor_account=akim.account.pk).count() == 2

    page.context.clear_cookies()
    devices.send("WebAuthn.clearCredentials", {"authenticatorId": finger})
    page.goto("/account/login/")
    expect(page.get_by_role("alert")).to_be_empty()
    expect(page.locator("main .error")).to_have_count(0)
    page.get_by_role("button", name="Кирүү ачкычы менен кирүү").click()
    expect(page.get_by_role("alert")).to_contain_text("кабыл алынган жок")

"""Every component in every condition is valid, and passes the rules of accessibility in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Route, sync_playwright

from tests.inspecting import InspectingClient, text_of
from tests.launching import LAUNCH

PAGES = ("/gallery/", "/gallery/desk/")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
ORIGIN = "http://kairyluu.test"

pytestmark = [pytest.mark.urls("tests.design.gallery_addresses"), pytest.mark.django_db]


def drawn(page: str, language: str) -> str:
    response = InspectingClient().get(page, {"til": language}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_the_gallery_is_valid(page: str, language: str) -> None:
    assert f'<html lang="{language}"' in drawn(page, language)


def test_the_gallery_shows_each_condition() -> None:
    page = text_of(drawn("/gallery/", "ky"))

    for words in ("2 жумуш күн өттү", "Бүгүн бүтөт", "Сакталган долбоор жок", "33–40, бардыгы 214"):
        assert words in page
    assert "<b>белги эмес</b>" in page, "somebody's words are shown as they were written"


def answer(route: Route, html: str) -> None:
    """The page's own address is answered with `html`, its static files from their folder, nothing else."""
    path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
    if path.startswith("/gallery/"):
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
    elif found := finders.find(path.removeprefix("/static/")):
        route.fulfill(path=found)
    else:
        route.abort()


ALL_BUT_COLOURS = '{rules: {"color-contrast": {enabled: false}}}'
COLOURS = '{runOnly: {type: "rule", values: ["color-contrast"]}}'
# Width, colours, what axe looks for: colours take longer than all other rules, and do not depend on the width.
LOOKS = ((390, "light", "{}"), (1280, "light", ALL_BUT_COLOURS), (1280, "dark", COLOURS))


def faults(browser: Browser, html: str, address: str, look: dict[str, Any], rules: str) -> list[str]:
    page = browser.new_page(**look)
    page.route("**/*", lambda route: answer(route, html))
    page.goto(ORIGIN + address)
    page.evaluate(AXE)
    found = page.evaluate(f"async () => (await axe.run({rules})).violations")
    sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    said = [f"{look}: {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]
    return said + ([f"{look}: scrolls sideways by {sideways} px"] if sideways > 0 else [])


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_the_gallery_is_accessible(chromium: str, address: str) -> None:
    html = drawn(address, "ky")  # before the browser: its event loop and the database do not go together
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=LAUNCH)
        found = [
            fault
            for width, scheme, rules in LOOKS
            for fault in faults(
                browser,
                html,
                address,
                {"viewport": {"width": width, "height": 900}, "color_scheme": scheme},
                rules,
            )
        ]
        browser.close()

    assert found == []

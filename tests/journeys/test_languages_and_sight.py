"""Another language keeps the page and what was typed; the version for weak eyes stays from page to page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.filling import PNG, TYPED, fill_in, open_form
from tests.journeys.walking import Site

pytestmark = pytest.mark.browser

SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("script", [True, False])
def test_a_form_half_written_goes_on_in_another_language(site: Site, script: bool) -> None:
    page = site.visitor(script=script)
    open_form(page)
    fill_in(page)
    page.locator("#file").set_input_files({"name": "насос.png", "mimeType": "image/png", "buffer": PNG})

    page.locator("button[name=til][value=ru]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("h1")).to_have_text("Отправить обращение")

    assert {name: page.locator(f"#{name}").input_value() for name in TYPED} == TYPED
    assert page.locator("input[name=kind][value=application]").is_checked()
    assert "Алай" in page.locator("#body option:checked").inner_text()
    assert "насос.png" in page.locator("#files").inner_text()
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_the_switch_keeps_the_page_and_its_filter(site: Site) -> None:
    page = site.visitor()
    page.goto("/heads/?q=Алай")

    page.locator(".langs a[lang=ru]").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")

    assert urlsplit(page.url).path == "/heads/"
    assert page.locator("input[name=q]").input_value() == "Алай"
    assert "til=" not in page.url


@pytest.mark.parametrize("script", [True, False])
def test_large_letters_on_black_stay_until_changed(site: Site, script: bool) -> None:
    page = site.visitor(script=script)
    page.goto("/heads/?q=Алай")
    usual, ground = page.evaluate(SIZE), page.evaluate(GROUND)

    page.locator("details.eye summary").click()
    page.locator("details.eye input[name=size][value='3']").check()
    page.locator("details.eye input[name=tone][value=black]").check()
    assert page.evaluate(SIZE) > usual, "a change shows at once"
    page.locator("details.eye button").click()
    page.wait_for_url("**/heads/?q=*")
    page.goto("/track/")

    assert page.evaluate(SIZE) == pytest.approx(usual * 1.5)
    assert page.evaluate(GROUND) == "rgb(0, 0, 0)" != ground
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

"""Without a mouse, in Russian, at a desk: the skip link, every field, the summary of errors, the receipt."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kairyluu.data.appeals.models import Appeal
from tests.journeys.filling import TYPED
from tests.journeys.walking import DESK, FOCUS, Site, tab_to, type_in

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def press_on(page: Page, selector: str) -> None:
    tab_to(page, page.locator(selector))
    page.keyboard.press("Enter")


def pick(page: Page, name: str) -> None:
    """By the arrow key, down to the entry with the name of the district."""
    tab_to(page, page.locator(f"#{name}"))
    for _ in range(page.locator(f"#{name} option").count()):
        page.keyboard.press("ArrowDown")
        if "Алай" in page.locator(f"#{name} option:checked").inner_text():
            return
    raise AssertionError(f"the list {name} has no Alai")


def past_the_instruction(page: Page) -> None:
    page.goto("/submit/")
    page.keyboard.press("Tab")
    assert focused(page) == "skip", "the first stop is the link to the content"
    assert page.evaluate(FOCUS)
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#agree"))
    page.keyboard.press("Space")
    press_on(page, "main form button.big")
    page.wait_for_selector("#subject")


def fill_by_keyboard(page: Page) -> None:
    """In the order in which Tab passes the fields; the telephone is forgotten."""
    pick(page, "body")
    tab_to(page, page.locator("input[name=kind]").first)
    page.keyboard.press("ArrowDown")
    for name in ("subject", "text", "surname", "given_name"):
        type_in(page, page.locator(f"#{name}"), TYPED[name])
    pick(page, "territory")
    type_in(page, page.locator("#address"), TYPED["address"])
    tab_to(page, page.locator("#agree"))
    page.keyboard.press("Space")
    press_on(page, "button.big[name=review]")


def test_an_appeal_is_sent_without_a_mouse(site: Site) -> None:
    page = site.visitor(language="ru", viewport=DESK)
    past_the_instruction(page)
    fill_by_keyboard(page)

    page.wait_for_selector(".error-summary")
    assert focused(page) == "error-summary", "the summary has the focus when the page comes"
    assert page.title().startswith("Ошибка: ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#phone"
    page.keyboard.press("Enter")
    assert focused(page) == "phone"
    assert page.evaluate(FOCUS)
    described = page.locator("#phone").get_attribute("aria-describedby") or ""
    assert "phone-e" in described
    page.keyboard.insert_text(TYPED["phone"])
    press_on(page, "button.big[name=review]")
    page.wait_for_selector("form[action='/submit/send/']")
    press_on(page, "form.read button.big:not([name])")
    page.wait_for_url("**/receipt/")

    sent = Appeal.objects.get()
    assert page.locator(".receipt .number").first.inner_text() == sent.tracking_number
    assert (sent.subject, sent.kind, sent.body.code) == (TYPED["subject"], "application", "da-o-alai")


def test_enter_in_a_field_goes_on_and_sends_nothing(site: Site) -> None:
    page = site.visitor(language="ru", viewport=DESK)
    past_the_instruction(page)

    type_in(page, page.locator("#subject"), TYPED["subject"])
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary")

    assert page.locator("#subject").input_value() == TYPED["subject"]
    assert Appeal.objects.count() == 0


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(site: Site) -> None:
    page = site.visitor()
    page.goto("/")

    tab_to(page, page.locator(".menu-open"))
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()

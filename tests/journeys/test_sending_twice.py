"""Whatever is pressed twice happens once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from tests.factories import appeals
from tests.journeys.filling import fill_in, open_form, send_on
from tests.journeys.walking import Site

pytestmark = pytest.mark.browser


def numbers_on(page: Page) -> list[str]:
    return page.locator(".receipt .number").all_inner_texts()


def review(page: Page) -> None:
    open_form(page)
    fill_in(page)
    page.locator("form.read button.big[name=review]").click()
    page.wait_for_selector("form[action='/submit/send/']")


def test_a_double_click_a_reload_and_a_way_back_make_one_appeal(site: Site) -> None:
    page = site.visitor()
    review(page)

    page.locator("form.read button.big:not([name])").dblclick(no_wait_after=True)
    expect(page.locator(".receipt")).to_be_visible()  # the second click breaks the first one's way off
    page.wait_for_load_state()
    first = numbers_on(page)
    page.reload()
    reloaded = numbers_on(page)
    page.go_back()
    page.wait_for_selector("form[action='/submit/send/']")
    page.locator("form.read button.big:not([name])").click()
    page.wait_for_url("**/receipt/")

    assert first == reloaded == numbers_on(page)
    assert [appeal.tracking_number for appeal in Appeal.objects.all()] == first[:1]


def test_another_text_under_the_same_key_is_told_and_can_become_a_new_appeal(site: Site) -> None:
    page = site.visitor()
    open_form(page)
    fill_in(page)
    send_on(page)
    page.go_back()
    page.wait_for_selector("form[action='/submit/send/']")
    page.locator("form.read button.quiet.big[name=change]").click()
    page.wait_for_selector("#subject")
    page.locator("#subject").fill("Башка маселе: жол оңдолбой калды")
    page.locator("form.read button.big[name=review]").click()
    page.locator("form.read button.big:not([name])").click()

    page.locator("button[name=anew]").click()
    page.wait_for_selector("#subject")
    assert page.locator("#subject").input_value() == "Башка маселе: жол оңдолбой калды"
    send_on(page)

    assert set(Appeal.objects.values_list("subject", flat=True)) == {
        "Айылда таза суу жок",
        "Башка маселе: жол оңдолбой калды",
    }


def test_the_second_of_two_clerks_is_told_that_the_appeal_has_its_number(site: Site) -> None:
    appeal = appeals.received(site.town)
    quick, slow = site.member(site.town.registrar), site.member(site.town.registrar)
    for page in (quick, slow):
        page.goto("/desk/inbox/")
    button = f"form[action='/desk/inbox/{appeal.pk}/register/'] button"

    quick.locator(button).click()
    expect(quick.locator("main")).to_contain_text("Катталды: № АЛ-2026-00001")
    slow.locator(button).click()
    expect(slow.locator("main .note")).to_have_count(1)

    assert "Катталды" not in slow.locator("main .note").inner_text()
    assert slow.locator("table.queue").count() == 0
    assert list(Entry.objects.filter(act="register").values_list("appeal_id", flat=True)) == [appeal.pk]

"""A near copy is justified, seen side by side by the head, returned, rewritten question by question, signed and sent; the
letter says how to disagree."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal
from tests.factories import appeals
from tests.journeys.walking import PHONE, Site
from tests.usecases.quality.test_near_copies import COPY, OWN, answered

pytestmark = pytest.mark.browser

REMARKS = "Бул башка көчөнүн жообу. Суроолорго өз-өзүнчө жооп бериңиз."


def test_a_near_copy_is_returned_and_rewritten(site: Site) -> None:
    town = site.town
    earlier, appeal = answered(town), appeals.assigned(town)
    address = f"/desk/appeals/{appeal.pk}/"

    list_the_questions(site.member(town.registrar), address)
    executor = site.member(town.executor, viewport=PHONE)
    copy_an_answer(executor, address, earlier)
    return_it(site.member(town.akim), address)
    rewrite(executor, address)
    head = site.member(town.akim)
    head.goto(address)
    head.get_by_role("button", name="Кол коюу", exact=True).click()
    written = send(site.member(town.registrar), address)

    assert "Түтүк 1978-жылы салынган." in written
    assert "жогору турган органдан" in written or "жогору турган органга" in written
    assert town.above.name("ky") in written
    assert "чейин (ошол күн да кирет)" in written


def list_the_questions(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Суроолорду тизмелөө").click()
    page.locator("#list_questions-questions").fill("Суу эмне үчүн жок?")
    page.get_by_role("button", name="Суроолорду сактоо").click()
    expect(page.locator("#questions + ol")).to_contain_text("Суу эмне үчүн жок?")


def copy_an_answer(page: Page, address: str, earlier: Appeal) -> None:
    page.goto(address)
    fill(page, COPY)
    page.get_by_role("button", name="Сактап, салыштыруу").click()
    expect(page.locator("h1")).to_have_text("Долбоор жана мурунку жооптор")
    expect(page.locator("main")).to_contain_text(f"окшош: № {earlier.number} жооп")
    assert page.locator("mark").count() >= 2
    page.goto(address)
    page.get_by_role("button", name="Жетекчиге кол коюуга жөнөтүү").click()
    expect(page.locator(".error-summary")).to_contain_text("эмне үчүн туура экенин жазыңыз")
    page.locator("#draft_answer-copy_reason").fill("Ошол эле насос.")
    page.get_by_role("button", name="Жетекчиге кол коюуга жөнөтүү").click()
    expect(page.locator("#draft_answer-text")).to_have_count(0)


def return_it(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Ошол эле насос.")
    page.get_by_role("link", name="Катар коюп көрүү").click()
    assert page.locator("mark").count() >= 2
    page.goto(address)
    page.locator("#return_answer-remarks").fill(REMARKS)
    page.get_by_role("button", name="Эскертүү менен кайтаруу").click()
    expect(page.locator("#return_answer-remarks")).to_have_count(0)


def rewrite(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("main")).to_contain_text(REMARKS)
    fill(page, OWN)
    page.get_by_role("button", name="Жетекчиге кол коюуга жөнөтүү").click()
    expect(page.locator("#draft_answer-text")).to_have_count(0)


def fill(page: Page, text: str) -> None:
    """The draft with the answer to the one question."""
    page.locator("#draft_answer-text").fill(text)
    page.locator("#draft_answer-outcome").select_option("explained")
    page.locator("#draft_answer-answer_1").fill("Түтүк 1978-жылы салынган.")
    page.locator("#draft_answer-norm_1").fill("Суу кодекси, 22-берене")
    page.locator("#draft_answer-measure_1").fill("Жарылган жери ширетилди.")
    page.locator("#draft_answer-done_by_1").fill("2026-03-09")


def send(page: Page, address: str) -> str:
    """The words of the letter."""
    page.goto(address)
    page.get_by_role("button", name="Жоопту жөнөтүү").click()
    page.wait_for_selector("text=АЛ-Ж-2026-00002")
    link = page.get_by_role("link", name="Кат, PDF").first
    found = page.request.get(str(link.get_attribute("href")).replace("?show", ""))
    pdf = PdfReader(BytesIO(found.body()))
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())

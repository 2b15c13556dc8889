"""The whole story: sent from a phone without script, registered by keyboard, resolved, drafted, returned, signed,
sent, read; and a stranger who sees nothing of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from django.core import mail
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import Clock
from tests.journeys.filling import PNG, fill_in
from tests.journeys.walking import DESK, Site, deliver_letters, sign_in, tab_to

pytestmark = pytest.mark.browser

FIRST_DRAFT = "Урматтуу Айгүл Токтосуновна! Насос оңдолду."
ANSWER = "Урматтуу Айгүл Токтосуновна! Насос 5-мартта оңдолду, сууга 6-марттан бери басым берилди."
REMARKS = "Качан оңдолгонун жазыңыз."
NO_SUCH = "Мындай номер менен коддун экөө бирге келген кайрылуу жок"


@dataclass(frozen=True)
class Receipt:
    number: str
    secret: str


def test_from_the_phone_to_the_answer(site: Site, clock: Clock) -> None:
    town, citizen = site.town, site.visitor(script=False)

    receipt = send_from_a_phone(citizen)
    case, registered = register_by_keyboard(site, receipt)
    clock.forward(hours=2)
    resolve(site, case)
    draft(site, case, FIRST_DRAFT, "")
    return_once(site, case)
    draft(site, case, ANSWER, REMARKS)
    sign(site, case)
    clock.forward(days=1)
    outgoing = send(site, case)

    deliver_letters()
    read_the_letter(receipt, outgoing)
    read_the_answer(citizen, receipt, registered, outgoing)
    a_stranger_sees_nothing(site, receipt, case)
    assert town.akim.official.surname in citizen.locator("article.letter .sign").inner_text()


def send_from_a_phone(page: Page) -> Receipt:
    page.goto("/")
    page.get_by_role("link", name="Кайрылуу жиберүү").first.click()
    expect(page.locator("h1")).to_have_text("Кайрылууну кантип жиберүү керек")
    page.get_by_role("button", name="Кайрылууга өтүү").click()
    assert "Нускама менен тааныштым" in page.locator(".error-summary").inner_text()
    page.get_by_label("Нускама менен тааныштым").check()
    page.get_by_role("button", name="Кайрылууга өтүү").click()
    expect(page.locator("h1")).to_have_text("Кайрылуу жиберүү")
    fill_in(page)
    page.get_by_label("Файл тиркөө").set_input_files(
        {"name": "насос.png", "mimeType": "image/png", "buffer": PNG}
    )
    page.get_by_role("button", name="Текшерүүгө өтүү").last.click()
    expect(page.locator("h1")).to_have_text("Текшерип жиберүү")
    assert "насос.png" in page.locator("main").inner_text()
    page.get_by_role("button", name="Кайрылууну жиберүү").last.click()
    expect(page.locator("h1")).to_have_text("Кайрылууңуз кабыл алынды")
    number, secret = page.locator(".receipt .number").all_inner_texts()
    return Receipt(number, secret)


def register_by_keyboard(site: Site, receipt: Receipt) -> tuple[str, str]:
    """The address of the case and the registration number; not one movement of the mouse."""
    page = site.visitor(viewport=DESK)
    sign_in(page, site.town.registrar)
    tab_to(page, page.locator("nav.rail a[href='/desk/inbox/']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/inbox/")
    assert receipt.number in page.locator("table.queue").inner_text()
    tab_to(page, page.get_by_role("link", name="Айылда таза суу жок"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/appeals/**")
    case = page.url
    tab_to(page, page.locator("#register-topic"))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Каттоо", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_selector("text=АЛ-2026-00001")
    assert "насос.png" in page.locator("main").inner_text()
    return case, "АЛ-2026-00001"


def resolve(site: Site, case: str) -> None:
    page = site.member(site.town.akim)
    page.goto("/desk/")
    page.locator("nav.rail a[href='/desk/lists/to-resolve/']").click()
    page.get_by_role("link", name="Айылда таза суу жок").click()
    assert page.url == case
    page.locator("#resolve-text").fill("Жеринде текшерип, жооп даярдаңыз.")
    page.locator("#resolve-lead").select_option(site.town.executor.official.code)
    page.get_by_role("button", name="Резолюция коюу").click()
    expect(page.locator("#resolution ~ .note")).to_contain_text("Жеринде текшерип")


def draft(site: Site, case: str, text: str, remarks: str) -> None:
    page = site.member(site.town.executor)
    page.goto(case)
    assert remarks in page.locator("main").inner_text()
    page.locator("#draft_answer-text").fill(text)
    page.locator("#draft_answer-outcome").select_option("satisfied")
    page.locator("#draft_answer-measures").fill("Насос алмаштырылды.")
    page.get_by_role("button", name="Жетекчиге кол коюуга жөнөтүү").click()
    expect(page.locator("#draft_answer-text")).to_have_count(0)


def return_once(site: Site, case: str) -> None:
    page = site.member(site.town.akim)
    page.goto(case)
    assert FIRST_DRAFT in page.locator("main").inner_text()
    page.locator("#return_answer-remarks").fill(REMARKS)
    page.get_by_role("button", name="Эскертүү менен кайтаруу").click()
    expect(page.locator("#return_answer-remarks")).to_have_count(0)


def sign(site: Site, case: str) -> None:
    page = site.member(site.town.akim)
    page.goto(case)
    assert ANSWER in page.locator("main").inner_text()
    page.get_by_role("button", name="Кол коюу", exact=True).click()
    expect(page.get_by_role("button", name="Кол коюу", exact=True)).to_have_count(0)


def send(site: Site, case: str) -> str:
    """The outgoing number."""
    page = site.member(site.town.registrar)
    page.goto(case)
    page.get_by_role("button", name="Жоопту жөнөтүү").click()
    page.wait_for_selector("text=АЛ-Ж-2026-00001")
    return "АЛ-Ж-2026-00001"


def read_the_letter(receipt: Receipt, outgoing: str) -> None:
    """Three letters to the citizen: received, registered, answered."""
    mine = [letter for letter in mail.outbox if letter.to == ["aigul@example.org"]]

    assert len(mine) == 3
    assert all(receipt.number in letter.body for letter in mine)
    assert outgoing in mine[-1].body
    assert not any(receipt.secret in letter.body for letter in mine), "a secret never travels by e-mail"


def read_the_answer(page: Page, receipt: Receipt, registered: str, outgoing: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Кайрылууну текшерүү").first.click()
    page.locator("#number").fill(receipt.number)
    page.locator("#secret").fill(receipt.secret)
    page.get_by_role("button", name="Кайрылууну көрсөтүү").click()
    words = page.locator("main").inner_text()
    assert all(part in words for part in (ANSWER, registered, outgoing))
    assert FIRST_DRAFT not in words
    assert REMARKS not in words
    assert receipt.secret.replace(" ", "") not in page.url
    with page.expect_download() as letter:
        page.get_by_role("link", name=re.compile(r"\.pdf$")).click()
    pdf = PdfReader(BytesIO(Path(letter.value.path()).read_bytes()))
    written = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    assert outgoing in written
    assert "Насос 5-мартта оңдолду" in written


def a_stranger_sees_nothing(site: Site, receipt: Receipt, case: str) -> None:
    for page in (site.visitor(), site.member(site.town.stranger), site.member(site.town.foreign_registrar)):
        paths = [f"/track/{receipt.number}/", case, f"{case}letter.pdf", "/desk/lists/all/", "/cabinet/"]
        for path in paths:
            page.goto(path)
            words = page.locator("body").inner_text()
            assert "Айылда таза суу жок" not in words, path
            assert "Үлгүбаева Айгүл" not in words, path
        page.goto(f"/track/?number={receipt.number}")
        page.locator("#secret").fill("1111 1111 1111")
        page.get_by_role("button", name="Кайрылууну көрсөтүү").click()
        expect(page.locator(".error-summary")).to_contain_text(NO_SUCH)
        assert page.request.get(f"{case}letter.pdf").headers["content-type"].startswith("text/html")

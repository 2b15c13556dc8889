"""What a citizen types into the form, and where."""

from __future__ import annotations

from playwright.sync_api import Page

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
TYPED = {
    "subject": "Айылда таза суу жок",
    "text": "Сары-Таш айылында үч жумадан бери таза суу жок.\nНасос иштебейт. Оңдоп берүүңүздөрдү суранам.",
    "surname": "Үлгүбаева",
    "given_name": "Айгүл",
    "patronymic": "Токтосуновна",
    "address": "Гүлчө айылы, Манас көчөсү, 5",
    "phone": "0700 12 34 56",
    "email": "aigul@example.org",
}


def open_form(page: Page) -> None:
    """Past the instruction, in whatever language."""
    page.goto("/submit/")
    page.locator("#agree").check()
    page.locator("main form button.big").click()
    page.wait_for_url("**/submit/")


def fill_in(page: Page, **changes: str) -> None:
    choose(page, "body")
    page.locator("input[name=kind][value=application]").check()
    choose(page, "territory")
    for name, value in (TYPED | changes).items():
        page.locator(f"#{name}").fill(value)
    page.locator("input[name=reply_language][value=ky]").check()
    page.locator("#agree").check()


def choose(page: Page, name: str) -> None:
    """The first entry of the list with the name of the district, in any language."""
    entries = page.locator(f"#{name} option").all_inner_texts()
    wanted = next(words for words in entries if "Алай" in words or "Alai" in words)
    page.locator(f"#{name}").select_option(label=wanted)


def send_on(page: Page) -> None:
    """From the form over the review to the receipt."""
    page.locator("form.read button.big[name=review]").click()
    page.wait_for_selector("form[action='/submit/send/']")
    page.locator("form.read button.big:not([name])").click()
    page.wait_for_url("**/receipt/")

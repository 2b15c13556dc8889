"""How a person walks through the pages: contexts that note every complaint, a keyboard, letters that arrive."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

from kairyluu.data.outbox.models import Notice
from kairyluu.faces.clockwork.notice_tasks import drain
from tests.cast import PASSWORD, Member, Town

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
MOST_TABS = 150

# What a page does at intervals it does ten times as often: nobody waits for it.
HASTE = "const every = setInterval; setInterval = (act, pause, ...more) => every(act, pause / 10, ...more);"

FOCUS = """() => {
  const seen = getComputedStyle(document.activeElement);
  const ring = parseFloat(seen.outlineWidth) >= 2 && seen.outlineStyle !== "none";
  return ring || seen.boxShadow !== "none";
}"""


class Site:
    """Pages of one run; `complaints` are errors in the console, errors of scripts and requests to other hosts."""

    def __init__(self, browser: Browser, address: str, town: Town) -> None:
        self.browser = browser
        self.address = address
        self.town = town
        self.complaints: list[str] = []
        self.contexts: list[BrowserContext] = []

    def visitor(self, *, language: str = "ky", script: bool = True, **options: Any) -> Page:
        """A new browser profile; on a phone unless told otherwise."""
        settings = {"viewport": PHONE, "reduced_motion": "reduce"} | options
        context = self.browser.new_context(
            base_url=self.address, java_script_enabled=script, locale=f"{language}-KG", **settings
        )
        context.set_default_timeout(15_000)
        if language != "ky":
            context.add_cookies([{"name": "til", "value": language, "url": self.address}])
        context.on("request", self._watch_request)
        context.on("console", self._watch_console)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        self.contexts.append(context)
        return context.new_page()

    def member(self, member: Member, **options: Any) -> Page:
        """A profile in which the member is signed in, without the pages of the door."""
        page = self.visitor(**{"viewport": DESK} | options)
        enter(page, member, self.address)
        return page

    def hasty_member(self, member: Member) -> Page:
        """For stories that wait until a page asks or saves again."""
        page = self.member(member)
        page.context.add_init_script(HASTE)
        return page

    def _watch_request(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("data", "blob", "about"):
            return
        if not request.url.startswith(f"{self.address}/"):
            self.complaints.append(f"another host: {request.url}")

    def _watch_console(self, message: ConsoleMessage) -> None:
        """An answer of 4xx is noted by the browser itself; whether it was right is the test's question."""
        is_status = message.text.startswith("Failed to load resource") and " 4" in message.text
        is_page = not urlsplit(message.location["url"]).path.startswith("/static/")
        if message.type in ("error", "warning") and not (is_status and is_page):
            self.complaints.append(
                f"console: {message.text} at {message.location['url'] or message.page and message.page.url}"
            )

    def close(self) -> list[str]:
        for context in self.contexts:
            context.close()
        return self.complaints


def enter(page: Page, member: Member, address: str) -> None:
    client = Client()
    client.force_login(member.account)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": address}])


def tab_to(page: Page, wanted: Locator) -> None:
    """By Tab alone, with the ring of focus in sight at the end of the way."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            assert page.evaluate(FOCUS), f"focus cannot be seen on {wanted}"
            return
    raise AssertionError(f"Tab never came to {wanted}")


def type_in(page: Page, wanted: Locator, text: str) -> None:
    tab_to(page, wanted)
    page.keyboard.insert_text(text)


def sign_in(page: Page, member: Member) -> None:
    """Through the door, by keyboard alone; the first field has the focus or is found by Tab."""
    page.goto("/account/login/")
    type_in(page, page.locator("#id_login"), member.email)
    type_in(page, page.locator("#id_password"), PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/account/login/" not in url)


def deliver_letters() -> None:
    """What the worker does: every waiting letter is handed to the post."""
    for channel in (
        Notice.objects.filter(state="waiting").order_by("channel").values_list("channel").distinct()
    ):
        drain(*channel)


def cut_off(page: Page) -> None:
    """No connection, neither for the pages nor for the worker behind them: that one is told a moment later, and would
    carry a click to the server meanwhile."""
    page.context.set_offline(True)
    asked = "fetch(registration.scope + 'blank/', {cache: 'no-store'}).then(() => false, () => true)"
    for _ in range(100):
        if all(worker.evaluate(asked) for worker in page.context.service_workers):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the worker still reaches the server")

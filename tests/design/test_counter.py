"""The counter of a limited text, in a real browser: counts as the server does, and says when it is too long."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

from tests.launching import LAUNCH

PAGE = (
    '<textarea id="text">\nа\nб</textarea><p class="counter"><output for="text">9 / 5</output></p>'
    '<textarea id="free"></textarea>'
)


@pytest.mark.browser
def test_letters_are_counted_while_they_are_typed(chromium: str) -> None:
    script = Path(str(finders.find("design/counter.js")))
    assert script.stat().st_size <= 2048

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=LAUNCH)
        page = browser.new_page()
        page.set_content(PAGE)
        page.add_script_tag(content=script.read_text())
        seen = [page.inner_html("output")]
        for words in ("бирөө", "🙂🙂🙂🙂🙂", "алтоо1", ""):
            page.fill("#text", words)
            seen.append(page.inner_html("output"))
        browser.close()

    assert seen == ["3 / 5", "5 / 5", "5 / 5", '<b class="over">6 / 5</b>', "0 / 5"]

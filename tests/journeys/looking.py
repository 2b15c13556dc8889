"""Looking at a page that stands in the browser: the rules of accessibility, its width, its picture."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

# Without preloading: it copies stylesheets into the page, and the content policy rightly objects.
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = """async ([tags, contrast]) => (await axe.run({
  runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false,
  rules: {"color-contrast": {enabled: contrast}}})).violations"""
WIDTHS = (320, 390, 1280)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# With a folder named here every page looked at leaves its picture: for eyes, never for the tests.
PICTURES = os.environ.get("KAIRYLUU_SCREENSHOTS", "")


def look_at(
    pages: Iterable[tuple[str, Page]], face: str, *, width: int = 1280, contrast: bool = True
) -> list[str]:
    """A sentence for every fault of every page; each is looked at before the next step is taken. Weighing the colours
    takes longer than all other rules together; `contrast=False` where the same page was weighed at this width."""
    said: list[str] = []
    for name, page in pages:
        said += [f"{face} {name}: {fault}" for fault in _faults(page, width, contrast)]
        if PICTURES:
            _picture(page, f"{face}-{name}")
    return said


def _faults(page: Page, width: int, contrast: bool) -> list[str]:
    said = []
    for each in sorted(WIDTHS, key=width.__eq__):  # the one at which it is weighed comes last and stays
        page.set_viewport_size({"width": each, "height": 900})
        if (over := page.evaluate(SIDEWAYS)) > 0:
            said.append(f"scrolls sideways by {over} px at {each} px")
    page.evaluate(AXE)
    return said + [_sentence(found) for found in page.evaluate(RUN, [TAGS, contrast])]


def _sentence(found: dict[str, Any]) -> str:
    return f"{found['id']} ({len(found['nodes'])}): {found['nodes'][0]['html'][:200]}"


def _picture(page: Page, name: str) -> None:
    language = page.locator("html").get_attribute("lang")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        file = re.sub(r"[^\w-]+", "-", f"{name}-{language}-{width}")
        page.screenshot(path=f"{PICTURES}/{file}.png", full_page=True)

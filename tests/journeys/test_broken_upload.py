"""A photograph over a link that breaks: it goes on from where it stopped, after a pause and after a reload."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from kairyluu.data.appeals.models import Appeal, Attachment, PartialUpload
from tests.journeys.filling import fill_in, open_form, send_on
from tests.journeys.looking import look_at
from tests.journeys.walking import PHONE, Site

pytestmark = pytest.mark.browser

PIECES = "**/submit/uploads/*/"
SCAN = b"%PDF-1.7\n" + bytes(range(256)) * 2400 + b"\n%%EOF\n"
PAPER: Any = {"name": "план.pdf", "mimeType": "application/pdf", "buffer": SCAN}


class Link:
    """Carries so many pieces, then none; notes where each piece began. Questions pass."""

    def __init__(self, page: Page) -> None:
        self.left = 2
        self.offsets: list[int] = []
        page.route(PIECES, self.carry)

    def carry(self, route: Route) -> None:
        if route.request.method == "PATCH":
            if self.left <= 0:
                return route.abort("connectionreset")
            self.offsets.append(int(route.request.headers["upload-offset"]))
            self.left -= 1
        route.continue_()


def chosen(page: Page, tmp_path: Any) -> None:
    """A file of the disk: it keeps its time stamp, by which it is known again."""
    place = tmp_path / PAPER["name"]
    if not place.exists():
        place.write_bytes(SCAN)
    page.locator("#file").set_input_files(place)


def test_a_file_goes_on_after_a_break_and_after_a_reload(site: Site, tmp_path: Any) -> None:
    page = site.visitor()
    open_form(page)
    link = Link(page)
    told = page.locator("#uploading .hint")

    chosen(page, tmp_path)
    expect(told).to_contain_text("Байланыш үзүлдү")
    assert look_at([("broken", page)], "portal", width=PHONE["width"]) == []
    page.locator("form.read button.big[name=review]").click()
    expect(page.locator("#file-e")).to_contain_text("Файл дагы жөнөтүлүп жатат")
    received = PartialUpload.objects.get().received
    assert 0 < received < len(SCAN)

    page.reload()
    expect(told).to_contain_text("Ошол эле файлды кайра тандаңыз")
    link.left = 99
    chosen(page, tmp_path)
    expect(page.locator("#files ul.files")).to_contain_text("план.pdf")
    expect(told).to_contain_text("Файл тиркелди")
    assert received in link.offsets, "it went on from where it had stopped"
    assert link.offsets == sorted(set(link.offsets)), "no piece that was here came again"

    fill_in(page)
    send_on(page)
    file = Attachment.objects.get()
    assert (file.appeal, file.sha256) == (Appeal.objects.get(), hashlib.sha256(SCAN).hexdigest())
    site.complaints[:] = [said for said in site.complaints if "ERR_CONNECTION_RESET" not in said]


def test_a_file_can_be_stopped_and_a_wrong_one_gets_its_sentence(site: Site, tmp_path: Any) -> None:
    page = site.visitor(language="ru")
    open_form(page)
    page.locator("#subject").fill("Дорога")
    link = Link(page)

    chosen(page, tmp_path)
    expect(page.locator("#uploading .hint")).to_contain_text("Связь прервалась")
    page.locator("#uploading button").click()
    expect(page.locator("#uploading progress")).to_be_hidden()
    link.left = 99
    page.locator("#file").set_input_files({"name": "кот.exe", "mimeType": "x/y", "buffer": b"MZ" * 40})

    expect(page.locator("#file-e")).to_contain_text("«кот.exe» не принят")
    assert page.locator("#subject").input_value() == "Дорога"
    assert not Attachment.objects.exists()
    site.complaints[:] = [said for said in site.complaints if "ERR_CONNECTION_RESET" not in said]

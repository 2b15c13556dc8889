"""A real browser before the real pages: the live server with the company of tests/cast.py and a clock of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from kairyluu.data.reference.models import ContentPage
from kairyluu.reports import keeping
from kairyluu.usecases.reference.tables import values_of
from kairyluu.usecases.reference.texts import CONTENT, read_texts
from tests.cast import NOW
from tests.factories.reference import DATA
from tests.journeys.walking import Site
from tests.keeping_town import KeptTown
from tests.launching import LAUNCH


class Clock:
    """Ticks on from `NOW`; both the test and the server's threads read it."""

    def __init__(self) -> None:
        self.moved = timedelta()
        self.began = time.monotonic()

    def __call__(self) -> datetime:
        return NOW + self.moved + timedelta(seconds=time.monotonic() - self.began)

    def forward(self, **by: float) -> None:
        self.moved += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    ticking = Clock()
    monkeypatch.setattr("django.utils.timezone.now", ticking)
    return ticking


class Held:
    """One browser for all journeys that follow each other. It is not kept longer: Playwright's event loop lives in this
    thread, and Django would take every query of other tests for one from inside a loop."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.browser: Browser | None = None

    def started(self, chromium: str) -> Browser:
        if self.browser is None or not self.browser.is_connected():
            self.end()
            patch = self.stack.enter_context(pytest.MonkeyPatch.context())
            patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
            play = self.stack.enter_context(sync_playwright())
            self.browser = play.chromium.launch(executable_path=chromium, args=LAUNCH)
            self.stack.callback(self.browser.close)
        return self.browser

    def end(self) -> None:
        self.browser = None
        self.stack.close()


HELD = Held()


@pytest.fixture
def browser(chromium: str, django_db_setup: None) -> Browser:
    return HELD.started(chromium)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Iterator[None]:
    try:
        yield
    finally:
        if "browser" not in getattr(nextitem, "fixturenames", ()):
            HELD.end()


@pytest.fixture
def site(
    browser: Browser,
    live_server: LiveServer,
    transactional_db: None,
    kept_town: KeptTown,
    clock: Clock,
    settings: LazySettings,
) -> Iterator[Site]:
    """The portal with its real texts, and the town; whatever the walk did, no page may have complained."""
    settings.BASE_URL = live_server.url
    keeping.forget()
    town = kept_town.settle()
    pages = [ContentPage(**values_of(CONTENT, record)) for record in read_texts(DATA / "content")]
    ContentPage.objects.bulk_create(pages)
    opened = Site(browser, live_server.url, town)
    yield opened
    complaints = opened.close()
    assert complaints == [], "the browser complained, or asked another host"

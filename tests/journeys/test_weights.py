"""Page weights: what a slow line carries. Each page's HTML and the published stylesheet, compressed by gzip at its best,
stay within the limits that were drawn up with the mock-ups (HTML there, and the room left for real words)."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from kairyluu.data.reference.models import ContentPage
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.reference.tables import values_of
from kairyluu.usecases.reference.texts import CONTENT, read_texts
from kairyluu.wiring.stylesheets import lean
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.factories.reference import DATA
from tests.journeys.filling import TYPED

FIRST_ROUND_TRIPS = 14_336  # bytes that arrive before a server waits for the first acknowledgement
FIRST_VISIT = 50 * 1024

# Page -> how many bytes of HTML and stylesheet together; a page of officials comes over an office line.
LIMITS = {
    "home": FIRST_ROUND_TRIPS,
    "instruction": FIRST_ROUND_TRIPS,
    "submit": FIRST_ROUND_TRIPS,
    "errors": FIRST_ROUND_TRIPS + 512,
    "receipt": FIRST_ROUND_TRIPS,
    "track": FIRST_ROUND_TRIPS,
    "heads": FIRST_ROUND_TRIPS,
    "statistics": FIRST_ROUND_TRIPS + 1_536,  # nobody begins here; the sheet of the pictures comes with it
    "cabinet": FIRST_ROUND_TRIPS,
    "queue": FIRST_ROUND_TRIPS,
    "case": FIRST_ROUND_TRIPS + 512,  # who opens a case has both sheets since his first page
}
FORM = TYPED | {
    "submission_key": "0c0b1c70-1111-4222-8333-444455556666",
    **{"body": "da-o-alai", "kind": "application", "territory": "kg-o-alai", "who": "person"},
    **{"reply_language": "ky", "agree": "on"},
}


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def published(name: str) -> bytes:
    found = finders.find(f"design/{name}")
    assert isinstance(found, str)
    with open(found, encoding="utf-8") as file:
        text = file.read()
    return (lean(text) if name.endswith(".css") else text).encode()


@pytest.fixture
def street(town: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    """The town with the real texts, eight appeals in its lists and one of a citizen with an account."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    pages = [ContentPage(**values_of(CONTENT, record)) for record in read_texts(DATA / "content")]
    ContentPage.objects.bulk_create(pages)
    for _ in range(8):
        appeals.received(town, actor=town.citizen.actor)
    return town


def signed_in(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(getattr(town, who).account)
    return client


def agreed() -> Client:
    client = Client()
    client.post("/instruction/", {"agree": "on"})
    return client


def receipt(town: Town) -> bytes:
    client = agreed()
    return bytes(client.post("/submit/send/", FORM, follow=True).content)


def track(town: Town) -> bytes:
    appeal = appeals.answered(town)
    secret = secret_for(appeal.submission_key).replace(" ", "")
    return bytes(Client().get(f"/t/{appeal.tracking_number}/{secret}/", follow=True).content)


def case(town: Town) -> bytes:
    appeal = appeals.returned(town, with_co_executor=True)
    return bytes(signed_in(town, "executor").get(f"/desk/appeals/{appeal.pk}/").content)


PAGES: dict[str, Callable[[Town], bytes]] = {
    "home": lambda town: Client().get("/").content,
    "instruction": lambda town: Client().get("/instruction/").content,
    "submit": lambda town: agreed().get("/submit/").content,
    "errors": lambda town: agreed().post("/submit/", {"more": "1"}).content,
    "receipt": receipt,
    "track": track,
    "heads": lambda town: Client().get("/heads/").content,
    "statistics": lambda town: Client().get("/statistics/").content,
    "cabinet": lambda town: signed_in(town, "citizen").get("/cabinet/").content,
    "queue": lambda town: signed_in(town, "registrar").get("/desk/inbox/").content,
    "case": case,
}


@pytest.mark.parametrize("page", LIMITS)
def test_a_page_arrives_with_the_first_packets(street: Town, page: str) -> None:
    html = PAGES[page](street)
    assert b"<h1" in html

    staff = packed(published("staff.css")) if b"design/staff" in html else 0
    charts = packed(published("charts.css")) if b"design/charts" in html else 0
    weight = packed(html) + packed(published("kit.css")) + staff + charts

    assert weight <= LIMITS[page], f"{page}: {weight} bytes, of them {packed(html)} HTML"


def test_a_first_visit_is_small(street: Town) -> None:
    """Page, stylesheet, mark and, where script runs, the counter and what sends files in pieces."""
    rest = sum(packed(published(name)) for name in ("kit.css", "mark.svg", "counter.js", "uploading.js"))

    assert packed(PAGES["submit"](street)) + rest <= FIRST_VISIT

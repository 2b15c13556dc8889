"""The page of the form stays light with the whole directory; languages by choice, never by the browser's wish."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.usecases.reference import tables
from kairyluu.wiring.stylesheets import lean
from tests.cast import Town
from tests.factories import reference
from tests.inspecting import InspectingClient

BUDGET = 14_336
KIT = Path(__file__).parents[3] / "src/kairyluu/design/static/design/kit.css"


def weight(page: bytes) -> int:
    return sum(len(gzip.compress(part, 9)) for part in (page, lean(KIT.read_text()).encode()))


@pytest.fixture
def everything(portal: Town) -> None:
    """Every body of the directory open, every territory."""
    known = set(Body.objects.values_list("code", flat=True))
    for values in reference.rows(tables.BODIES):
        if values["code"] not in known:
            reference.add_body(values["code"])
    Body.objects.update(is_open=True)
    places = set(Territory.objects.values_list("code", flat=True))
    wanted = tuple(v["code"] for v in reference.rows(tables.TERRITORIES) if v["code"] not in places)
    reference.add_tree(tables.TERRITORIES, wanted)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_form_fits_the_first_round_trips(
    everything: None, visitor: InspectingClient, language: str
) -> None:
    visitor.get(f"/?til={language}")

    assert weight(visitor.get("/submit/").content) <= BUDGET
    assert weight(visitor.post("/submit/", {}).content) <= BUDGET + 512


def test_the_default_is_kyrgyz_whatever_the_browser_wishes(portal: Town) -> None:
    page = InspectingClient().get("/submit/", HTTP_ACCEPT_LANGUAGE="en,ru;q=0.8")

    assert '<html lang="ky">' in page.content.decode()
    assert page["Content-Language"] == "ky"


def test_a_choice_keeps_the_page_and_its_other_words(portal: Town) -> None:
    client = InspectingClient()

    chosen = client.get("/track/?number=26-1&til=ru")

    assert chosen["Location"] == "/track/?number=26-1"
    assert '<html lang="ru">' in client.get(chosen["Location"]).content.decode()


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example/"])
def test_a_choice_never_leads_elsewhere(portal: Town, path: str) -> None:
    location = InspectingClient().get(f"{path}?til=ru")["Location"]

    assert not location.startswith(("//", "/\\", "http"))


@pytest.mark.parametrize(
    "back", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"]
)
def test_the_appearance_returns_only_to_our_pages(portal: Town, back: str) -> None:
    client = InspectingClient()

    assert client.get("/appearance/", {"size": "2", "next": back})["Location"] == "/"
    assert client.get("/appearance/", {"size": "2", "next": "/track/"})["Location"] == "/track/"
    assert "size.2" in client.cookies["appearance"].value

"""The texts of the portal as anyone reads them, and the files for machines."""

from __future__ import annotations

from datetime import date

import pytest

from kairyluu.data.reference.models import ContentPage
from kairyluu.usecases.reference.tables import values_of
from kairyluu.usecases.reference.texts import CONTENT, read_texts
from tests.cast import Town
from tests.factories.reference import DATA
from tests.inspecting import InspectingClient, text_of

SLUGS = ("act", "help", "about-terms", "privacy", "accessibility", "hotlines")


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


@pytest.fixture
def texts(town: Town) -> None:
    ContentPage.objects.bulk_create(
        ContentPage(**values_of(CONTENT, record)) for record in read_texts(DATA / "content")
    )


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("slug", [*SLUGS, "pages/instruction"])
@pytest.mark.usefixtures("texts")
def test_every_text_is_read_in_every_language(client: InspectingClient, slug: str, language: str) -> None:
    client.cookies["til"] = language

    page = client.get(f"/{slug}/")

    row = ContentPage.objects.get(slug=slug.rpartition("/")[2], language=language)
    shown = text_of(page.content)
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()
    assert "Токтом / Постановление" in shown if slug == "act" and language == "ky" else row.title in shown
    assert "sessionid" not in page.cookies


@pytest.mark.usefixtures("texts")
def test_an_unconfirmed_text_says_so_with_its_version_and_sources(client: InspectingClient) -> None:
    page = text_of(client.get("/help/?til=en", follow=True).content)

    assert "To be confirmed" in page
    assert "1, in force from Wednesday" not in page
    assert "1, in force from 1 January 2025" in page
    assert "http://old.kattar.kg/app.php/main/postanovlenie" in page


@pytest.mark.usefixtures("texts")
def test_a_russian_page_leads_to_the_act_in_kyrgyz(client: InspectingClient) -> None:
    client.cookies["til"] = "ru"

    summary = client.get("/act/").content.decode()
    act = client.get("/act/?text=ky").content.decode()

    assert '<a href="?text=ky" hreflang="ky">' in summary
    assert '<html lang="ru">' in act
    assert '<h1 lang="ky">Токтом / Постановление</h1>' in act
    assert '<article lang="ky">' in act
    assert "бекитилсин" in act


@pytest.mark.usefixtures("texts")
def test_an_earlier_version_stays_readable(client: InspectingClient) -> None:
    new = ContentPage.objects.get(slug="help", language="ky")
    new.pk, new.version, new.effective_from, new.text = None, "2", date(2026, 1, 1), "Жаңы текст."
    new.save()

    now = text_of(client.get("/help/").content)
    before = text_of(client.get("/help/?version=1").content)

    assert "Жаңы текст." in now
    assert "Жаңы текст." not in before
    assert client.get("/help/?version=9").status_code == 404


@pytest.mark.usefixtures("texts")
def test_a_version_that_is_not_in_force_yet_is_not_shown(client: InspectingClient) -> None:
    new = ContentPage.objects.get(slug="help", language="ky")
    new.pk, new.version, new.effective_from, new.text = None, "2", date(2099, 1, 1), "Келечек."
    new.save()

    assert "Келечек." not in text_of(client.get("/help/").content)
    assert client.get("/help/?version=2").status_code == 404


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    "query", ["version=%00", "version=" + "9" * 300, "text=xx", "text=ky&version=1", "x=1"]
)
def test_unknown_parameters_break_nothing(client: InspectingClient, query: str) -> None:
    assert client.get(f"/help/?{query}").status_code in (200, 404)


@pytest.mark.usefixtures("texts")
def test_one_text_has_one_address(client: InspectingClient) -> None:
    assert client.get("/pages/help/")["Location"] == "/help/"
    assert client.get("/pages/nothing/").status_code == 404


@pytest.mark.usefixtures("town")
def test_machines_find_their_files(client: InspectingClient) -> None:
    robots = client.get("/robots.txt")
    security = client.get("/.well-known/security.txt").content.decode()

    assert "Disallow: /track/" in robots.content.decode()
    assert robots["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: tel:+996312960307" in security
    assert "Expires: " in security
    assert client.get("/favicon.ico").status_code == 301


@pytest.mark.usefixtures("texts")
def test_the_page_of_trust_telephones_lists_those_there_are(client: InspectingClient, town: Town) -> None:
    page = client.get("/hotlines/").content.decode()

    assert 'href="tel:+996323451184"' in page
    assert town.body.name_ky in text_of(page)
    assert town.ministry.name_ky not in text_of(page)

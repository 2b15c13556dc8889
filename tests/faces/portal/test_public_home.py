"""The first page: its promises come from the terms in force, its figures from the database."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.agencies.models import Body
from kairyluu.data.reference.models import ContentPage, Setting, Term
from kairyluu.faces.portal import telephones
from kairyluu.queries.directory import directory
from kairyluu.reports import keeping
from kairyluu.rules.workdays import BISHKEK
from kairyluu.wiring.stylesheets import lean
from tests.cast import Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

FIRST_VISIT = 14_336  # bytes of HTML and stylesheet together, compressed
APRIL = datetime(2026, 4, 10, 9, 0, tzinfo=BISHKEK)


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: APRIL)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_page_is_drawn_in_every_language(client: InspectingClient, town: Town, language: str) -> None:
    client.cookies["til"] = language

    page = client.get("/")

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()
    assert "(03234) 5-11-84" in text_of(page.content)
    assert "sessionid" not in page.cookies


def test_the_promise_follows_the_terms_in_force(client: InspectingClient, town: Town) -> None:
    before = client.get("/").content.decode()
    Term.objects.filter(code="consideration-14wd").update(amount=10)
    after = client.get("/").content.decode()

    assert "14 жумуш күндүн ичинде жооп берет" in text_of(before)
    assert 'max="14"' in before
    assert "10 жумуш күндүн ичинде жооп берет" in text_of(after)
    assert 'max="10"' in after


def test_without_a_term_nothing_is_promised(client: InspectingClient, town: Town) -> None:
    Term.objects.filter(family="consideration").update(is_enabled=False)

    page = client.get("/")

    assert page.status_code == 200
    assert "жумуш күндүн ичинде жооп берет" not in text_of(page.content)


def test_last_months_figures_come_with_their_base(
    client: InspectingClient, town: Town, in_april: None
) -> None:
    for _ in range(5):
        appeals.answered(town)
    client.cookies["til"] = "en"

    page = text_of(client.get("/").content)

    assert "March 2026 Appeals received 5" in page
    assert "100.0% of all answers sent: 5" in page
    assert "2 days from registration, median" in page
    assert f"Bodies connected {Body.objects.filter(is_open=True).count()}" in page


def test_small_figures_are_hidden_on_the_first_page_too(
    client: InspectingClient, town: Town, in_april: None
) -> None:
    appeals.answered(town)
    client.cookies["til"] = "en"

    page = text_of(client.get("/").content)

    assert "Appeals received * hidden" in page
    assert "of all answers sent: *" in page


def test_figures_are_counted_once_for_many_readers(client: InspectingClient, town: Town) -> None:
    client.get("/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/")

    assert len(queries) <= 3
    assert not [q for q in queries if "appeals_appeal" in q["sql"]]


@pytest.mark.parametrize(
    ("today", "hours"),
    [
        (date(2026, 3, 31), "9:00–18:00"),
        (date(2026, 4, 1), "8:30–17:30"),
        (date(2026, 10, 31), "8:30–17:30"),
        (date(2026, 11, 1), "9:00–18:00"),
    ],
)
def test_hours_change_on_the_days_of_the_settings(town: Town, today: date, hours: str) -> None:
    found = telephones.hours_of(town.body, telephones.season(directory(), today))

    assert found is not None
    assert found.work == hours


def test_the_day_of_the_change_is_a_setting(town: Town) -> None:
    Setting.objects.filter(code="summer_from").update(value="05-01")

    assert telephones.season(directory(), date(2026, 4, 15)) == telephones.WINTER


def test_a_kind_chosen_here_is_chosen_in_the_form(client: InspectingClient, town: Town) -> None:
    ContentPage.objects.create(
        slug="instruction",
        language="ky",
        version="1",
        effective_from=date(2025, 1, 1),
        title="Нускама",
        text="Окуңуз.",
    )

    first = client.get("/submit/?kind=complaint")
    form = client.post("/instruction/", {"agree": "on", "kind": "complaint"}, follow=True)

    assert '<input type="hidden" name="kind" value="complaint">' in first.content.decode()
    assert 'value="complaint" checked' in form.content.decode()


def test_an_appeal_is_found_from_here(client: InspectingClient, town: Town) -> None:
    page = client.get("/").content.decode()

    assert '<form class="panel wash" method="post" action="/track/"' in page
    assert "csrfmiddlewaretoken" in page
    assert 'name="number"' in page
    assert 'name="secret"' in page


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("path", ["/", "/heads/", "/bodies/da-o-alai/", "/statistics/"])
def test_a_first_visit_is_light(client: InspectingClient, town: Town, path: str, language: str) -> None:
    stylesheet = finders.find("design/kit.css")
    assert isinstance(stylesheet, str)
    with open(stylesheet, encoding="utf-8") as file:
        css = lean(file.read()).encode()
    client.cookies["til"] = language
    appeals.answered(town)

    html = client.get(path).content

    assert len(gzip.compress(html, 9)) + len(gzip.compress(css, 9)) <= FIRST_VISIT


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("query", ["til=xx", "number=1", "x=%00", "kind=complaint"])
def test_unknown_parameters_break_nothing(client: InspectingClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 200


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("back", "leads"),
    [
        ("/heads/?q=а", "/heads/?q=а"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("\\\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/%0d%0aX: y", "/%0d%0aX: y"),
        ("", "/"),
    ],
)
def test_the_panel_leads_back_only_to_a_page_of_ours(client: InspectingClient, back: str, leads: str) -> None:
    answer = client.get("/appearance/", {"next": back, "size": "2", "tone": "black"})

    assert unquote(answer["Location"]) == unquote(leads)
    assert answer.cookies["appearance"].value == "size.2-space.1-tone.black-images.1"

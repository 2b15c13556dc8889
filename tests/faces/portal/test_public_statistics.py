"""Open figures: each with its base, in three languages, as a table and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.agencies.models import Body
from kairyluu.faces.portal.csv_files import neutral
from kairyluu.reports import keeping
from tests.cast import Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_figures_are_drawn_in_every_language(client: InspectingClient, town: Town, language: str) -> None:
    appeals.answered(town)
    client.cookies["til"] = language

    page = client.get("/statistics/?period=2026-03")

    assert page.status_code == 200
    assert town.body.name(language) in text_of(page.content)
    assert "sessionid" not in page.cookies


def test_a_share_names_its_base(client: InspectingClient, town: Town) -> None:
    appeals.answered(town)
    appeals.received(town, kind="complaint")
    client.cookies["til"] = "en"

    page = text_of(client.get("/statistics/?period=2026-03").content)

    assert "March 2026 Appeals received 2 1 registered" in page
    assert "Answered in time 100,0\u00a0% 1 of 1 answers sent" in page.replace("100,0 %", "100,0\u00a0%")
    assert "Shares are rounded, so parts may not add to 100 %." in page
    assert "Too few appeals to show by topic." in page
    assert "Counted on" in page


def test_open_bodies_without_appeals_are_named_too(client: InspectingClient, town: Town) -> None:
    appeals.received(town)

    page = text_of(client.get("/statistics/?period=2026-03").content)

    assert town.ministry.name_ky in page
    assert town.unconnected.name_ky not in page


def test_an_empty_year_says_nothing_instead_of_a_share(client: InspectingClient, town: Town) -> None:
    page = client.get("/statistics/")

    assert page.status_code == 200
    assert "—" in text_of(page.content)


@pytest.mark.parametrize("slug", ["months", "bodies", "kinds", "topics"])
def test_each_table_is_a_file(client: InspectingClient, town: Town, slug: str) -> None:
    for _ in range(5):
        appeals.received(town, topic="")
    response = client.get(f"/statistics/{slug}.csv?period=2026-03")

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="appeals-{slug}-2026-03.csv"'
    assert sum(int(row[2]) for row in rows[1:]) == 5
    assert client.get("/statistics/nothing.csv").status_code == 404


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-1", "@x", "\tx"])
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"
    assert neutral("Алай") == "Алай"


def test_the_name_of_a_body_is_neutral_in_the_file(client: InspectingClient, town: Town) -> None:
    Body.objects.filter(pk=town.body.pk).update(name_ky='=HYPERLINK("x")')

    assert "'=HYPERLINK" in client.get("/statistics/bodies.csv").content.decode()


def test_as_many_queries_whatever_the_rows(client: InspectingClient, town: Town) -> None:
    counts = []
    for n in (1, 4):
        for _ in range(n):
            appeals.received(town)
        client.get("/statistics/")  # the directory is loaded once an edition
        keeping.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get("/statistics/?period=2026")
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 12


def test_a_second_reader_costs_no_counting(client: InspectingClient, town: Town) -> None:
    client.get("/statistics/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/statistics/")

    assert not [q for q in queries if "appeals_appeal" in q["sql"]]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "query", ["period=", "period=1900", "period=%00", "period=2026-99", "page=x", "page=99", "x=1"]
)
def test_unknown_parameters_break_nothing(client: InspectingClient, query: str) -> None:
    assert client.get(f"/statistics/?{query}").status_code == 200
    assert client.get(f"/statistics/kinds.csv?{query}").status_code == 200

"""Open figures: each with its base and its definition, in three languages, as a page, a picture and files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from kairyluu.data.agencies.models import Body
from kairyluu.faces.portal.open_figures.files import neutral
from kairyluu.faces.portal.open_figures.rows import moved
from kairyluu.reports import keeping
from kairyluu.reports.published.cells import Cell as PublishedCell
from tests.cast import Town
from tests.factories import appeals
from tests.factories.copies import copied
from tests.inspecting import InspectingClient, text_of

PAGES = (
    *(
        "/statistics/",
        "/statistics/regions/",
        "/statistics/bodies/",
        "/statistics/topics/",
        "/statistics/about/",
    ),
    *("/statistics/channels/", "/statistics/kinds/", "/statistics/outcomes/", "/statistics/regions/kg-o/"),
)
FILES = ("months", "regions", "bodies", "topics", "channels", "kinds", "outcomes", "regions/kg-o")


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture
def year(town: Town) -> Town:
    """2025: every month seven answers of the Alai administration and six of a ministry, two of them late in May."""
    one = appeals.answered(town)
    for month in range(1, 13):
        copied(one, 7, on=date(2025, month, 5))
        copied(one, 6, on=date(2025, month, 6), body=town.ministry, kind="complaint")
    copied(one, 2, on=date(2025, 5, 20), consideration_due_on=date(2025, 5, 1))
    return town


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def conforms(value: Any, shape: dict[str, Any]) -> None:
    """As far as our schema goes."""
    if "oneOf" in shape:
        assert value is None or value == "hidden" or isinstance(value, int | float), value
    if "enum" in shape:
        assert value in shape["enum"]
    kinds = {"string": str, "integer": int, "object": dict, "array": list}
    if shape.get("type") in kinds:
        assert isinstance(value, kinds[shape["type"]]), (value, shape)
    if shape.get("type") == "object":
        known = shape.get("properties", {})
        assert set(shape.get("required", ())) <= set(value)
        for name, part in value.items():
            more = shape["additionalProperties"]
            assert name in known or more, f"{name} is not in the schema"
            conforms(part, known.get(name) or more)
    for part in value if shape.get("type") == "array" else ():
        conforms(part, shape["items"])


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_page_is_drawn_in_every_language(client: InspectingClient, year: Town, language: str) -> None:
    client.cookies["til"] = language

    for path in PAGES:
        page = client.get(f"{path}?period=2025")

        assert page.status_code == 200, path
        assert "sessionid" not in page.cookies
        if path != "/statistics/about/":
            assert b'role="img"' in page.content, path


def test_a_total_says_against_what(client: InspectingClient, year: Town) -> None:
    client.cookies["til"] = "en"

    page = text_of(client.get("/statistics/?period=2025").content)

    assert "Appeals sent by applicants 158" in page
    assert "a year before: 0" in page
    assert "Shares, and changes in per cent, are rounded to tenths." in page
    assert "Counted on" in page
    assert "counted anew for the next reader" in page


def test_a_definition_stands_by_the_table(client: InspectingClient, year: Town) -> None:
    client.cookies["til"] = "en"

    page = text_of(client.get("/statistics/bodies/?period=2025").content)

    assert "What each figure means" in page
    assert "A forwarded appeal is counted by its receiver too." in page


def test_small_numbers_are_marked_and_said_to_be_hidden(client: InspectingClient, year: Town) -> None:
    client.cookies["til"] = "en"

    page = text_of(client.get("/statistics/bodies/?period=2025-05").content)

    assert "* hidden" in page
    assert "A number from 1 to 4 is hidden" in page
    rows = read_csv(client.get("/statistics/bodies.csv?period=2025-05").content)
    line = next(row for row in rows if row[0] == year.body.code)
    assert line[2] == "9"
    assert line[5] == "*", "the answers, or the late ones would be known from those in time"


def test_the_pictures_are_as_the_numbers(client: InspectingClient, year: Town) -> None:
    content = client.get("/statistics/bodies/?period=2025-03").content.decode()
    svg = content[content.index('<svg class="picture"') :]
    svg = svg[: svg.index("</svg>") + 6]

    bars = [r for r in Xml.fromstring(svg).iter("rect") if r.get("class") == "now"]
    widths = [float(r.get("width", "0").rstrip("%")) for r in bars]

    assert widths[:2] == pytest.approx([84, 84 * 6 / 7], abs=0.02)


@pytest.mark.parametrize("slug", FILES)
def test_each_table_is_three_files_that_say_the_same(client: InspectingClient, year: Town, slug: str) -> None:
    name = slug.rpartition("/")[2]
    files = {kind: client.get(f"/statistics/{slug}.{kind}?period=2025") for kind in ("csv", "xlsx", "json")}

    for kind, file in files.items():
        assert file["Content-Disposition"] == f'attachment; filename="appeals-{name}-2025.{kind}"'
    rows = read_csv(files["csv"].content)
    sheet = load_workbook(io.BytesIO(files["xlsx"].content)).worksheets[0]
    found = json.loads(files["json"].content)
    conforms(found, client.get("/statistics/schema.json").json())
    cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert [[c.removesuffix(".0") for c in row] for row in rows] == [
        [c.removesuffix(".0") for c in row] for row in cells
    ]
    main = found["figures"][0]["code"]
    assert str(found["total"][main]["now"]) == rows[-1][2]
    assert found["schema"] == "http://testserver/statistics/schema.json"


def test_what_is_no_table_is_not_found(client: InspectingClient, town: Town) -> None:
    for path in (
        "nothing.csv",
        "bodies.exe",
        "nothing/",
        "regions/kg-o-alai/",
        "regions/xx.csv",
        "regions/kg-o.exe",
    ):
        assert client.get(f"/statistics/{path}").status_code == 404, path


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-1", "@x", "\tx"])
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"
    assert neutral("Алай") == "Алай"


def test_the_name_of_a_body_is_neutral_in_the_files(client: InspectingClient, year: Town) -> None:
    Body.objects.filter(pk=year.body.pk).update(name_ky='=HYPERLINK("x")')

    assert "'=HYPERLINK" in client.get("/statistics/bodies.csv?period=2025").content.decode()
    book = load_workbook(io.BytesIO(client.get("/statistics/bodies.xlsx?period=2025").content))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_as_many_queries_whatever_the_rows(client: InspectingClient, year: Town) -> None:
    counts = []
    for _ in range(2):
        copied(appeals.answered(year), 5, on=date(2025, 6, 3), body=year.foreign_body)
        client.get("/statistics/bodies/?period=2025")
        keeping.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get("/statistics/bodies/?period=2025")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_second_reader_costs_no_counting(client: InspectingClient, year: Town) -> None:
    client.get("/statistics/topics/?period=2025")

    with CaptureQueriesContext(connection) as queries:
        client.get("/statistics/topics/?period=2025")

    assert not [q for q in queries if "appeals_appeal" in q["sql"]]


@pytest.mark.parametrize(
    "query",
    [
        *(
            "period=",
            "period=1900",
            "period=%00",
            "period=2026-99",
            "period=2026-W05",
            "page=x",
            "page=99",
            "x=1",
        ),
        *("from=2025-03", "from=2025-03&to=2025-01", "from=1999-01&to=2025-01", "from=x&to=%00", "figure=x"),
    ],
)
def test_unknown_parameters_break_nothing(client: InspectingClient, town: Town, query: str) -> None:
    assert client.get(f"/statistics/regions/?{query}").status_code == 200
    assert client.get(f"/statistics/kinds.csv?{query}").status_code == 200


def test_a_share_moves_by_points_and_days_by_days() -> None:
    with translation.override("ky"):
        share = moved("share_in_time", PublishedCell(Decimal("91.4")), PublishedCell(Decimal("92.0")), "ky")
        days = moved("days_median", PublishedCell(15), PublishedCell(15), "ky")
        hidden = moved("share_in_time", PublishedCell(None, is_hidden=True), PublishedCell(1), "ky")
    assert (share.words, share.look) == ("0,6\u00a0пункт", "down")
    assert (days.words, days.look) == ("0\u00a0күн", "")
    assert hidden.is_hidden

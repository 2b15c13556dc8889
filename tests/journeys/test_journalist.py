"""A story by pages: a journalist looks for what came from the Alai district in 2025, reads what the number means, and takes the
table home as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from kairyluu.reports import keeping
from tests.cast import Town
from tests.factories import appeals
from tests.factories.copies import copied
from tests.inspecting import InspectingClient, text_of


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


def link(page: bytes, words: str) -> str:
    """The address of the link with these words."""
    found = re.search(rf'<a [^>]*href="([^"]*)"[^>]*>{re.escape(words)}</a>', page.decode())
    assert found, words
    return found[1].replace("&amp;", "&")


def test_a_journalist_takes_home_a_districts_year(town: Town) -> None:
    one = appeals.answered(town)
    for month in range(1, 13):
        copied(one, 8, on=date(2025, month, 7))
        copied(one, 2, on=date(2024, month, 7))
    client = InspectingClient()

    start = client.get("/").content
    assert "/statistics/" in start.decode()
    client.get("/statistics/?til=en")
    statistics = client.get("/statistics/?period=2025").content
    regions = client.get(link(statistics, "By region of the applicant")).content
    page = client.get(link(regions, "Osh Oblast")).content

    read = text_of(page)
    assert "Osh Oblast" in read
    assert "Alai District 96 24 more by 300.0%" in read
    assert "Each is counted once, however many bodies it went through." in read
    rows = list(csv.reader(io.StringIO(client.get(link(page, "CSV")).content.decode("utf-8-sig"))))
    assert next(row for row in rows if row[0] == "kg-o-alai")[2:5] == ["96", "24", "300.0"]
    found = json.loads(client.get(link(page, "JSON")).content)
    alai = next(line for line in found["lines"] if line["key"] == "kg-o-alai")
    assert alai["values"]["lodged"] == {"now": 96, "before": 24, "change_per_cent": 300.0}
    assert found["licence"]["name"] == "CC BY 4.0"
    assert client.get(found["schema"].removeprefix("http://testserver")).json()["$id"] == found["schema"]

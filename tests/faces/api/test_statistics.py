"""Open figures by the API are those of the pages: the same numbers, the same hidden ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest

from kairyluu.reports import keeping
from tests.cast import Town
from tests.factories import appeals
from tests.factories.callers import Program
from tests.factories.copies import copied


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture
def year(town: Town) -> Town:
    """2025: each month seven answers here and six of a ministry; in one month two that are to be hidden."""
    one = appeals.answered(town)
    for month in (1, 2, 3):
        copied(one, 7, on=date(2025, month, 5))
        copied(one, 6, on=date(2025, month, 6), body=town.ministry, kind="complaint")
    copied(one, 2, on=date(2025, 7, 6), kind="proposal")
    return town


@pytest.mark.parametrize("table", ["regions", "bodies", "kinds"])
def test_a_table_says_what_its_file_says(year: Town, program: Program, table: str) -> None:
    told = program.get(f"statistics/{table}?period=2025&language=ru").json()
    file = json.loads(program.client.get(f"/statistics/{table}.json?period=2025&language=ru").content)

    def plain(value: dict[str, object]) -> object:
        return "hidden" if value["is_hidden"] else value["value"]

    by_key = {line["key"]: line["values"] for line in told["lines"]} | {"total": told["total"]}
    filed = {line["key"]: line["values"] for line in file["lines"]} | {"total": file["total"]}
    assert by_key.keys() == filed.keys()
    for key, values in filed.items():
        for code, three in values.items():
            assert {name: plain(by_key[key][code][name]) for name in three} == three, (key, code)
    assert told["licence"]["name"] == "CC BY 4.0"
    assert [f["code"] for f in told["figures"]] == [f["code"] for f in file["figures"]]
    assert all(f["formula"] for f in told["figures"])


def test_small_numbers_are_hidden_and_everything_has_its_definition(year: Town, program: Program) -> None:
    told = program.get("statistics?period=2025").json()
    july = next(month for month in told["months"] if month["key"] == "2025-07")

    assert july["values"]["lodged"]["now"] == {"value": None, "is_hidden": True}
    assert told["values"]["lodged"]["now"] == {"value": 41, "is_hidden": False}
    known = {f["code"] for f in told["figures"]}
    assert set(told["values"]) | set(july["values"]) | set(told["open_now"]) <= known
    assert known <= {f["code"] for f in program.get("statistics/figures").json()["items"]}


def test_a_period_that_is_none_is_a_fault_and_a_district_needs_an_oblast(
    year: Town, program: Program
) -> None:
    assert program.get("statistics?period=2025-W05").status_code == 422
    assert program.get("statistics/kinds?from=2025-03&to=2025-02").json()["period"]["first"] == "2025-02-01"
    assert program.get("statistics/regions/kg-o?period=2025").json()["inside"] == "kg-o"
    assert program.get("statistics/regions/nowhere").status_code == 404


def test_open_data_names_files_that_are_there(year: Town, program: Program) -> None:
    told = program.get("open-data").json()

    addresses = [file["address"] for one in told["items"] for file in one["files"]]
    assert len(addresses) == len(set(addresses)) >= 21
    for address in addresses[:6]:
        assert program.client.get(address.removeprefix("http://testserver")).status_code == 200

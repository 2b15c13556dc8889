"""Every report that was found in print is checked, and what is known to be wrong in it is found, no more and no less."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kairyluu.rules.published.checking import Finding, change_in_percent, check_table
from kairyluu.rules.published.columns import Column, Line
from kairyluu.rules.published.reading import changes_of, columns_of

REPORTS = json.loads((Path(__file__).parent / "reports.json").read_text(encoding="utf-8"))["tables"]
FAULTS = {
    "T1": {"percent rows", "sum previous", "base previous", "percent previous"},
    "T3": {"sum rows", "percent rows"},
    "T4": {"percent rows"},
    "T7": {"base rows", "percent rows"},
    "T12": {"pace 2019-01/2019-06.per_day"},
    "T13": {
        "sum 2023-04-15/2023-04-21.services",
        "sum 1 May - 1 June, year not known.topics",
        "pace 2023-04-15/2023-04-21.per_day",
        "pace 2025-01/2025-08.per_day",
        "pace 2025-01/2025-08.per_month",
    },
    "T16": {"percent 2011-01-28/2011-02-04.executed", "percent 12-19 June, year not known.executed"},
    "T18": {"base people's_kurultai", "percent people's_kurultai"},
}


def of(name: str, kind: str, place: str) -> list[Finding]:
    return [f for f in check_table(REPORTS[name]) if f.kind == kind and f.place == place]


def value(name: str, kind: str, place: str, key: str) -> Any:
    return of(name, kind, place)[0].values[key]


@pytest.mark.parametrize("name", REPORTS)
def test_every_fault_is_found_and_none_is_invented(name: str) -> None:
    found = {f"{f.kind} {f.place}" for f in check_table(REPORTS[name]) if f.is_fault}

    assert found == FAULTS.get(name, set())


@pytest.mark.parametrize(
    ("name", "kind", "place", "key", "expected"),
    [
        ("T1", "sum", "previous", "sum", "previous_sum"),
        ("T1", "sum", "previous", "gap", "previous_sum_gap"),
        ("T3", "sum", "rows", "sum", "sum"),
        ("T3", "sum", "rows", "gap", "unallocated"),
        ("T3", "sum", "rows", "left", "unallocated_other"),
        ("T4", "unlisted", "second_dimension", "gap", "results_unallocated"),
        ("T6", "unlisted", "rows", "sum", "sum"),
        ("T6", "unlisted", "rows", "gap", "unallocated"),
        ("T11", "unlisted", "second_dimension", "gap", "topics_unallocated"),
    ],
)
def test_the_gaps_are_those_that_are_known(name: str, kind: str, place: str, key: str, expected: str) -> None:
    assert value(name, kind, place, key) == REPORTS[name]["expect"][expected]


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [
        ("T1", "rows", "percent_mismatch_current"),
        ("T1", "previous", "percent_mismatch_previous"),
        ("T3", "rows", "percent_mismatch"),
        ("T4", "rows", "percent_mismatch"),
        ("T6", "rows", "percent_mismatch"),
        ("T7", "rows", "percent_base_is_not_total"),
        ("T12", "rows", "percent_mismatch"),
    ],
)
def test_the_wrong_shares_are_those_that_are_known(name: str, place: str, expected: str) -> None:
    wrong = [f.values["line"] for f in of(name, "percent", place)]

    assert wrong == REPORTS[name]["expect"][expected]


@pytest.mark.parametrize("name", ["T3", "T4"])
def test_what_comes_out_instead(name: str) -> None:
    right = {f.values["line"]: float(f.values["recomputed"]) for f in of(name, "percent", "rows")}

    assert right == REPORTS[name]["expect"]["percent_recomputed"]


@pytest.mark.parametrize(
    ("name", "place", "expected"),
    [("T1", "previous", "previous_percent_alternative_base"), ("T7", "rows", "implied_base")],
)
def test_the_other_base_is_among_those_that_fit(name: str, place: str, expected: str) -> None:
    values = of(name, "base", place)[0].values

    assert values["from"] <= REPORTS[name]["expect"][expected] <= values["to"]


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_shares_of_the_city_line(nth: int) -> None:
    period = REPORTS["T16"]["periods"][nth]
    place = f"{period['period']}.executed"
    kind = "missing" if period["percent_executed"] is None else "percent"

    assert float(value("T16", kind, place, "recomputed")) == period["expect"]["percent_recomputed"]


def test_the_meaning_of_words_changed_between_periods() -> None:
    meanings = value("T13", "definition", "periods", "meanings")

    assert [words[0] for words in meanings] == ["A", "B"]


@pytest.mark.parametrize(("name", "place"), [("T1", "total"), ("T1", "portal_kattar"), ("T14", "total")])
def test_changes_against_the_period_before(name: str, place: str) -> None:
    changes = {change.place: change for change in changes_of(REPORTS[name])}
    key = {"total": "change_total_percent", "portal_kattar": "change_portal_percent"}[place]

    assert float(change_in_percent(changes[place])) == REPORTS[name]["expect"][key]


def test_shares_that_add_to_a_hundred() -> None:
    rows = next(column for column in columns_of(REPORTS["T12"]) if column.place == "rows")

    assert float(sum(line.percent or 0 for line in rows.lines)) == REPORTS["T12"]["expect"]["percent_sum"]


def table_of(column: Column) -> dict[str, Any]:
    rows = [{"code": line.code, "count": line.count, "percent": str(line.percent)} for line in column.lines]
    return {"dimension": "region", "total": column.total, "rows": rows, "decimals": column.decimals}


def test_shares_made_to_fit_are_named() -> None:
    thirds = tuple(Line(code, 1, Decimal(p)) for code, p in (("a", "33.4"), ("b", "33.3"), ("c", "33.3")))

    kinds = [f.kind for f in check_table(table_of(Column("rows", thirds, 3)))]

    assert kinds == ["percent", "adjusted"]


def test_more_than_the_total_and_a_wrong_change() -> None:
    table = {"total": 10, "previous_total": 20, "change_total_percent": -40, "dimension": "topic"}
    table["rows"] = [{"code": "a", "count": 6}, {"code": "b", "count": 5}]

    found = {f.kind: f.values for f in check_table(table)}

    assert found["over"]["gap"] == -1
    assert found["change"]["recomputed"] == Decimal("-50.0")


def lines_of(name: str, place: str = "rows") -> Column:
    return next(column for column in columns_of(REPORTS[name]) if column.place == place)


def codes_of(name: str, place: str) -> list[str]:
    return [f.values["line"] for f in of(name, "percent", place)]


# What the reports' file says is wrong (or right) in a table -> what our checking says of it.
EXPECTED: dict[str, Any] = {
    "sum": lambda name, _: lines_of(name).sum,
    "sum_ok": lambda name, _: not of(name, "sum", "rows") and not of(name, "over", "rows"),
    "previous_sum": lambda name, _: lines_of(name, "previous").sum,
    "previous_sum_gap": lambda name, _: value(name, "sum", "previous", "gap"),
    "unallocated": lambda name, _: (of(name, "sum", "rows") or of(name, "unlisted", "rows"))[0].values["gap"],
    "unallocated_abroad": lambda name, _: value(name, "sum", "rows", "elsewhere")["abroad"],
    "unallocated_other": lambda name, _: value(name, "sum", "rows", "left"),
    "results_unallocated": lambda name, _: value(name, "unlisted", "second_dimension", "gap"),
    "topics_unallocated": lambda name, _: value(name, "unlisted", "second_dimension", "gap"),
    "percent_mismatch": lambda name, _: codes_of(name, "rows"),
    "percent_mismatch_current": lambda name, _: codes_of(name, "rows"),
    "percent_mismatch_previous": lambda name, _: codes_of(name, "previous"),
    "percent_base_is_not_total": lambda name, _: codes_of(name, "rows"),
    "percent_recomputed": lambda name, _: {
        f.values["line"]: float(f.values["recomputed"]) for f in of(name, "percent", "rows")
    },
    "percent_sum": lambda name, _: float(sum(line.percent or 0 for line in lines_of(name).lines)),
    "previous_percent_alternative_base": lambda name, said: within(name, "previous", said),
    "implied_base": lambda name, said: within(name, "rows", said),
    "change_total_percent": lambda name, _: change_of(name, "total"),
    "change_portal_percent": lambda name, _: change_of(name, "portal_kattar"),
    "note": lambda name, said: said,
}


def within(name: str, place: str, base: int) -> int:
    values = of(name, "base", place)[0].values
    return base if values["from"] <= base <= values["to"] else values["from"]


def change_of(name: str, place: str) -> float:
    changes = {change.place: change for change in changes_of(REPORTS[name])}
    return float(change_in_percent(changes[place]))


@pytest.mark.parametrize(
    ("name", "key"),
    [(name, key) for name, table in REPORTS.items() for key in table.get("expect") or {}],
)
def test_everything_that_is_known_of_a_report_comes_out(name: str, key: str) -> None:
    said = REPORTS[name]["expect"][key]

    assert EXPECTED[key](name, said) == said

"""A published table in its JSON form (tests/rules/published/reports.json shows it), read as columns, paces and changes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kairyluu.rules.published.columns import Change, Column, Line, Pace

Table = Mapping[str, Any]
ROUGH = ("approximate", "more_than", "less_than")
PEOPLE = ("men", "women", "boys", "girls")
SERVICES = ("consultation", "psychological", "redirected_to_territorial_bodies")
NOT_PARTS = ("measure",)  # measures taken are counted apart from the appeals that caused them
DEFAULT_DECIMALS = 1
_SPAN = re.compile(r"(\d{4}(?:-\d\d){1,2})/(\d{4}(?:-\d\d){1,2})")


def columns_of(table: Table) -> Iterator[Column]:
    """Every set of lines that shares a total, whichever way the table writes it."""
    if "dimension" in table and table["dimension"] == "single":
        yield from _singles(table)
    elif "periods" in table:
        for period in table["periods"]:
            yield from _of_period(period, table)
    else:
        yield from _of_rows(table)


def paces_of(table: Table) -> Iterator[Pace]:
    """Calls a day and a month, where the length of the period is known."""
    for period in table.get("periods", [table]):
        days, months = _length(str(period.get("period", "")))
        for name, units in (("per_day", days), ("per_month", months)):
            if units and period.get(name) is not None and period.get("calls"):
                yield Pace(f"{period['period']}.{name}", period["calls"], units, period[name])


def changes_of(table: Table) -> Iterator[Change]:
    """The total and each line against the previous period."""
    total, previous = table.get("total"), table.get("previous_total")
    if total and previous:
        yield Change("total", total, previous, _decimal(table.get("change_total_percent")))
    for row in table.get("rows", ()):
        if row.get("count") is not None and row.get("previous_count"):
            yield Change(row["code"], row["count"], row["previous_count"])


def definitions_of(table: Table) -> list[str]:
    """The meanings its periods give to the same words, each once, in their order; «not stated» is none."""
    said = [str(period.get("definition", "")) for period in table.get("periods", ())]
    return list(dict.fromkeys(words for words in said if words and words != "not stated"))


def _of_rows(table: Table) -> Iterator[Column]:
    second = table.get("second_dimension")
    is_rough = any(table.get(f"total_{word}") for word in ROUGH)
    is_whole = bool(table.get("exhaustive", True))
    shared: dict[str, Any] = {"decimals": _decimals(table), "is_whole": is_whole, "is_rough": is_rough}
    lines = tuple(_line(row) for row in table.get("rows", ()))
    if table.get("dimension") not in NOT_PARTS:
        yield Column("rows", lines, table.get("total"), elsewhere=_abroad(table, second), **shared)
    before = tuple(
        Line(r["code"], r["previous_count"], _decimal(r.get("previous_percent")))
        for r in table.get("rows", ())
        if r.get("previous_count") is not None
    )
    if before and table.get("previous_total"):
        yield Column("previous", before, table["previous_total"], **shared)
    if second:
        others = tuple(_line(row) for row in second["rows"])
        is_whole = bool(second.get("exhaustive", "sum" not in second))
        yield Column("second_dimension", others, table.get("total"), is_whole, is_rough, _decimals(table))


def _abroad(table: Table, second: Table | None) -> tuple[tuple[str, int], ...]:
    """Who wrote from abroad belongs to no region of the country."""
    if table.get("dimension") != "region" or not second:
        return ()
    return tuple((row["code"], row["count"]) for row in second["rows"] if row["code"] == "abroad")


def _of_period(period: Table, table: Table) -> Iterator[Column]:
    place, decimals = str(period.get("period")), _decimals(table)
    if period.get("registered") and period.get("executed"):
        yield _executed(period, place, decimals)
    base = period.get("substantive")
    if base is None:
        yield from _shares(period, place, decimals)
        return
    if period.get("groundless") is not None:
        calls = (Line("substantive", base), Line("groundless", period["groundless"]))
        yield Column(f"{place}.calls", calls, period["calls"])
    if period.get("topics"):
        topics = tuple(Line(str(n), pair[0]) for n, pair in enumerate(period["topics"], 1))
        yield Column(f"{place}.topics", topics, base)
    if period.get("consultation") is not None:
        services = tuple(Line(name, period[name]) for name in SERVICES)
        yield Column(f"{place}.services", services, base)
    ages = _group(period, ("children", "adults"))
    yield Column(f"{place}.ages", ages, base, decimals=period.get("decimals_age", decimals))
    yield Column(f"{place}.people", _group(period, PEOPLE), base, decimals=decimals)


def _executed(period: Table, place: str, decimals: int) -> Column:
    lines = [Line("executed", period["executed"], _decimal(period.get("percent_executed")))]
    if period.get("not_executed") is not None:
        lines.append(Line("not_executed", period["not_executed"]))
    return Column(f"{place}.executed", tuple(lines), period["registered"], len(lines) > 1, decimals=decimals)


def _shares(period: Table, place: str, decimals: int) -> Iterator[Column]:
    """Breakdowns printed in per cent alone, or as counts that are not all."""
    for name in ("results", "branches", "topics"):
        rows = [row for row in period.get(name, ()) if isinstance(row, Mapping)]
        lines = tuple(
            Line(row.get("code", row.get("label", "")), row.get("count"), _decimal(row.get("percent")))
            for row in rows
        )
        if lines:
            yield Column(f"{place}.{name}", lines, period.get("total"), is_whole=False, decimals=decimals)


def _singles(table: Table) -> Iterator[Column]:
    for row in table["rows"]:
        if row.get("worked_through") is not None:
            line = Line("worked_through", row["worked_through"], _decimal(row.get("percent")))
            yield Column(str(row["body"]), (line,), row["total"], is_whole=False, decimals=1)


def _group(period: Table, names: tuple[str, ...]) -> tuple[Line, ...]:
    """The people of a group; those who name a base of their own stand inside another line and are no further part."""
    found = ((name, period[name]) for name in names if period.get(name))
    return tuple(Line(n, f.get("count"), _decimal(f.get("percent")), of=f.get("of")) for n, f in found)


def _line(row: Table) -> Line:
    is_rough = any(row.get(word) for word in ROUGH)
    return Line(row["code"], row.get("count"), _decimal(row.get("percent")), is_rough)


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _decimals(table: Table) -> int:
    return int(table.get("decimals", DEFAULT_DECIMALS))


def _length(period: str) -> tuple[int, int]:
    """Days and whole months of `2021-01/2021-10` or `2022-06-08/2022-06-14`; zeros where it cannot be told."""
    span = _SPAN.fullmatch(period)
    if span is None:
        return 0, 0
    first, last = ([int(n) for n in side.split("-")] for side in span.groups())
    begins = date(first[0], first[1], first[2] if len(first) > 2 else 1)
    ends = date(last[0], last[1], last[2] if len(last) > 2 else monthrange(last[0], last[1])[1])
    months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1 if len(first) == len(last) == 2 else 0
    return (ends - begins).days + 1, months

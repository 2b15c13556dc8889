"""How open figures are told: each number with its definition beside it, hidden ones named as hidden.

Numbers are plain pydantic models: a table has thousands, and what Schema does for rows of the database takes longer than all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from ninja import Schema
from pydantic import BaseModel, Field

from kairyluu.faces.api.language import language_now
from kairyluu.queries.figures.definitions import definition_of
from kairyluu.reports.published.cells import Cell, change_of
from kairyluu.reports.published.reading import PublishedLine
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT
from kairyluu.rules.figures.periods import Period

PERIOD = "2026, 2026-H1, 2026-Q3, 2026-9M or 2026-10; empty: the running year as far as its months are over"


class Figure(Schema):
    """What a number means. `code` stays; `version` goes up when the meaning changes."""

    code: str
    version: int
    unit: str = Field(description="count, share (per cent), days or score")
    name: str
    base: str = Field(description="what a share is a share of; empty of a count")
    formula: str


class Value(BaseModel):
    """`value` is null where it is hidden, and where there is nothing to take a share or the middle of."""

    value: int | float | None
    is_hidden: bool = Field(description="so small that somebody could be recognised, or it would betray one")


class Values(BaseModel):
    now: Value
    before: Value = Field(description="the same months of the year before")
    change_per_cent: Value = Field(description="of counts only")


class FigureLine(Schema):
    key: str = Field(description="code of the line; of a month 2026-03; empty of what is not known")
    name: str
    values: dict[str, Values] = Field(description="by the code of the figure")


class Span(Schema):
    code: str
    first: date
    last: date


class Licence(Schema):
    name: str
    address: str


class Asked(Schema):
    """Whole months that are over, as on the pages. `from` and `to` come before `period`."""

    period: str = Field("", max_length=30, description=PERIOD)
    from_month: str = Field("", max_length=7, alias="from", description="first month of a span, like 2026-02")
    to_month: str = Field("", max_length=7, alias="to", description="its last month; at most three years")


class About(Schema):
    """What every answer with figures says of itself."""

    period: Span
    before: Span
    counted_at: datetime = Field(description="numbers are at most some minutes old")
    hidden_below: int = Field(description="numbers from 1 to one less are hidden")
    figures: list[Figure]
    licence: Licence


def figures_of(codes: Iterable[str]) -> list[Figure]:
    found = [definition_of(code, language_now()) for code in dict.fromkeys(codes)]
    return [
        Figure(
            code=d.figure.code,
            version=d.figure.version,
            unit=d.figure.unit,
            name=d.name,
            base=d.base,
            formula=d.formula,
        )
        for d in found
    ]


def values_of(line: PublishedLine, codes: Iterable[str]) -> dict[str, Values]:
    return {
        code: Values(
            now=value(line.now[code]),
            before=value(line.before[code]),
            change_per_cent=value(_change(code, line.now, line.before)),
        )
        for code in codes
    }


def value(cell: Cell) -> Value:
    plain = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
    return Value(value=None if cell.is_hidden else plain, is_hidden=cell.is_hidden)


def span(period: Period) -> Span:
    return Span(code=period.code, first=period.first, last=period.last)


def _change(code: str, now: Mapping[str, Cell], before: Mapping[str, Cell]) -> Cell:
    return change_of(now[code], before[code]) if CATALOGUE[code].unit == COUNT else Cell()

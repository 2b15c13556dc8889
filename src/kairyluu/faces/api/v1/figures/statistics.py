"""Open figures: the same tables as the pages of the statistics, small numbers hidden (decision record 0022)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.faces.api.shapes import answers
from kairyluu.faces.api.v1.figures.shapes import (
    About,
    Asked,
    Figure,
    FigureLine,
    Licence,
    Value,
    Values,
    figures_of,
    span,
    value,
    values_of,
)
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.naming import names_of
from kairyluu.reports.beginning import first_day
from kairyluu.reports.published.asking import LICENCE, period_asked, usual_period
from kairyluu.reports.published.overview import MONTHLY, OPEN_NOW, SHOWN, read_overview
from kairyluu.reports.published.reading import Published, read_published
from kairyluu.reports.published.tables import APART, TABLES, PublishedTable, districts_of
from kairyluu.rules.figures.periods import Period

router = Router(tags=["Statistics"])
Breakdown = Literal[
    "regions",
    "bodies",
    "topics",
    "channels",
    "kinds",
    "outcomes",
    "satisfaction",
    "satisfaction-bodies",
    "satisfaction-topics",
    "satisfaction-channels",
]


class Overview(About):
    """Everything together."""

    values: dict[str, Values]
    months: list[FigureLine]
    open_now: dict[str, Value] = Field(description="at this moment, of all years")


class FigureTable(About):
    table: str
    inside: str = Field(description="code of the oblast whose districts are the lines; else empty")
    lines: list[FigureLine]
    total: dict[str, Values]


class Figures(Schema):
    items: list[Figure]


@router.get("", response=answers(Overview), summary="All figures of a period", url_name="statistics")
def statistics(request: HttpRequest, asked: Query[Asked]) -> Overview:
    """Everything together and month by month, each beside the year before. Months that are over only."""
    now, today, period = _when(asked)
    found = read_overview(period, now=now, today=today)
    return Overview(
        **_about(found.period, found.before, found.as_of, found.k, (*SHOWN, *MONTHLY, *OPEN_NOW)),
        values=values_of(found.figures, SHOWN),
        months=[FigureLine(key=m.key, name=m.key, values=values_of(m, MONTHLY)) for m in found.months],
        open_now={code: value(found.open_now[code]) for code in OPEN_NOW},
    )


@router.get("/figures", response=answers(Figures), summary="What the figures mean", url_name="figures")
def figures(request: HttpRequest) -> Figures:
    """Every published figure with its base and formula."""
    codes = [code for table in TABLES.values() for code in table.shown]
    return Figures(items=figures_of((*SHOWN, *codes, *OPEN_NOW)))


@router.get(
    "/{str:breakdown}",
    response=answers(FigureTable),
    summary="Figures by region, body, topic ...",
    url_name="table",
)
def broken_down(request: HttpRequest, breakdown: Breakdown, asked: Query[Asked]) -> FigureTable:
    """One line for each region, body, topic, way of sending, kind or outcome, and the total: how many, how satisfied."""
    return _table(TABLES[breakdown], asked)


@router.get(
    "/regions/{str:oblast}",
    response=answers(FigureTable, 404),
    summary="Figures by district",
    url_name="districts",
)
def districts(request: HttpRequest, oblast: str, asked: Query[Asked]) -> FigureTable:
    """The districts and cities of one oblast; `oblast` is the code of a territory at the top."""
    place = directory().territories.get(oblast)
    if place is None or place.parent_id is not None:
        raise Trouble("not_found")
    return _table(districts_of(oblast), asked)


def _table(table: PublishedTable, asked: Asked) -> FigureTable:
    now, today, period = _when(asked)
    found = read_published(table, period, now=now, today=today)
    names = _names(found)
    return FigureTable(
        **_about(found.period, found.before, found.as_of, found.k, table.shown),
        table=table.slug,
        inside=table.inside,
        lines=[
            FigureLine(key=line.key, name=names[line.key], values=values_of(line, table.shown))
            for line in found.lines
        ],
        total=values_of(found.total, table.shown),
    )


def _when(asked: Asked) -> tuple[datetime, date, Period]:
    """Raises `Trouble` for what is no period that may be asked for."""
    now = timezone.now()
    today = timezone.localdate(now)
    since = first_day(now=now) or today
    said = {"period": asked.period, "from": asked.from_month, "to": asked.to_month}
    if not any(said.values()):
        return now, today, usual_period(today)
    period = period_asked(said, today=today, since=since)
    if period is None:
        raise invalid(At("period", _("Ask for whole months that are over, like 2026-Q1.")))
    return now, today, period


def _about(
    period: Period, before: Period, counted_at: datetime, k: int, codes: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "period": span(period),
        "before": span(before),
        "counted_at": counted_at,
        "hidden_below": k,
        "figures": figures_of(codes),
        "licence": Licence(**LICENCE),
    }


def _names(found: Published) -> dict[str, str]:
    by, language = found.table.by, language_now()
    names = names_of(by, [line.key for line in found.lines if line.key != APART], language)
    if by == "body":
        bodies = directory().ever
        names |= {key: bodies[key].name(language) for key in names if key in bodies}
    if found.table.inside:
        names[found.table.inside] = _("not known more precisely")
    return names | {APART: _("Complaints about somebody and confidential appeals, all bodies together")}

"""Open figures: everything together, month by month, beside the year before."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.open_figures import periods, pictures
from kairyluu.faces.portal.open_figures.files import FORMATS, Sheet
from kairyluu.faces.portal.open_figures.page import OVERVIEW, Asked
from kairyluu.faces.portal.open_figures.rows import Row, cells_of, definitions_of, moved, written
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.figures.definitions import Definition
from kairyluu.reports.published import tables as t
from kairyluu.reports.published.asking import LICENCE
from kairyluu.reports.published.overview import MONTHLY, OPEN_NOW, SHOWN, Overview, read_overview
from kairyluu.rules.figures.periods import Period

TILES = (t.LODGED, t.SHARE_IN_TIME, t.MEDIAN, t.LATE, t.SHARE_SATISFIED)
DRAWN = (t.LODGED, t.SHARE_IN_TIME)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    language = language_now()
    found = read_overview(asked.period, now=asked.now, today=asked.today)
    named = {d.figure.code: d for d in definitions_of((*SHOWN, *OPEN_NOW), language)}
    context = {
        "figures": [_figure(found, named[code], language) for code in SHOWN],
        "tiles": TILES,
        "open_now": [(named[code], written(code, found.open_now[code], language)) for code in OPEN_NOW],
        "columns": [named[code].name for code in MONTHLY],
        "rows": _rows(found, language),
        "pictures": [
            (named[code], pictures.months_picture(found.months, code, named[code].name, language))
            for code in DRAWN
        ],
        "definitions": list(named.values()),
        "files": [
            (ending.upper(), reverse("portal:statistics-file", args=["months", ending]) + asked.query)
            for ending in FORMATS
        ],
        "licence": LICENCE,
        "most_hidden": found.k - 1,
        "as_of": found.as_of,
        "now": asked.now,
    }
    page = asked.context(OVERVIEW) | context
    return draw(request, "portal/statistics/overview.html", page, current="statistics")


def months_sheet(request: HttpRequest) -> Sheet:
    """The table of the months."""
    asked = Asked.of(request)
    language = language_now()
    found = read_overview(asked.period, now=asked.now, today=asked.today)
    return Sheet(
        name=f"appeals-months-{asked.period.code}",
        title=_("By month"),
        first=_("Month"),
        rows=tuple(_rows(found, language)),
        published=found.by_month,
        language=language,
        schema=request.build_absolute_uri(reverse("portal:statistics-schema")),
    )


def _rows(found: Overview, language: str) -> list[Row]:
    return [
        Row(line.key, periods.in_words(Period.of(line.key)), "", cells_of(line, MONTHLY, language), line)
        for line in found.months
    ]


def _figure(found: Overview, definition: Definition, language: str) -> dict[str, Any]:
    """One row of the year-on-year table, and a tile."""
    code = definition.figure.code
    now, before = found.figures.now[code], found.figures.before[code]
    return {
        "code": code,
        "definition": definition,
        "now": written(code, now, language),
        "before": written(code, before, language),
        "change": moved(code, now, before, language),
    }

"""Open figures by region, body, topic, way, kind, outcome; inside an oblast by district."""

from __future__ import annotations

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.open_figures import pictures
from kairyluu.faces.portal.open_figures.files import FORMATS, Sheet
from kairyluu.faces.portal.open_figures.page import DISTRICTS, TITLES, Asked, Words
from kairyluu.faces.portal.open_figures.rows import cells_of, definitions_of, names_for, rows_of
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.faces.portal.views.statistics.overview import months_sheet
from kairyluu.queries.directory import directory
from kairyluu.reports.published.asking import LICENCE
from kairyluu.reports.published.reading import Published, read_published
from kairyluu.reports.published.tables import TABLES, PublishedTable, districts_of
from kairyluu.rules.figures.catalogue import COUNT, SHARE

ON_A_PAGE = 30
PLACES = ("region_applicant", "territory_applicant")  # breakdowns that have a map


@require_safe
def broken_down(request: HttpRequest, slug: str) -> HttpResponse:
    """One of the published tables."""
    return _page(request, _sheet(request, slug), slug)


@require_safe
def districts(request: HttpRequest, oblast: str) -> HttpResponse:
    return _page(request, _sheet(request, "regions", oblast), "regions")


@require_safe
def download(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    return _file(months_sheet(request) if slug == "months" else _sheet(request, slug), ending)


@require_safe
def download_districts(request: HttpRequest, oblast: str, ending: str) -> HttpResponse:
    return _file(_sheet(request, "regions", oblast), ending)


def _sheet(request: HttpRequest, slug: str, oblast: str = "") -> Sheet:
    table, words = _table(slug, oblast)
    asked = Asked.of(request)
    language = language_now()
    published = read_published(table, asked.period, now=asked.now, today=asked.today)

    def href(key: str) -> str:
        place = directory().territories.get(key)
        if slug != "regions" or oblast or place is None:
            return ""
        return reverse("portal:statistics-districts", args=[key]) + asked.query

    rows = rows_of(published, names_for(published, language), language, href=href)
    return Sheet(
        name=f"appeals-{oblast or slug}-{asked.period.code}",
        title=str(words.title),
        first=str(words.first),
        rows=tuple(rows),
        published=published,
        language=language,
        schema=request.build_absolute_uri(reverse("portal:statistics-schema")),
    )


def _table(slug: str, oblast: str) -> tuple[PublishedTable, Words]:
    if not oblast:
        if slug not in TABLES:
            raise Http404
        return TABLES[slug], TITLES[slug]
    place = directory().territories.get(oblast)
    if place is None or place.parent_id is not None:
        raise Http404
    return districts_of(oblast), replace(DISTRICTS, title=place.name(language_now()))


def _page(request: HttpRequest, sheet: Sheet, here: str) -> HttpResponse:
    asked = Asked.of(request)
    published = sheet.published
    shown = _figure_shown(request, published)
    named = definitions_of(sheet.codes, sheet.language)
    context = {
        "sheet": sheet,
        "oblast": published.table.inside,
        "page": Paginator(sheet.rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "total": cells_of(published.total, sheet.codes, sheet.language),
        "columns": [d.name for d in named],
        "definitions": named,
        "picture": _picture(sheet, shown),
        "is_map": published.table.by in PLACES,
        "figure": shown,
        "shown": definitions_of([shown], sheet.language)[0],
        "figures": [d for d in named if d.figure.unit in (COUNT, SHARE)],
        "files": [(ending.upper(), _address(sheet, here, ending) + asked.query) for ending in FORMATS],
        "licence": LICENCE,
        "most_hidden": published.k - 1,
        "as_of": published.as_of,
    }
    template = "portal/statistics/broken_down.html"
    return draw(request, template, asked.context(here) | context, current="statistics")


def _figure_shown(request: HttpRequest, published: Published) -> str:
    """Which figure the picture shows."""
    asked = request.GET.get("figure", "")
    return asked if asked in published.table.shown else published.table.pictured


def _picture(sheet: Sheet, code: str) -> SafeString | None:
    name = definitions_of([code], sheet.language)[0].name
    title = f"{sheet.title}: {name}"
    if not sheet.rows:
        return None
    if sheet.published.table.by in PLACES:
        return pictures.map_picture(sheet.rows, code, sheet.published.table.inside, title, sheet.language)
    bodies = directory().ever if sheet.published.table.by == "body" else {}
    short = {row.key: bodies[row.key].short(sheet.language) for row in sheet.rows if row.key in bodies}
    return pictures.bars_picture(sheet.rows, code, title, sheet.language, short)


def _address(sheet: Sheet, here: str, ending: str) -> str:
    oblast = sheet.published.table.inside
    if oblast:
        return reverse("portal:statistics-districts-file", args=[oblast, ending])
    return reverse("portal:statistics-file", args=[here, ending])


def _file(sheet: Sheet, ending: str) -> HttpResponse:
    if ending not in FORMATS:
        raise Http404
    make, kind = FORMATS[ending]
    response = HttpResponse(make(sheet), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{sheet.name}.{ending}"'
    return response

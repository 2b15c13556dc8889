"""How the open figures are counted, what is hidden and why; and what the JSON looks like."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.open_figures.page import Asked
from kairyluu.faces.portal.open_figures.rows import definitions_of
from kairyluu.faces.portal.open_figures.schema import schema
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.directory import directory
from kairyluu.reports.published.asking import LICENCE
from kairyluu.reports.published.overview import OPEN_NOW, SHOWN
from kairyluu.reports.published.tables import TABLES


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request)
    codes = [code for table in TABLES.values() for code in table.shown]
    context = {
        "definitions": definitions_of((*SHOWN, *codes, *OPEN_NOW), language_now()),
        "most_hidden": directory().number("small_number_below") - 1,
        "licence": LICENCE,
    }
    return draw(
        request, "portal/statistics/about.html", asked.context("about") | context, current="statistics"
    )


@require_safe
def described(request: HttpRequest) -> JsonResponse:
    """The schema of the JSON files."""
    address = request.build_absolute_uri(reverse("portal:statistics-schema"))
    return JsonResponse(schema(address), json_dumps_params={"ensure_ascii": False, "indent": 1})

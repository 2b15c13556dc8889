"""Open figures: how many appeals came, were answered in time, were refused."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kairyluu.faces.portal import period_words
from kairyluu.faces.portal.csv_files import as_file
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.tables import KINDS_OF_TABLES, table

BODIES_ON_A_PAGE = 20


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """`?period=2026`, `2026-q3` or `2026-10`; what is no period of the list is the running year."""
    now = timezone.now()
    today = timezone.localdate(now)
    period = period_words.chosen(request.GET.get("period", ""), now=now, today=today)
    tables = {slug: table(slug, period, now=now, today=today) for slug in KINDS_OF_TABLES}
    context = {
        "period": period,
        "words": period_words.in_words(period),
        "choices": period_words.choices(now=now, today=today),
        "is_running": not period.has_ended(today),
        "total": tables["kinds"].total,
        "as_of": min(found.as_of for found in tables.values()),
        "page": Paginator(tables["bodies"].lines, BODIES_ON_A_PAGE).get_page(request.GET.get("page")),
        "table": tables,
    }
    return draw(request, "portal/statistics.html", context, current="statistics")


@require_safe
def download(request: HttpRequest, slug: str) -> HttpResponse:
    """One table of the page as CSV."""
    now = timezone.now()
    today = timezone.localdate(now)
    period = period_words.chosen(request.GET.get("period", ""), now=now, today=today)
    try:
        found = table(slug, period, now=now, today=today)
    except KeyError:
        raise Http404 from None
    return as_file(found, f"appeals-{slug}-{period.code}")

"""Published analyses: the list, each one as a page and as files (clause 6 of the resolution)."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.analyses.finding import AnalysisNotFound, find_published, list_published
from kairyluu.queries.analyses.reading import drawn
from kairyluu.queries.directory import directory
from kairyluu.rules.analysis import spans, words
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import LANGUAGES
from kairyluu.usecases.analysis.files import MEDIA_TYPES, AnalysisFile, published_file

ON_A_PAGE = 30


@require_safe
def analyses(request: HttpRequest) -> HttpResponse:
    """`?body=` of one body; `-` of the whole country."""
    language = language_now()
    asked = request.GET.get("body", "")
    body = directory().ever.get(asked)
    found = list_published(body.code if body else "" if asked == "-" else None)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "body": body,
        "rows": [(row, spans.titled(Span(row.first_on, row.last_on), language)) for row in page.object_list],
        "country": words.COUNTRY[language],
    }
    return draw(request, "portal/analyses/list.html", context, current="statistics")


@require_safe
def analysis(request: HttpRequest, analysis_id: UUID) -> HttpResponse:
    try:
        found = find_published(analysis_id)
    except AnalysisNotFound:
        raise Http404 from None
    context = {"analysis": found, "drawn": drawn(found, language_now())}
    return draw(request, "portal/analyses/one.html", context, current="statistics")


@require_safe
def file(request: HttpRequest, analysis_id: UUID, language: str, kind: str) -> HttpResponse:
    """The same file whenever it is asked for."""
    if language not in LANGUAGES or kind not in MEDIA_TYPES:
        raise Http404
    try:
        content = published_file(AnalysisFile(analysis_id=analysis_id, language=language, kind=kind))
    except AnalysisNotFound:
        raise Http404 from None
    headers = {"Content-Disposition": f'attachment; filename="analysis-{language}.{kind}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[kind], headers=headers)

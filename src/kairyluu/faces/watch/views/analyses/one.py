"""One analysis as it stands, in any of the three languages, and as a file."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.analysis_words import LANGUAGE_NAMES, STATES
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_analyses
from kairyluu.queries.analyses.finding import AnalysisNotFound, find_analysis
from kairyluu.queries.analyses.reading import drawn, is_untouched
from kairyluu.rules.analysis import keeping
from kairyluu.usecases.analysis.files import MEDIA_TYPES, AnalysisFile, analysis_file


@require_safe
@with_analyses
def analysis(request: WatchRequest, analysis_id: UUID) -> HttpResponse:
    try:
        found = find_analysis(request.actor, analysis_id)
    except AnalysisNotFound:
        raise Http404 from None
    return render(request, "watch/analysis.html", page_of(request, found))


@require_safe
@with_analyses
def file(request: WatchRequest, analysis_id: UUID, language: str, kind: str) -> HttpResponse:
    if language not in LANGUAGE_NAMES or kind not in MEDIA_TYPES:
        raise Http404
    try:
        command = AnalysisFile(analysis_id=analysis_id, language=language, kind=kind)
        content = analysis_file(command, actor=request.actor)
    except AnalysisNotFound:
        raise Http404 from None
    headers = {"Content-Disposition": f'attachment; filename="analysis-{language}.{kind}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[kind], headers=headers)


def page_of(request: WatchRequest, found: Any, because: str = "") -> dict[str, Any]:
    """`?text=` chooses the language of the text, else that of the page."""
    language = text_language(request)
    facts = found.facts()
    context = {
        "analysis": found,
        "drawn": drawn(found, language),
        "tongue": language,
        "tongues": LANGUAGE_NAMES.items(),
        "state": STATES[found.state],
        "may_edit": bool(keeping.may_edit(request.actor, facts)),
        "may_approve": bool(keeping.may_approve(request.actor, facts)),
        "may_publish": bool(keeping.may_publish(request.actor, facts)),
        "waits_for_another": keeping.may_approve(request.actor, facts).because == "not_your_task",
        "is_untouched": not found.digest or is_untouched(found),
        "because": because,
    }
    return framed(request, "analyses") | context


def text_language(request: WatchRequest) -> str:
    asked = request.GET.get("text", "")
    return asked if asked in LANGUAGE_NAMES else (get_language() or "ky")[:2]

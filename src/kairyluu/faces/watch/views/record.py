"""What the heads of a body below answer for: a page and the same as PDF."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kairyluu.design.head_record import DEFINITIONS, LABELS, shortcuts, table_of
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.answerability.record import MOST_CASES, find_record
from kairyluu.queries.sight import NotYourBody
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.steering.spans import read_span
from kairyluu.usecases.answerability.print_record import PrintRecord, print_record
from kairyluu.usecases.answerability.read_cases import ReadCases, read_cases


@require_safe
@from_above
def record(request: WatchRequest, code: str) -> HttpResponse:
    asked, language = request.GET, _language()
    span, is_understood = read_span(
        asked.get("from", ""), asked.get("to", ""), asked.get("period", ""), request.today
    )
    figure = asked.get("figure", "")
    listed = figure if figure in LABELS else ""
    try:
        found = find_record(request.actor, code, span, language=language, today=request.today)
        command = ReadCases(body=code, figure=listed, span=span)
        cases = read_cases(command, actor=request.actor, now=timezone.now()) if listed else []
    except (NotYourBody, NotAllowed):
        raise Http404 from None
    context = {
        "body": found.body,
        "span": span,
        "is_understood": is_understood,
        "table": table_of(found, language),
        "shortcuts": shortcuts(request.today),
        "pdf": reverse("watch:record-pdf", args=[code]),
        "figure": str(LABELS[listed]) if listed else "",
        "cases": cases,
        "most": MOST_CASES,
    }
    return render(request, "watch/record.html", framed(request, "bodies") | context)


@require_safe
@from_above
def record_pdf(request: WatchRequest, code: str) -> HttpResponse:
    span, _ = read_span(request.GET.get("from", ""), request.GET.get("to", ""), "", request.today)
    command = PrintRecord(
        body=code,
        span=span,
        language=_language(),
        labels={name: str(word) for name, word in LABELS.items()},
        definitions={name: str(word) for name, word in DEFINITIONS.items()},
    )
    try:
        content = print_record(command, actor=request.actor, now=timezone.now())
    except (NotYourBody, NotAllowed):
        raise Http404 from None
    name = f"record-{span.first_on.isoformat()}-{span.last_on.isoformat()}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _language() -> str:
    return (get_language() or "ky")[:2]

"""What the heads of this body answer for, as they and their deputies see it: a page and the same as PDF."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kairyluu.design.head_record import DEFINITIONS, LABELS, shortcuts, table_of
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.queries.answerability.record import MOST_CASES, find_record
from kairyluu.queries.sight import NotYourBody
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.steering.spans import read_span
from kairyluu.usecases.answerability.print_record import PrintRecord, print_record
from kairyluu.usecases.answerability.read_cases import ReadCases, read_cases


@require_safe
@at_desk
def record(request: DeskRequest) -> HttpResponse:
    asked, body = request.GET, request.sight.body
    span, is_understood = read_span(
        asked.get("from", ""), asked.get("to", ""), asked.get("period", ""), request.today
    )
    figure = asked.get("figure", "")
    listed = figure if figure in LABELS else ""
    try:
        found = find_record(request.actor, body.code, span, language=language_now(), today=request.today)
        command = ReadCases(body=body.code, figure=listed, span=span)
        cases = read_cases(command, actor=request.actor, now=request.now) if listed else []
    except (NotYourBody, NotAllowed):
        raise Http404 from None
    context = {
        "span": span,
        "is_understood": is_understood,
        "table": table_of(found, language_now()),
        "shortcuts": shortcuts(request.today),
        "pdf": reverse("desk:head-record-pdf"),
        "figure": str(LABELS[listed]) if listed else "",
        "cases": cases,
        "most": MOST_CASES,
    }
    return draw(request, "desk/steering/head_record.html", context, current="head-record")


@require_safe
@at_desk
def record_pdf(request: DeskRequest) -> HttpResponse:
    span, _ = read_span(request.GET.get("from", ""), request.GET.get("to", ""), "", request.today)
    command = PrintRecord(
        body=request.sight.body.code,
        span=span,
        language=language_now(),
        labels={code: str(word) for code, word in LABELS.items()},
        definitions={code: str(word) for code, word in DEFINITIONS.items()},
    )
    try:
        content = print_record(command, actor=request.actor, now=request.now)
    except (NotYourBody, NotAllowed):
        raise Http404 from None
    name = f"record-{span.first_on.isoformat()}-{span.last_on.isoformat()}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )

"""The head's page: what is overdue, due, at risk, returned, unanswered, promised; each line one click from acting."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kairyluu.design.board import drawn
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.queries.sight import NotYourBody
from kairyluu.usecases.control.read_board import NoSuchSection, ReadControl, read_control


@require_safe
@at_desk
def control(request: DeskRequest, section: str = "") -> HttpResponse:
    command = ReadControl(body=request.sight.body.code, language=language_now(), only=section)
    try:
        sections = read_control(command, actor=request.actor, now=request.now)
    except (NotYourBody, NoSuchSection):
        raise Http404 from None
    context = {
        "board": drawn(sections, request.actor, lambda pk: reverse("desk:case", args=[pk]), lambda _: ""),
        "only": section,
        "base_url": reverse("desk:control"),
        "today": request.today,
    }
    return draw(request, "desk/steering/board.html", context, current="control")

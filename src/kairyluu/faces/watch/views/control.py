"""The same for who stands above: everything of the bodies below that wants acting."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kairyluu.design.board import drawn
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import NotYourBody
from kairyluu.usecases.control.read_board import NoSuchSection, ReadControl, read_control


@require_safe
@from_above
def control(request: WatchRequest, section: str = "") -> HttpResponse:
    language = (get_language() or "ky")[:2]
    command = ReadControl(language=language, only=section)
    try:
        sections = read_control(command, actor=request.actor, now=timezone.now())
    except (NotYourBody, NoSuchSection):
        raise Http404 from None
    bodies = directory().bodies_by_id
    context = {
        "board": drawn(
            sections,
            request.actor,
            lambda pk: reverse("desk:case", args=[pk]),
            lambda body_id: bodies[body_id].short(language),
        ),
        "only": section,
        "base_url": reverse("watch:control"),
        "today": request.today,
    }
    return render(request, "watch/control.html", framed(request, "control") | context)

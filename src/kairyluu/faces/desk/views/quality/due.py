"""What the letters of this body promised and nobody has confirmed yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.usecases.quality.read_promises import ReadPromises, read_promises


@require_safe
@at_desk
def promises_due(request: DeskRequest) -> HttpResponse:
    command = ReadPromises(body=request.sight.body.code)
    promises = read_promises(command, actor=request.actor, now=request.now)
    context = {"promises": promises, "today": request.today}
    return draw(request, "desk/quality/due.html", context, current="promises")

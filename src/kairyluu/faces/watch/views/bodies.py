"""The bodies below with their figures; from each row to its lists, for who may read them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.alarms.unanswered import list_unanswered
from kairyluu.queries.oversight import list_figures


@require_safe
@from_above
def bodies(request: WatchRequest) -> HttpResponse:
    context = {
        "figures": list_figures(request.actor, request.today),
        "unanswered": list_unanswered(request.actor, request.today),
    }
    return render(request, "watch/bodies.html", framed(request, "bodies") | context)

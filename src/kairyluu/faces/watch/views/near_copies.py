"""The share of near copies among sent answers, per body and head, in the last twelve months."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.quality.overseeing import list_copy_figures

DAYS = 365


@require_safe
@from_above
def near_copies(request: WatchRequest) -> HttpResponse:
    since = request.today - timedelta(days=DAYS)
    figures = list_copy_figures(request.actor, since, request.today)
    context = {"figures": figures, "since": since, "until": request.today}
    return render(request, "watch/near_copies.html", context | framed(request, "near-copies"))

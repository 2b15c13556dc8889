"""Approving and publishing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kairyluu.faces.watch.analysis_words import sentence
from kairyluu.faces.watch.gate import WatchRequest, with_analyses
from kairyluu.faces.watch.views.analyses.one import page_of
from kairyluu.queries.analyses.finding import AnalysisNotFound, find_analysis
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.analysis.approve import ApproveAnalysis, approve_analysis
from kairyluu.usecases.analysis.publish import PublishAnalysis, publish_analysis


@require_POST
@with_analyses
def approve(request: WatchRequest, analysis_id: UUID) -> HttpResponse:
    seen = request.POST.get("seen_version", "")
    command = ApproveAnalysis(analysis_id=analysis_id, seen_version=int(seen) if seen.isdecimal() else 0)
    done = _("The analysis is approved and has its number; nothing in it changes any more.")
    return _acted(request, analysis_id, lambda **who: approve_analysis(command, **who), done)


@require_POST
@with_analyses
def publish(request: WatchRequest, analysis_id: UUID) -> HttpResponse:
    command = PublishAnalysis(analysis_id=analysis_id)
    done = _("The analysis is published on the portal.")
    return _acted(request, analysis_id, lambda **who: publish_analysis(command, **who), done)


def _acted(request: WatchRequest, analysis_id: UUID, act: Callable[..., Any], done: str) -> HttpResponse:
    try:
        act(actor=request.actor, now=timezone.now())
    except AnalysisNotFound:
        raise Http404 from None
    except Refused as refused:
        found = find_analysis(request.actor, analysis_id)
        status = 409 if isinstance(refused, ChangedMeanwhile) else 403
        return render(
            request, "watch/analysis.html", page_of(request, found, sentence(refused)), status=status
        )
    messages.success(request, done)
    return redirect("watch:analysis", analysis_id)

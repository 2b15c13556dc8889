"""Alarms with the times they were answered in, drills apart; and what rings for this reader now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kairyluu.faces.alarms.gate import AlarmsRequest, at_alarms
from kairyluu.faces.alarms.page import draw, language_now
from kairyluu.queries.alarms.seeing import list_cards
from kairyluu.usecases.alarms.mark import ringing_for


@require_safe
@at_alarms
def home(request: AlarmsRequest) -> HttpResponse:
    return _list(request, drills=False)


@require_safe
@at_alarms
def drills(request: AlarmsRequest) -> HttpResponse:
    return _list(request, drills=True)


@require_safe
@at_alarms
def now(request: AlarmsRequest) -> HttpResponse:
    """The banner alone, for the script of every staff page."""
    context = {"ringing": ringing_for(request.actor, request.now), "language": language_now()}
    return render(request, "design/parts/alarms.html", context)


def _list(request: AlarmsRequest, *, drills: bool) -> HttpResponse:
    cards = list_cards(request.actor, request.today, drills=drills)
    context = {"cards": cards, "is_drills": drills}
    return draw(request, "alarms/home.html", context, current="drills" if drills else "home")

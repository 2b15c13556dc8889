"""One alarm: what is known, who knows and since when; one click answers it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.alarms.gate import AlarmsRequest, at_alarms
from kairyluu.faces.alarms.page import draw, language_now
from kairyluu.rules.spelling import clean_text
from kairyluu.usecases.alarms.answer import (
    AcknowledgeAlarm,
    CloseAlarm,
    NothingDone,
    acknowledge_alarm,
    close_alarm,
)
from kairyluu.usecases.alarms.mark import ReadAlarm, read_alarm

LONGEST = 2000


@require_safe
@at_alarms
def alarm(request: AlarmsRequest, alarm_id: UUID) -> HttpResponse:
    """`?again` is the page renewing itself."""
    return _page(request, alarm_id)


@require_safe
@at_alarms
def state(request: AlarmsRequest, alarm_id: UUID) -> HttpResponse:
    """Who knows, for the script."""
    command = ReadAlarm(alarm_id=alarm_id, is_renewed=True)
    card = read_alarm(command, actor=request.actor, now=request.now)
    return render(request, "alarms/who_knows.html", {"card": card, "language": language_now()})


@require_POST
@at_alarms
def acknowledge(request: AlarmsRequest, alarm_id: UUID) -> HttpResponse:
    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm_id), actor=request.actor, now=request.now)
    messages.success(request, _("You have acknowledged the alarm."))
    return redirect("alarms:alarm", alarm_id)


@require_POST
@at_alarms
def close(request: AlarmsRequest, alarm_id: UUID) -> HttpResponse:
    words = clean_text(request.POST.get("words", ""))[:LONGEST]
    try:
        close_alarm(CloseAlarm(alarm_id=alarm_id, words=words), actor=request.actor, now=request.now)
    except NothingDone:
        return _page(request, alarm_id, problem=_("Write what was done."), status=422)
    messages.success(request, _("The alarm is closed."))
    return redirect("alarms:alarm", alarm_id)


def _page(request: AlarmsRequest, alarm_id: UUID, *, problem: str = "", status: int = 200) -> HttpResponse:
    command = ReadAlarm(alarm_id=alarm_id, is_renewed="again" in request.GET)
    card = read_alarm(command, actor=request.actor, now=request.now)
    context = {"card": card, "alarm": card.alarm, "problem": problem}
    current = "drills" if card.alarm.is_drill else "home"
    return draw(request, "alarms/alarm.html", context, current=current, status=status)

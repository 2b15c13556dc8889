"""Raising an alarm without a call: from the desk on an appeal of any channel, by itself, or as a drill."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.alarms.gate import AlarmsRequest, at_alarms
from kairyluu.faces.alarms.page import draw
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import alarms
from kairyluu.rules.spelling import clean_text
from kairyluu.usecases.alarms.raise_alarm import RaiseAlarm, UnknownClass, raise_alarm

LONGEST = 20_000


@require_http_methods(["GET", "HEAD", "POST"])
@at_alarms
def raise_(request: AlarmsRequest) -> HttpResponse:
    """`appeal` names the appeal it is about; without it the alarm is the body's own."""
    bodies = _bodies(request)
    if not bodies:
        raise Http404
    if request.method != "POST":
        return _page(request, bodies)
    wanted = request.POST.get("body", "")
    command = RaiseAlarm(
        raising_key=_uuid(request.POST.get("raising_key")) or uuid4(),
        urgent_class=request.POST.get("alarm", ""),
        appeal_id=_uuid(request.POST.get("appeal")),
        body=wanted if wanted in {body.code for body in bodies} else bodies[0].code,
        words=clean_text(request.POST.get("words", ""))[:LONGEST],
        is_drill="drill" in request.POST,
    )
    try:
        made = raise_alarm(command, actor=request.actor, now=request.now)
    except UnknownClass:
        return _page(request, bodies, problem=_("Choose the class."), status=422)
    messages.success(request, _("The alarm has gone out."))
    return redirect("alarms:alarm", made.pk)


def _page(request: AlarmsRequest, bodies: list[Any], *, problem: str = "", status: int = 200) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    context = {
        "bodies": bodies,
        "classes": list(directory().urgent_classes.values()),
        "raising_key": uuid4(),
        "appeal": _uuid(sent.get("appeal")) or "",
        "words": request.POST.get("words", ""),
        "is_drill": "drill" in sent,
        "problem": problem,
    }
    return draw(request, "alarms/raise.html", context, current="raise", status=status)


def _bodies(request: AlarmsRequest) -> list[Any]:
    """In whose name the reader may raise an alarm."""
    mine = dict.fromkeys(post.body_code for post in request.actor.posts)
    bodies = [directory().bodies[code] for code in mine if code in directory().bodies]
    return [body for body in bodies if alarms.may_raise(request.actor, body.pk)]


def _uuid(value: str | None) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None

"""The first page of the console: open a call, go on with one, today's counts."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.console.forms import seen_version, uuid_or_none
from kairyluu.faces.console.gate import ConsoleRequest, at_console
from kairyluu.faces.console.page import draw
from kairyluu.faces.console.sentences import sentence
from kairyluu.faces.console.views.ringing import backs, rings
from kairyluu.queries.calls.calls import count_outcomes, list_open
from kairyluu.queries.calls.lines import card_of, operators_of
from kairyluu.rules.calls import outcomes
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import NotATelephone, clean_line
from kairyluu.usecases.calls.open import OpenCall, open_call
from kairyluu.usecases.exchange.announced import TakenByAnother

DONE = "call_done"


@require_safe
@at_console
def home(request: ConsoleRequest) -> HttpResponse:
    return _home(request)


@require_POST
@at_console
def open_new(request: ConsoleRequest) -> HttpResponse:
    command = OpenCall(
        opening_key=uuid_or_none(request.POST.get("opening_key")) or uuid4(),
        line=request.POST.get("line", ""),
        number=clean_line(request.POST.get("number", "")[:60]),
        incoming=seen_version(request.POST.get("incoming")),
        call_back=seen_version(request.POST.get("call_back")),
    )
    try:
        call = open_call(command, actor=request.actor, now=request.now)
    except (NotATelephone, TakenByAnother) as refused:
        return _home(request, refused)
    return redirect("console:call", call.pk)


def _home(request: ConsoleRequest, refused: Refused | None = None) -> HttpResponse:
    midnight = timezone.localtime(request.now).replace(hour=0, minute=0, second=0, microsecond=0)
    done = request.session.pop(DONE, None) if "done" in request.GET else None
    context: dict[str, Any] = {
        "opening_key": uuid4(),
        "cards": [
            (card_of(line, request.now), count_outcomes(request.actor, line, midnight))
            for line in request.lines
        ],
        "answering": {line.code: operators_of(line, request.today) for line in request.lines},
        "open_calls": list_open(request.actor),
        "why": outcomes.NO_APPEAL,
        "typed_number": request.POST.get("number", ""),
        "problem": sentence(refused)[0] if refused else "",
        "done": done,
        **rings(request),
        **backs(request),
    }
    return draw(request, "console/home.html", context, current="home", status=422 if refused else 200)

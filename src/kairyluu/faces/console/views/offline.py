"""The console without a connection: the blank page that the browser keeps, and what opens here what was opened there."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.console.forms import read_json, seen_version, uuid_or_none
from kairyluu.faces.console.gate import ConsoleRequest, at_console
from kairyluu.faces.console.page import draw
from kairyluu.faces.console.views.call import form_of
from kairyluu.queries.calls.calls import blank_call
from kairyluu.rules.spelling import NotATelephone, clean_line, phone_e164
from kairyluu.usecases.calls.open import OpenCall, open_call


@require_safe
@at_console
def blank(request: ConsoleRequest) -> HttpResponse:
    """The form of a call that no server knows yet."""
    found = blank_call(request.lines[0], request.now)
    return draw(
        request, "console/call.html", form_of(request, found, {}) | {"is_blank": True}, current="home"
    )


@require_safe
@at_console
def worker(request: ConsoleRequest) -> HttpResponse:
    """Under the console's own address, because a worker reaches no further than that."""
    return render(request, "console/worker.js", content_type="text/javascript")


@require_POST
@at_console
def open_kept(request: ConsoleRequest) -> HttpResponse:
    """A call opened without a connection: where it is now. Sent twice, it is the same call."""
    sent = read_json(request)
    number = clean_line(sent.get("number", "")[:60])
    command = OpenCall(
        opening_key=uuid_or_none(sent.get("opening_key")) or uuid4(),
        line=sent.get("line", ""),
        number=number if _is_telephone(number) else "",
        ago=timedelta(seconds=seen_version(sent.get("ago"))),
    )
    call = open_call(command, actor=request.actor, now=request.now)
    return JsonResponse({"url": reverse("console:call", args=[call.pk]), "version": call.version})


def _is_telephone(number: str) -> bool:
    try:
        return bool(phone_e164(number))
    except NotATelephone:
        return False

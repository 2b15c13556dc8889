"""Who rings now, and who is to be called back."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.console.gate import ConsoleRequest, at_console
from kairyluu.faces.console.sentences import sentence
from kairyluu.queries.exchange.telephone import list_call_backs, list_ringing
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line
from kairyluu.usecases.exchange.settle_call_back import (
    NoteCallBack,
    SettleCallBack,
    note_call_back,
    settle_call_back,
)


@require_safe
@at_console
def ringing(request: ConsoleRequest) -> HttpResponse:
    """The calls alone, for the script that asks every few seconds."""
    return render(request, "console/ringing.html", rings(request))


def rings(request: ConsoleRequest) -> dict[str, Any]:
    """For the first page too."""
    return {
        "incoming": [(one, uuid4()) for one in list_ringing(request.actor, request.lines, request.now)],
        "n_lines": len(request.lines),
    }


def backs(request: ConsoleRequest) -> dict[str, Any]:
    return {"call_backs": [(one, uuid4()) for one in list_call_backs(request.lines)]}


@require_POST
@at_console
def note(request: ConsoleRequest) -> HttpResponse:
    command = NoteCallBack(
        line=request.POST.get("line", "") or request.lines[0].code,
        number=clean_line(request.POST.get("back_number", "")[:60]),
        note=clean_line(request.POST.get("note", "")[:600]),
    )
    try:
        note_call_back(command, actor=request.actor, now=request.now)
        messages.success(request, _("Listed to be called back."))
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    return redirect("console:home")


@require_POST
@at_console
def settle(request: ConsoleRequest, entry_id: int) -> HttpResponse:
    """`outcome`: not_reached, given_up, not_needed. Being reached opens a call: that is the other form of the row."""
    command = SettleCallBack(call_back_id=entry_id, outcome=request.POST.get("outcome", ""))
    try:
        settle_call_back(command, actor=request.actor, now=request.now)
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    return redirect("console:home")

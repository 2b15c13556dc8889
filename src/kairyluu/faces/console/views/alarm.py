"""One key raises an alarm in the middle of a call: with what is typed so far, whatever else is missing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.console.forms import seen_version, typed, uuid_or_none
from kairyluu.faces.console.gate import ConsoleRequest, at_console
from kairyluu.faces.console.page import language_now
from kairyluu.faces.console.views.call import redrawn
from kairyluu.faces.console.views.urgent import raise_typed
from kairyluu.queries.alarms.seeing import list_of_call
from kairyluu.queries.calls.calls import find_call
from kairyluu.rules.calls import outcomes
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.calls.save import SaveCall, save_call

SCRIPT = "fetch"  # the value of X-Requested-With that the console's script sends


@require_POST
@at_console
def raise_in_call(request: ConsoleRequest, call_id: UUID) -> HttpResponse:
    """The alarm first; only then, and only for a browser without the script, the form is saved."""
    fields, code = typed(request.POST), request.POST.get("alarm", "")
    try:
        raise_typed(request, call_id, code or request.POST.get("drill", ""), is_drill=not code)
    except Refused as refused:
        return redrawn(request, find_call(request.actor, call_id), fields, refused)
    if request.headers.get("X-Requested-With") == SCRIPT:
        return HttpResponse(
            status=204
        )  # who knows is asked for a moment later: other alarms wait behind this one
    messages.success(request, _("The alarm has gone out. Who knows stands at the right."))
    return _saved(request, call_id, fields)


@require_safe
@at_console
def alarms_of_call(request: ConsoleRequest, call_id: UUID) -> HttpResponse:
    """Who knows and since when, for the script."""
    find_call(request.actor, call_id)
    cards = list_of_call(request.actor, call_id, request.today)
    return render(request, "console/alarms/of_call.html", {"alarms": cards, "language": language_now()})


def _saved(request: ConsoleRequest, call_id: UUID, fields: dict[str, str]) -> HttpResponse:
    call = find_call(request.actor, call_id)
    if call.state != outcomes.OPEN:
        return redirect("console:home")
    command = SaveCall(
        call_id=call_id,
        fields=fields,
        seen_version=seen_version(request.POST.get("seen_version")),
        save_key=uuid_or_none(request.POST.get("save_key")),
    )
    try:
        save_call(command, actor=request.actor, now=request.now)
    except Refused as refused:
        return redrawn(request, find_call(request.actor, call_id), fields, refused)
    return redirect(f"{reverse('console:call', args=[call_id])}#alarm")

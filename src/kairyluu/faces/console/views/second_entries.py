"""What has not got through to the document system yet, for who looks after it: send again, or write the number down."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.console.gate import ConsoleRequest, at_entries
from kairyluu.faces.console.page import draw
from kairyluu.faces.console.sentences import sentence
from kairyluu.queries.exchange.second_entries import list_newest, list_unsettled
from kairyluu.rules.exchange.access import may_note_number
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line
from kairyluu.usecases.exchange.note_number import NoteNumber, note_number
from kairyluu.usecases.exchange.send_again import NoSuchEntry, SendAgain, send_again


@require_safe
@at_entries
def second_entries(request: ConsoleRequest) -> HttpResponse:
    body = request.lines[0].body
    context = {
        "rows": list_unsettled(request.actor, body),
        "done": list_newest(request.actor, body),
        "may_note": bool(may_note_number(request.actor, body.pk)),
        "today": request.today,
    }
    return draw(request, "console/second_entries.html", context, current="second-entries")


@require_POST
@at_entries
def send(request: ConsoleRequest, key: UUID) -> HttpResponse:
    """`do` is number where it is written down by hand; otherwise the worker tries at once."""
    try:
        if request.POST.get("do") == "number":
            command = NoteNumber(
                entry_id=key,
                number=clean_line(request.POST.get("number", "")[:200]),
                on=_day(request.POST.get("on", "")),
            )
            note_number(command, actor=request.actor, now=request.now)
            messages.success(request, _("The number is written down."))
        else:
            send_again(SendAgain(entry_id=key), actor=request.actor, now=request.now)
            messages.success(request, _("It is being sent again."))
    except (NoSuchEntry, NotAllowed):
        raise Http404 from None
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    return redirect("console:second-entries")


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None

"""One click in the inbox: the next number of the register book for one appeal."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.sentences import sentence
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal


@require_POST
@at_desk
def register_now(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """Back to the inbox with the number, or with the reason why not: then the row is looked at first."""
    command = RegisterAppeal(appeal_id=appeal_id, seen_version=_seen_version(request))
    try:
        appeal = register_appeal(command, actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    else:
        messages.success(request, _("Registered: No. %(number)s") % {"number": appeal.number})
    return redirect("desk:inbox")


def _seen_version(request: DeskRequest) -> int:
    """The version the row was drawn with; anything else is an old row."""
    typed = request.POST.get("seen_version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0

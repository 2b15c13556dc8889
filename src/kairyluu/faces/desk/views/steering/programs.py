"""The programs that act in the reader's own name: he takes the secret, shown once, and ends what he no longer wants."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.queries.exchange.programs import list_programs_of
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.programs.end import EndProgram, end_program
from kairyluu.usecases.programs.take import TakeSecret, take_secret


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def programs(request: DeskRequest) -> HttpResponse:
    """The answer to the POST shows the new secret; no other page ever does."""
    made = _done(request) if request.method == "POST" else ("", "")
    context = {"programs": list_programs_of(request.actor), "made_of": made[0], "made": made[1]}
    return draw(request, "desk/steering/programs.html", context, current="programs")


def _done(request: DeskRequest) -> tuple[str, str]:
    """The program and its secret, empty where it was ended."""
    try:
        program_id = UUID(request.POST.get("program", ""))
        if request.POST.get("do") == "end":
            end_program(EndProgram(program_id=program_id), actor=request.actor, now=request.now)
            messages.success(request, _("The program is ended: nothing comes in by it any more."))
            return "", ""
        secret = take_secret(TakeSecret(program_id=program_id), actor=request.actor, now=request.now)
        return str(program_id), secret
    except (ValueError, Refused):
        raise Http404 from None

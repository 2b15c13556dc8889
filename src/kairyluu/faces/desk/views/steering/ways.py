"""How an official is told of his work; alarms go their own way whatever is chosen here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.queries.notices.chosen import Whose
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.notices.offered import find_offered
from kairyluu.usecases.notices.posted import take_posted


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def ways(request: DeskRequest) -> HttpResponse:
    whose = Whose(account_id=request.actor.account_id)
    if request.method != "POST":
        context = vars(find_offered(whose, now=request.now))
        return draw(request, "desk/steering/ways.html", context, current="ways")
    try:
        take_posted(request.POST, whose, actor=request.actor, now=request.now)
    except Refused:
        messages.error(request, _("This browser or chat could not be added."))
    else:
        messages.success(request, _("Your choice is saved."))
    return redirect("desk:ways")

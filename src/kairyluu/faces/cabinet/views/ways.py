"""How the owner of the cabinet is told about all his appeals."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.frame import draw
from kairyluu.queries.notices.chosen import Whose
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.notices.offered import find_offered
from kairyluu.usecases.notices.posted import take_posted


@at_home
def ways(request: HttpRequest, actor: Actor) -> HttpResponse:
    now, whose = timezone.now(), Whose(account_id=actor.account_id)
    if request.method != "POST":
        return draw(request, "cabinet/ways.html", vars(find_offered(whose, now=now)))
    try:
        take_posted(request.POST, whose, actor=actor, now=now)
    except Refused:
        messages.error(request, _("This browser or chat could not be added."))
    else:
        messages.success(request, _("Your choice is saved."))
    return redirect("cabinet:ways")

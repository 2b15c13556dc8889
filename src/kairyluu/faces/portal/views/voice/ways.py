"""The applicant chooses how to be told about one appeal; and the worker that shows pushed messages in his browser."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import uncached
from kairyluu.faces.portal.views.tracking import whose as who_is_it
from kairyluu.queries.notices.chosen import NobodyToTell, Whose
from kairyluu.queries.tracking import NoSuchAppeal
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.notices.offered import find_offered
from kairyluu.usecases.notices.posted import take_posted


@require_http_methods(["GET", "HEAD", "POST"])
@uncached
def ways(request: HttpRequest, number: str) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    try:
        whose = Whose(appeal_id=who_is_it(request, number, today))
        offered = find_offered(whose, now=now)
    except NoSuchAppeal:
        return redirect("portal:track")
    except NobodyToTell:
        return redirect("portal:track-show", number)
    if request.method != "POST":
        context = vars(offered) | {"number": number}
        return draw(request, "portal/voice/ways.html", context, current="track")
    try:
        take_posted(request.POST, whose, actor=gate.actor_at(request, today), now=now)
    except Refused:
        messages.error(request, _("This browser or chat could not be added."))
    else:
        messages.success(request, _("Your choice is saved."))
    return redirect("portal:track-ways", number)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """At the root, so that it may speak for the whole site."""
    return render(request, "portal/push_worker.js", content_type="text/javascript; charset=utf-8")

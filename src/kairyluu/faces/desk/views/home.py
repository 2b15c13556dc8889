"""Where an official begins his day."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kairyluu.faces.desk import nav
from kairyluu.faces.desk.gate import CHOICE, sight_at
from kairyluu.queries.actors import actor_of
from kairyluu.queries.lists.queues import queues_of
from kairyluu.queries.oversight import may_watch
from kairyluu.queries.sight import Sight, list_workplaces
from kairyluu.rules.facts import STAFF


@require_safe
@login_required
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """To the first list of who works in a body, to the bodies of who watches from above."""
    actor = actor_of(request.user, timezone.localdate())
    if actor.kind != STAFF:
        raise Http404
    if list_workplaces(actor) or CHOICE in request.GET:
        return redirect(_first_list(sight_at(request, actor), chosen=request.GET.get(CHOICE, "")))
    if may_watch(actor):
        return redirect(reverse("watch:home"))
    return render(request, "desk/no_lists.html", {"actor": actor})


def _first_list(sight: Sight, *, chosen: str) -> str:
    """A head begins with what waits for him, everybody else with the first list he has."""
    resolves = sight.has_role("head", "deputy") and not sight.has_role("registrar")
    url = nav.queue_url("to-resolve" if resolves else queues_of(sight)[0].code)
    return f"{url}?{urlencode({CHOICE: chosen})}" if chosen else url

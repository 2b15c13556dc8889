"""The bodies below with their figures; from each row to its lists, for who may read them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from kairyluu.design.wording import with_initials
from kairyluu.faces.watch import nav
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.oversight import list_figures


@require_safe
@from_above
def bodies(request: WatchRequest) -> HttpResponse:
    language = (get_language() or "ky")[:2]
    post = request.actor.post_as("overseer", "execution_controller", "portal_owner")
    context = {
        "figures": list_figures(request.actor, request.today),
        "desk_home": reverse("watch:home"),
        "who_name": with_initials(request.actor.name),
        "who_full": request.actor.name,
        "who_post": post.title(language) if post else "",
        "rail": nav.rail("bodies", request.actor),
    }
    return render(request, "watch/bodies.html", context)

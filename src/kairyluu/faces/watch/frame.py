"""What the layout of oversight needs around a page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from kairyluu.design.wording import with_initials
from kairyluu.faces.watch import nav
from kairyluu.faces.watch.gate import WatchRequest
from kairyluu.usecases.alarms.mark import ringing_for


def framed(request: WatchRequest, current: str) -> dict[str, Any]:
    """`current` is the page that is lit in the rail."""
    above = request.actor.post_as("overseer", "execution_controller", "portal_owner")
    post = above or next(iter(request.actor.posts), None)
    return {
        "desk_home": reverse("watch:home" if above else "desk:home"),
        "who_name": with_initials(request.actor.name),
        "who_full": request.actor.name,
        "who_post": post.title((get_language() or "ky")[:2]) if post else "",
        "rail": nav.rail(current, request.actor),
        "ringing": ringing_for(request.actor, timezone.now()),
    }

"""Drawing one page of the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kairyluu.design.wording import with_initials
from kairyluu.faces.desk import nav
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import Sight, list_workplaces
from kairyluu.usecases.alarms.mark import ringing_for


def language_now() -> str:
    """ky, ru or en."""
    return (get_language() or "ky")[:2]


def draw(
    request: DeskRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    """`current` is the list or page that is lit in the rail; empty lights none."""
    return render(request, template, frame(request, current) | context, status=status)


def frame(request: DeskRequest, current: str) -> dict[str, Any]:
    """What the layout needs: the bar, the rail, the bodies to choose from."""
    language = language_now()
    body, actor = request.sight.body, request.actor
    posts = [p for p in actor.posts if p.body_id == body.pk] or list(actor.posts)
    places = list_workplaces(actor)
    return {
        "desk_home": reverse("desk:home"),
        "desk_search": reverse("desk:search"),
        "desk_body": body.short(language),
        "who_name": with_initials(actor.name),
        "who_full": actor.name,
        "who_post": posts[0].title(language) if posts else "",
        "rail": nav.rail(request, current),
        "workplaces": [(p.code, p.short(language), p.pk == body.pk) for p in places]
        if len(places) > 1
        else [],
        "reads_only": not request.sight.works_here,
        "is_closed": not body.is_active,
        "successor": _successor(request.sight, language),
        "language": language,
        "ringing": ringing_for(actor, request.now),
    }


def _successor(sight: Sight, language: str) -> str:
    """To whom the affairs of a closed body went; empty where it is not known, or not closed."""
    found = directory().ever.get(sight.body.successor_code) if not sight.body.is_active else None
    return found.short(language) if found else ""

"""Drawing one page: the bar and the rail of the desk, with the way back to where one works."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.design.nav import Item, Section
from kairyluu.design.wording import with_initials
from kairyluu.faces.law.gate import LawRequest
from kairyluu.queries.calls.lines import lines_answered_by
from kairyluu.queries.referrals.seeing import count_waiting
from kairyluu.queries.sight import list_workplaces
from kairyluu.usecases.alarms.mark import ringing_for


def language_now() -> str:
    """ky, ru or en."""
    return (get_language() or "ky")[:2]


def draw(
    request: LawRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    language, actor = language_now(), request.actor
    body = request.bodies[0] if request.bodies else None
    posts = [post for post in actor.posts if body and post.body_id == body.pk] or list(actor.posts)
    frame = {
        "desk_body": body.short(language) if body else "",
        "who_name": with_initials(actor.name),
        "who_full": actor.name,
        "who_post": posts[0].title(language) if posts else "",
        "rail": _rail(request, current),
        "language": language,
        "ringing": ringing_for(actor, request.now),
    }
    return render(request, template, frame | context, status=status)


def _rail(request: LawRequest, current: str) -> list[Section]:
    n_late = count_waiting(request.actor, now=request.now, today=request.today)
    items = [
        Item(
            _("Reports referred to law enforcement"),
            reverse("law:referrals"),
            current == "referrals",
            n_late or None,
            is_late=True,
        )
    ]
    if request.bodies:
        items.append(Item(_("Refer a report"), reverse("law:new"), current == "new"))
    back = []
    if lines_answered_by(request.actor):
        back.append(Item(_("Taking a call"), reverse("console:home")))
    if list_workplaces(request.actor):
        back.append(Item(_("Desk"), reverse("desk:home")))
    law = Section(_("Law enforcement"), tuple(items))
    return [law, Section(_("Back to work"), tuple(back))] if back else [law]

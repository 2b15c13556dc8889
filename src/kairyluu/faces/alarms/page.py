"""Drawing one page about alarms."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.design.nav import Item, Section
from kairyluu.design.wording import with_initials
from kairyluu.faces.alarms.gate import AlarmsRequest
from kairyluu.rules.calls import alarms
from kairyluu.usecases.alarms.mark import ringing_for


def language_now() -> str:
    """ky, ru or en."""
    return (get_language() or "ky")[:2]


def draw(
    request: AlarmsRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    language, post = language_now(), request.actor.posts[0]
    ringing = ringing_for(request.actor, request.now)
    here = getattr(context.get("alarm"), "pk", None)
    frame = {
        "who_name": with_initials(request.actor.name),
        "who_full": request.actor.name,
        "who_post": post.title(language),
        "rail": _rail(request, current),
        "language": language,
        "ringing": ringing,
        # The banner above every page has the button already.
        "rings_here": any(one.alarm.pk == here for one in ringing),
    }
    return render(request, template, frame | context, status=status)


def _rail(request: AlarmsRequest, current: str) -> list[Section]:
    items = [
        Item(_("Alarms"), reverse("alarms:home"), current == "home"),
        Item(_("Drills"), reverse("alarms:drills"), current == "drills"),
    ]
    if any(alarms.may_raise(request.actor, post.body_id) for post in request.actor.posts):
        items.append(Item(_("Raise an alarm"), reverse("alarms:raise"), current == "raise"))
    desk = Section(_("Appeals"), (Item(_("Desk"), "/desk/"),))
    return [Section(_("Urgent"), tuple(items)), desk]

"""Drawing one page of the console: the bar and the rail of the desk, with the telephone's own pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.design.nav import Item, Section
from kairyluu.design.wording import with_initials
from kairyluu.faces.console.gate import ConsoleRequest
from kairyluu.queries.calls.calls import list_open
from kairyluu.queries.calls.journal import list_readable
from kairyluu.queries.calls.lines import lines_answered_by
from kairyluu.queries.exchange.second_entries import count_dead, lines_kept_by
from kairyluu.queries.referrals.seeing import count_waiting
from kairyluu.usecases.alarms.mark import ringing_for

HEADS = ("head", "deputy")


def language_now() -> str:
    """ky, ru or en."""
    return (get_language() or "ky")[:2]


def draw(
    request: ConsoleRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    language, actor, body = language_now(), request.actor, request.lines[0].body
    posts = [post for post in actor.posts if post.body_id == body.pk] or list(actor.posts)
    frame = {
        "desk_body": body.short(language),
        "who_name": with_initials(actor.name),
        "who_full": actor.name,
        "who_post": posts[0].title(language) if posts else "",
        "rail": _rail(request, current),
        "language": language,
        "takes_calls": bool(lines_answered_by(actor)),
        "ringing": ringing_for(actor, request.now),
        "browser_owner": salted_hmac("kept in the browser", str(actor.account_id)).hexdigest()[:12],
    }
    return render(request, template, frame | context, status=status)


def _rail(request: ConsoleRequest, current: str) -> list[Section]:
    items = []
    if lines_answered_by(request.actor):
        n_open = len(list_open(request.actor))
        items.append(Item(_("Taking a call"), reverse("console:home"), current == "home", n_open or None))
    if list_readable(request.actor):
        items.append(Item(_("Journal of the line"), reverse("console:journal"), current == "journal"))
    if request.actor.has_role(*HEADS, body_id=request.lines[0].body_id):
        items.append(Item(_("Submitted today"), reverse("console:today"), current == "today"))
    if kept := lines_kept_by(request.actor):
        n_dead = count_dead(request.actor, kept[0].body)
        where = reverse("console:second-entries")
        items.append(Item(_("Document system"), where, current == "second-entries", n_dead or None))
    items.append(Item(_("Alarms"), reverse("alarms:home")))
    n_late = count_waiting(request.actor, now=request.now, today=request.today)
    items.append(Item(_("Law enforcement"), reverse("law:referrals"), False, n_late or None, is_late=True))
    desk = Section(_("Appeals"), (Item(_("Desk"), "/desk/"),))
    return [Section(_("Trust telephone"), tuple(items)), desk]

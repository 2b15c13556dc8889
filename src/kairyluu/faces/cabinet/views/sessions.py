"""Where I am signed in: each session with its sign-out, and one button for all the others."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.frame import draw
from kairyluu.faces.cabinet.sessions.keeping import end_the_others, own_key
from kairyluu.queries.people.sign_ins import list_sign_ins
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.sessions.end import EndSession, NoSuchSession, end_session


@at_home
def sessions(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method == "POST":
        _end(request, actor)
        return redirect("cabinet:sessions")
    rows = list_sign_ins(actor, timezone.now())
    own = own_key(request)
    shown = [{"row": row, "is_own": row.key == own} for row in rows]
    has_others = any(not one["is_own"] for one in shown)
    return draw(request, "cabinet/sessions.html", {"sessions": shown, "has_others": has_others})


def _end(request: HttpRequest, actor: Actor) -> None:
    if request.POST.get("do") == "others":
        end_the_others(request)
        messages.success(request, _("You are signed out everywhere else."))
        return
    try:
        end_session(EndSession(key=UUID(request.POST.get("session", ""))), actor=actor, now=timezone.now())
    except (ValueError, NoSuchSession):
        messages.info(request, _("This session was over already."))
        return
    messages.success(request, _("The session is over."))

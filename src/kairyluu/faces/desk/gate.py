"""Who may enter the desk: signed-in staff with a tenure today, in the name of one body.

Whoever works in several bodies, or reads a subtree from above, chooses one by `?body=`; the choice is kept in a cookie
and checked at every request, so that a post given up closes its body at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.queries.actors import actor_of
from kairyluu.queries.sight import NotYourBody, Sight, find_sight, list_overseen, list_workplaces
from kairyluu.rules.facts import STAFF, Actor

CHOICE = "body"
COOKIE = "desk_body"


class DeskRequest(HttpRequest):
    """A request inside the gate. `sight` is the body in whose name one works and what is seen of it."""

    actor: Actor
    sight: Sight
    now: datetime
    today: date


View = Callable[..., HttpResponse]


def at_desk(view: View) -> Any:
    """A page of the desk: never cached; to everybody who does not work here it does not exist."""

    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        request.actor = actor_of(request.user, request.today)
        if request.actor.kind != STAFF:
            raise Http404
        request.sight = sight_at(request, request.actor)
        response = view(request, *args, **kwargs)
        if chosen := request.GET.get(CHOICE, ""):
            _remember(response, chosen)
        return response

    return never_cache(login_required(page))


def sight_at(request: HttpRequest, actor: Actor) -> Sight:
    """The body asked for, else the one kept, else the first workplace, else the first one overseen."""
    chosen, kept = request.GET.get(CHOICE, ""), request.COOKIES.get(COOKIE, "")
    try:
        if chosen:
            return find_sight(actor, chosen)
        return _kept(actor, kept) or find_sight(actor, _first(actor))
    except NotYourBody:
        raise Http404 from None


def _kept(actor: Actor, code: str) -> Sight | None:
    try:
        return find_sight(actor, code) if code else None
    except NotYourBody:
        return None


def _first(actor: Actor) -> str:
    places = list_workplaces(actor) or list_overseen(actor)
    working = [body for body in places if body.is_active]
    return (working or places)[0].code if places else ""


def _remember(response: HttpResponse, code: str) -> None:
    response.set_cookie(
        COOKIE,
        code,
        max_age=settings.SESSION_COOKIE_AGE,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )

"""Who stands at the door, and to which rooms an account leads."""

from __future__ import annotations

from datetime import datetime
from functools import wraps
from typing import Any, Protocol

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.queries.actors import actor_of
from kairyluu.queries.cabinet import NotInYourCabinet
from kairyluu.rules.facts import STAFF, Actor

OPERATORS = {"technical_operator"}


class Room(Protocol):
    def __call__(self, request: HttpRequest, actor: Actor, *args: Any, **kwargs: Any) -> HttpResponse: ...


def actor_behind(account: Any, now: datetime) -> Actor:
    return actor_of(account, timezone.localdate(now))


def at_home(view: Room) -> Any:
    """The page of a signed-in person, never cached; what is somebody else's is not there."""

    @wraps(view)
    def room(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, actor_behind(request.user, timezone.now()), *args, **kwargs)
        except NotInYourCabinet:
            raise Http404 from None

    return never_cache(login_required(room))


def home_of(request: HttpRequest) -> str:
    """Officials to the desk, who only answers the telephone to the console, who only runs the system to its administration, everybody else to the cabinet."""
    actor = actor_behind(request.user, timezone.now())
    roles = {post.role for post in actor.posts}
    if roles == {"hotline_operator"}:
        return "/console/"
    if actor.kind == STAFF and not roles <= OPERATORS:
        return "/desk/"
    if roles or getattr(request.user, "is_staff", False):
        return "/sysadmin/"
    return reverse("cabinet:home")

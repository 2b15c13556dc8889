"""Who may enter: whoever refers to law enforcement in some body, reads its referrals, or oversees it. To everybody else
these pages do not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.queries.actors import actor_of
from kairyluu.queries.referrals.seeing import ReferralNotFound, bodies_of
from kairyluu.rules.facts import STAFF, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.calls.opening import CallNotFound

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body

ABOVE = ("overseer", "execution_controller")


class LawRequest(HttpRequest):
    """`bodies`: where the actor may refer or read; empty for who only oversees."""

    actor: Actor
    bodies: list[Body]
    now: datetime
    today: date


def at_law(view: Callable[..., HttpResponse]) -> Any:
    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        request.actor = actor_of(request.user, request.today)
        request.bodies = bodies_of(request.actor) if request.actor.kind == STAFF else []
        if not request.bodies and not any(post.role in ABOVE for post in request.actor.posts):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except (ReferralNotFound, AppealNotFound, CallNotFound, NotAllowed):
            raise Http404 from None

    return never_cache(login_required(page))

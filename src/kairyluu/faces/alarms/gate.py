"""Who may come to the alarms: staff in office. Which alarm is there for whom is asked of each alarm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.queries.actors import actor_of
from kairyluu.queries.alarms.seeing import AlarmNotFound
from kairyluu.rules.facts import STAFF, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound

View = Callable[..., HttpResponse]


class AlarmsRequest(HttpRequest):
    actor: Actor
    now: datetime
    today: date


def at_alarms(view: View) -> Any:
    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        request.actor = actor_of(request.user, request.today)
        if request.actor.kind != STAFF:
            raise Http404
        return answered(view, request, *args, **kwargs)

    return never_cache(login_required(page))


def answered(view: View, *args: Any, **kwargs: Any) -> HttpResponse:
    """What is hidden and what may not be done are both not there."""
    try:
        return view(*args, **kwargs)
    except (AlarmNotFound, AppealNotFound, NotAllowed):
        raise Http404 from None

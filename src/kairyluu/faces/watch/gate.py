"""Who may watch from above: overseers, the controller of execution, the portal's owner, and heads their figures; to others it does not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kairyluu.queries.actors import actor_of
from kairyluu.queries.analyses.finding import may_keep
from kairyluu.queries.oversight import may_count, may_watch
from kairyluu.rules.facts import Actor


class WatchRequest(HttpRequest):
    """A request inside the gate."""

    actor: Actor
    today: date


def from_above(view: Callable[..., HttpResponse]) -> Any:
    """A page of oversight, never cached."""
    return _for(may_watch, view)


def with_figures(view: Callable[..., HttpResponse]) -> Any:
    """A page of figures: heads for what is below them too."""
    return _for(may_count, view)


def with_analyses(view: Callable[..., HttpResponse]) -> Any:
    """A page of analyses: those who keep account of appeals in their body too (clauses 3 and 6)."""
    return _for(may_keep, view)


def _for(may: Callable[[Actor], bool], view: Callable[..., HttpResponse]) -> Any:
    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.today = timezone.localdate()
        request.actor = actor_of(request.user, request.today)
        if not may(request.actor):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(login_required(page))

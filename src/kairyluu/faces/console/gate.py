"""Who may enter the console: the operators of a line; its journal is read by their superiors too. To everybody else it
does not exist."""

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
from kairyluu.queries.calls.calls import NoSuchCall
from kairyluu.queries.calls.journal import list_readable
from kairyluu.queries.calls.lines import NoSuchLine, lines_answered_by
from kairyluu.queries.exchange.second_entries import lines_kept_by
from kairyluu.rules.facts import STAFF, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.calls.correct_entry import EntryNotFound
from kairyluu.usecases.calls.opening import CallNotFound

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Line

View = Callable[..., HttpResponse]


class ConsoleRequest(HttpRequest):
    """A request inside the gate. `lines` are those the actor answers, or whose journal he reads."""

    actor: Actor
    lines: list[Line]
    now: datetime
    today: date


def at_console(view: View) -> Any:
    """A page for operators."""
    return _gate(view, lines_answered_by)


def at_journal(view: View) -> Any:
    """A page for operators and their superiors."""
    return _gate(view, list_readable)


def at_entries(view: View) -> Any:
    """A page for who looks after the document system of a body."""
    return _gate(view, lines_kept_by)


def _gate(view: View, lines_of: Callable[[Actor], list[Line]]) -> Any:
    @wraps(view)
    def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        request.actor = actor_of(request.user, request.today)
        request.lines = lines_of(request.actor) if request.actor.kind == STAFF else []
        if not request.lines:
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except (NoSuchCall, NoSuchLine, CallNotFound, EntryNotFound, NotAllowed):
            raise Http404 from None

    return never_cache(login_required(page))

"""When a session was seen last: written at most every ten minutes, and when it got another key."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kairyluu.faces.cabinet.sessions.keeping import MARK
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.sessions.begin import SeeSession, see_session

SECONDS = 600


class Seen:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # A page that asked nobody's name stays one: looking into the session would make it a private page.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.accessed:
            _see(request)
        return response


def _see(request: HttpRequest) -> None:
    mark, key = request.session.get(MARK), request.session.session_key
    if not mark or not key:
        return
    now = int(time.time())
    if mark["session"] == key and now - mark["seen"] < SECONDS:
        return
    see_session(SeeSession(key=UUID(mark["key"]), session_key=key), actor=Actor(), now=timezone.now())
    request.session[MARK] = mark | {"session": key, "seen": now}

"""A session knows its own row in the list; who keeps only this one gets a new key for it."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID, uuid4

from allauth.account.adapter import get_adapter
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from django.utils import timezone

from kairyluu.faces.cabinet.doors import actor_behind
from kairyluu.faces.cabinet.sessions.reading import browser_of, device_of, shortened
from kairyluu.usecases.people.sessions.begin import BeginSession, begin_session
from kairyluu.usecases.people.sessions.end import EndAllSessions, end_all_sessions

MARK = "sign_in"


def note_session(request: HttpRequest, account: Any) -> None:
    """After a sign-in: this session stands in the owner's list from now on."""
    if not request.session.session_key:
        request.session.save()
    key, now = uuid4(), timezone.now()
    agent = request.headers.get("User-Agent", "")
    command = BeginSession(
        key=key,
        session_key=str(request.session.session_key),
        browser=browser_of(agent),
        device=device_of(agent),
        address=shortened(get_adapter(request).get_client_ip(request)),
    )
    begin_session(command, actor=actor_behind(account, now), now=now)
    request.session[MARK] = {"key": str(key), "session": command.session_key, "seen": int(time.time())}


def own_key(request: HttpRequest) -> UUID | None:
    mark = request.session.get(MARK)
    return UUID(mark["key"]) if mark else None


def end_the_others(request: HttpRequest) -> None:
    """Every session of the account is over; this browser goes on under a new key."""
    account: Any = request.user
    now = timezone.now()
    end_all_sessions(EndAllSessions(), actor=actor_behind(account, now), now=now)
    account.refresh_from_db(fields=["n_sign_outs"])
    update_session_auth_hash(request, account)
    note_session(request, account)

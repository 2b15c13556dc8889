"""Listening to an Asterisk for one line, until told to stop: what it says goes the way of the HTTP hook."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Event

from django.db import InterfaceError, OperationalError, connection

from kairyluu.gateways.telephone_exchange import AmiAway, AmiRefused, AmiSession
from kairyluu.queries.calls.lines import find_line
from kairyluu.rules import policies
from kairyluu.rules.exchange.access import may_announce
from kairyluu.rules.exchange.asterisk import Following
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.exchange.note_ringing import NoteRinging, note_ringing

log = logging.getLogger("kairyluu.exchange")
LONGEST_WAIT = 60.0
DATABASE_TRIES = 30


@dataclass(frozen=True, kw_only=True)
class Listen:
    """`line` is the code of ours; `context` and `exten` say which channels of the exchange belong to it."""

    line: str
    host: str
    port: int
    user: str
    secret: str
    context: str = ""
    exten: str = ""


class ExchangeRefused(Refused):
    """Name or secret is wrong; facts: told."""


def listen(command: Listen, *, actor: Actor, clock: Callable[[], datetime], stop: Event) -> None:
    """Comes back after each lost connection, ever more seldom, a minute at most, unless `stop` is set by then. Raises `NoSuchLine`, `NotAllowed` and
    `ExchangeRefused`: of those, trying again would only lock the account."""
    policies.demand(may_announce(actor), "listen")
    find_line(command.line)
    following, wait = Following(context=command.context, exten=command.exten), 1.0
    while not stop.is_set():
        try:
            with AmiSession(command.host, command.port, user=command.user, secret=command.secret) as session:
                log.info("listening for line %s", command.line)
                wait = 1.0
                for event in session.events():
                    told = following.hear(event, clock())
                    if told is not None:
                        _note(NoteRinging(line=command.line, call=told), actor, clock, stop)
        except AmiRefused as refused:
            raise ExchangeRefused({"told": str(refused)}) from refused
        except AmiAway as away:
            log.warning("exchange of line %s away (%s), again in %.0f s", command.line, away, wait)
            stop.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT)


def _note(command: NoteRinging, actor: Actor, clock: Callable[[], datetime], stop: Event) -> None:
    """A database that restarts is waited for; what cannot be noted is said in the log and does not end the listening."""
    for _ in range(DATABASE_TRIES):
        try:
            note_ringing(command, actor=actor, now=clock())
        except (OperationalError, InterfaceError):
            connection.close()
            stop.wait(1.0)
        except Refused as refused:
            log.warning("call %s not noted: %s", command.call.call_id, refused.code)
            return
        else:
            return
    log.error("call %s not noted: no database", command.call.call_id)

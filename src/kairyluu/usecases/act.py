"""The one decorator of use cases: a durable transaction and a log line. The policy is asked and the journal written
in the open, in each use case."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction

from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.conflicts.attempts import Attempt

C = TypeVar("C")
R = TypeVar("R")
P = ParamSpec("P")

log = logging.getLogger("kairyluu.acts")
_acting: ContextVar[bool] = ContextVar("acting", default=False)


class ChangedMeanwhile(Refused):
    """Somebody else acted on the appeal since the page was drawn; facts: version."""


def is_acting() -> bool:
    """Whether a use case is running: the tests' read-only guard lets only use cases write."""
    return _acting.get()


def act(function: Callable[Concatenate[C, P], R]) -> Callable[Concatenate[C, P], R]:
    """Runs `function(command, *, actor, now)` in a durable transaction: all of it happens or none."""

    @functools.wraps(function)
    def acting(command: C, *args: P.args, **kwargs: P.kwargs) -> R:
        token = _acting.set(True)
        try:
            with transaction.atomic(durable=True):
                result = function(command, *args, **kwargs)
        except Refused as refused:
            log.info("%s refused: %s", function.__name__, refused.code)
            _note_attempt(refused, kwargs.get("actor"), kwargs.get("now"))
            raise
        finally:
            _acting.reset(token)
        actor = kwargs.get("actor")
        log.log(_level(actor), "%s by %s", function.__name__, _name(actor, kwargs.get("now")))
        return result

    return acting


def _note_attempt(refused: Refused, actor: object, now: object) -> None:
    """The refused act is undone; that it was tried in a conflict of interest stays, in a transaction of its own."""
    attempt = refused.attempt
    if not isinstance(attempt, Attempt) or not isinstance(actor, Actor) or not isinstance(now, datetime):
        return
    facts = {"verb": attempt.verb, "because": attempt.because, "official": attempt.official}
    with transaction.atomic(durable=True):
        record(
            "attempt_refused",
            actor=actor,
            now=now,
            appeal_id=attempt.appeal_id,
            body_code=attempt.body_code,
            facts=facts,
        )


def _level(actor: object) -> int:
    """What people did is told; what the clockwork does every few seconds only to who asks for details."""
    return logging.DEBUG if isinstance(actor, Actor) and actor.kind == SYSTEM else logging.INFO


def _name(actor: object, now: object) -> str:
    """Whoever acted, without personal data."""
    who = f"{actor.kind} {actor.account_id or ''}".strip() if isinstance(actor, Actor) else "?"
    return f"{who} at {now.isoformat()}" if isinstance(now, datetime) else who

"""A body is opened to the public, or closed to it; only a body that lacks nothing can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.numbers import book_of
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.queries.readiness import list_missing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.reference.rights import demand_keeper


@dataclass(frozen=True, kw_only=True)
class OpenBody:
    """`body` is its code."""

    body: str


@dataclass(frozen=True, kw_only=True)
class CloseBody:
    """Citizens can no longer write to it; what was sent is worked on. `reason` goes into the journal."""

    body: str
    reason: str


class BodyNotReady(Refused):
    """The configuration check found something missing; facts: body, missing (codes)."""


class NoSuchBody(Refused):
    """No body has this code; facts: body."""


@act
def open_body(command: OpenBody, *, actor: Actor, now: datetime) -> Body:
    """Opens the register book of the running year with it."""
    demand_keeper(actor, "open_body")
    body = _locked(command.body)
    today = date_in_bishkek(now)

    missing = list_missing(body, today)
    if missing:
        raise BodyNotReady({"body": body.code, "missing": [lack.code for lack in missing]})
    book_of(body, today.year, directory().setting("register_pattern"))
    body.is_open = True
    body.save(update_fields=["is_open"])

    record("open_body", actor=actor, now=now, body_code=body.code)
    return body


@act
def close_body(command: CloseBody, *, actor: Actor, now: datetime) -> Body:
    demand_keeper(actor, "close_body")
    body = _locked(command.body)

    body.is_open = False
    body.save(update_fields=["is_open"])

    record("close_body", actor=actor, now=now, body_code=body.code, reason=command.reason)
    return body


def _locked(code: str) -> Body:
    body = Body.objects.select_for_update().filter(code=code).first()
    if body is None:
        raise NoSuchBody({"body": code})
    return body

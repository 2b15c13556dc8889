"""A citizen adds an earlier appeal to the cabinet: whoever knows its number and secret code is its sender."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.journal.recording import record
from kairyluu.rules import numbering
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.secret_codes import matches
from kairyluu.usecases.people.owner import owner
from kairyluu.usecases.people.throttle import TooManyAttempts, count_attempt

WINDOW = timedelta(hours=1)
TRIES = 10
NO_HASH = "0" * 64


@dataclass(frozen=True, kw_only=True)
class AdoptAppeal:
    """Both as typed: spaces, dashes and look-alike letters are forgiven."""

    tracking_number: str
    secret: str


class NoSuchAppeal(Refused):
    """No appeal has this number and secret together. Says the same of a wrong number, a wrong secret and an appeal
    that is in somebody else's cabinet."""


def adopt_appeal(command: AdoptAppeal, *, actor: Actor, now: datetime) -> Appeal:
    """Makes the actor's account the owner; the actor's own appeal is simply returned. Throttled per account and per
    number, and failures stay counted."""
    account_id = owner(actor, "adopt_appeal")
    number = _number(command.tracking_number)

    for key in (f"adopt:account:{account_id}", f"adopt:number:{number}"):
        if not count_attempt(key, limit=TRIES, period=WINDOW, now=now):
            raise TooManyAttempts({"minutes": 60})
    return _adopt(command, actor=actor, now=now)


@act
def _adopt(command: AdoptAppeal, *, actor: Actor, now: datetime) -> Appeal:
    number = _number(command.tracking_number)
    appeal = Appeal.objects.select_related("body").filter(tracking_number=number).first()
    # The secret is compared even without an appeal, so that the time tells nothing.
    is_known = matches(appeal.secret_hash if appeal else NO_HASH, command.secret)
    if appeal is None or not is_known:
        raise NoSuchAppeal()

    if appeal.is_confidential:  # an account would name its owner
        raise NoSuchAppeal()
    main = Applicant.objects.select_for_update().filter(appeal=appeal, role="main").first()
    if main is None or main.account_id not in (None, actor.account_id):
        raise NoSuchAppeal()
    if main.account_id == actor.account_id:
        return appeal
    main.account_id = actor.account_id
    main.save(update_fields=["account"])

    record("adopt_appeal", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code)
    return appeal


def _number(typed: str) -> str:
    """The tracking number meant; what cannot be one is an unknown number like any other."""
    try:
        return numbering.tracking_number_typed(typed)
    except numbering.TrackingNumberMistyped:
        return ""

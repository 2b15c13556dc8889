"""Opening an appeal by its number and secret code. Nothing changes and nothing enters the journal: it is a look of the
applicant at what is the applicant's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import directory
from kairyluu.rules import numbering
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.secret_codes import matches
from kairyluu.usecases.people.throttle import TooManyAttempts, count_attempt

NO_HASH = "0" * 64
ADDRESSES_SHARE = 20  # a village may stand behind one network address


@dataclass(frozen=True, kw_only=True)
class Track:
    """Number and secret as typed; `address` is the network address they came from."""

    number: str
    secret: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Tracked:
    appeal_id: UUID
    tracking_number: str


class NumberOrSecretWrong(Refused):
    """No appeal has this number and secret together; says the same of a wrong number and a wrong secret."""


def track_appeal(command: Track, *, now: datetime) -> Tracked:
    """Raises NumberOrSecretWrong, or TooManyAttempts before anything is looked up: every attempt counts, for the
    number and for the address apart."""
    number = _number(command.number)
    _count(number, command.address, now)

    appeal = Appeal.objects.filter(tracking_number=number).only("id", "secret_hash").first()
    # Compared even without an appeal, so that the time tells nothing.
    is_known = matches(appeal.secret_hash if appeal else NO_HASH, command.secret)
    if appeal is None or not is_known:
        raise NumberOrSecretWrong()
    return Tracked(appeal_id=appeal.id, tracking_number=number)


def _count(number: str, address: str, now: datetime) -> None:
    known = directory()
    most, minutes = known.number("tracking_attempts"), known.number("tracking_window_minutes")
    limits = {f"track:address:{address}": most * ADDRESSES_SHARE}
    if number:
        limits[f"track:number:{number}"] = most
    for key, limit in limits.items():
        if not count_attempt(key, limit=limit, period=timedelta(minutes=minutes), now=now):
            raise TooManyAttempts({"minutes": minutes})


def _number(typed: str) -> str:
    """The tracking number meant; what cannot be one is an unknown number like any other."""
    try:
        return numbering.tracking_number_typed(typed)
    except numbering.TrackingNumberMistyped:
        return ""

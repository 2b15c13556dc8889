"""What the telephone exchange tells the operators of a line: who rings now, who is to be called back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kairyluu.data.agencies.models import Line
from kairyluu.data.exchange.models import CallBack, IncomingCall, LineKey
from kairyluu.queries.calls.calls import history_of
from kairyluu.rules.exchange import ringing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

MOST = 20
_NOBODY = UUID(int=0)


class NoSuchKey(Refused):
    """Unknown and ended keys look alike."""


@dataclass(frozen=True, kw_only=True)
class Ringing:
    """A call nobody has taken yet, with how many calls and appeals of its number the operator may see."""

    row: IncomingCall
    n_calls: int
    n_appeals: int


def line_of_key(key: str) -> Line:
    """Raises `NoSuchKey`."""
    digest = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()
    found = LineKey.objects.select_related("line").filter(digest=digest, ended_at__isnull=True).first()
    if found is None or not found.line.is_active:
        raise NoSuchKey()
    return found.line


def key_in_force(line_id: int) -> LineKey | None:
    return LineKey.objects.filter(line_id=line_id, ended_at__isnull=True).first()


def list_ringing(actor: Actor, lines: Iterable[Line], now: datetime) -> list[Ringing]:
    """The newest first. One that was answered stays until it ends; one that rings, ten minutes."""
    known = {line.pk: line for line in lines}
    rings = Q(started_at__gt=now - ringing.RINGS_AT_MOST)
    speaks = Q(answered_at__isnull=False, started_at__gt=now - ringing.LASTS_AT_MOST)
    rows = IncomingCall.objects.filter(
        rings | speaks, line_id__in=known, ended_at__isnull=True, call__isnull=True
    )
    found = []
    for row in rows.order_by("-started_at", "-id")[:MOST]:
        history = history_of(actor, known[row.line_id], row.number, but=_NOBODY)
        found.append(Ringing(row=row, n_calls=len(history.calls), n_appeals=len(history.appeals)))
    return found


def list_call_backs(lines: Iterable[Line]) -> list[CallBack]:
    """Who waits longest first."""
    rows = CallBack.objects.filter(line_id__in=[line.pk for line in lines], outcome="")
    return list(rows.select_related("line").order_by("first_at", "id")[:200])


def find_incoming(call_id: UUID) -> IncomingCall | None:
    """What the exchange told of a call that an operator has taken."""
    return IncomingCall.objects.filter(call_id=call_id).first()

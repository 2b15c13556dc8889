"""Forwarding by competence: the receiver registers anew, the chain stays visible. An appeal that bounces climbs to the
common superior of the bodies that held it. Law No. 67 (forwarding of what lies outside the powers; the wording was not
read); Resolution No. 463, clause 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.queries.hands.climbing import find_superior
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close, open_for
from kairyluu.usecases.exchange.queueing import queue_later
from kairyluu.usecases.hands.giving import (
    demand_reason,
    facts_of_giving,
    give,
    receiver_for,
    tell_applicant,
)
from kairyluu.usecases.hands.telling import tell_executors, tell_heads


@dataclass(frozen=True, kw_only=True)
class ForwardAppeal:
    """`to` is the code of the competent body, not read where the appeal has to climb; `reason` is told to the
    applicant."""

    appeal_id: UUID
    to: str
    reason: str
    seen_version: int | None = None


class NoCommonSuperior(Refused):
    """The appeal was passed on too often, and above its bodies no open one is left: it is considered here."""


@act
def forward_appeal(command: ForwardAppeal, *, actor: Actor, now: datetime) -> Appeal:
    """Returns the appeal as it waits at the receiver."""
    demand_reason(command.reason)
    today = date_in_bishkek(now)
    lock_together(command.appeal_id)
    appeal = open_for("forward", command.appeal_id, actor=actor, seen_version=command.seen_version)
    kind, receiver = _where_to(appeal, command.to, today)

    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="forwarded", on=today)
    appeal.closed_at = now
    appeal.save()
    successor, handover = give(
        appeal, receiver, {"kind": kind, "reason": command.reason}, actor=actor, now=now
    )

    record(
        "forward",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts_of_giving(appeal, successor, handover, today),
        reason=command.reason,
    )
    told = "appeal_climbed" if kind == "climb" else "appeal_forwarded"
    tell_executors("work_forwarded", appeal, now)
    if kind == "climb":
        tell_heads("climbed_from_below", appeal, now)
        tell_heads("climbed_from_below", successor, now)
    tell_applicant(told, appeal, successor, command.reason, now)
    release_members(appeal, "forward", actor=actor, now=now)
    queue_later(appeal.pk, "changed", now=now)
    return successor


def _where_to(appeal: Appeal, to: str, today: date) -> tuple[str, Body]:
    climb = find_superior(appeal, today)
    if climb is None:
        return "whole", receiver_for(appeal, to, today)
    if climb.body is None:
        raise NoCommonSuperior({"n_hops": appeal.n_hops})
    return "climb", climb.body

"""Forwarding by competence: the receiver registers anew, the chain stays visible. Law No. 67 (forwarding of what lies
outside the powers; the wording was not read); Resolution No. 463, clause 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.handing import hand_over
from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.deadlines import forwarding_due
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import acting_post, close, official_of, open_for

OWN_WORDS = 10  # characters: less is no reason


@dataclass(frozen=True, kw_only=True)
class ForwardAppeal:
    """`to` is the code of the competent body; `reason` is told to the applicant."""

    appeal_id: UUID
    to: str
    reason: str
    seen_version: int | None = None


class ReceiverNotOpen(Refused):
    """The body takes no appeals here: not connected, or closed; facts: body."""


class ReceiverIsSender(Refused):
    """An appeal cannot be forwarded to the body that holds it."""


class ReasonMissing(Refused):
    """Forwarding needs a reason in words."""


@act
def forward_appeal(command: ForwardAppeal, *, actor: Actor, now: datetime) -> Appeal:
    """Returns the appeal as it waits at the receiver."""
    if len(command.reason.strip()) < OWN_WORDS:
        raise ReasonMissing()
    known = directory()
    receiver = _receiver(known, command.to)
    appeal = open_for("forward", command.appeal_id, actor=actor, seen_version=command.seen_version)
    if receiver.pk == appeal.body_id:
        raise ReceiverIsSender()

    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="forwarded", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    successor = _give(appeal, receiver, command, actor, now)

    facts = {
        "to": receiver.code,
        "to_name": receiver.name_ky,
        "number": appeal.number,
        "successor": str(successor.pk),
        "n_hops": successor.n_hops,
    }
    record(
        "forward",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.reason,
    )
    came = {
        "from": appeal.body.code,
        "from_name": appeal.body.name_ky,
        "tracking_number": successor.tracking_number,
    }
    record("arrive", actor=actor, now=now, appeal_id=successor.id, body_code=receiver.code, facts=came)
    return successor


def _receiver(known: Directory, code: str) -> Body:
    body = known.bodies.get(code)
    if body is None or not body.is_open:
        raise ReceiverNotOpen({"body": code})
    return body


def _give(appeal: Appeal, receiver: Body, command: ForwardAppeal, actor: Actor, now: datetime) -> Appeal:
    known = directory()
    post = acting_post(actor, appeal, "head", "deputy", "registrar")
    registered_on = appeal.registered_on or date_in_bishkek(now)
    handover = Handover(
        kind="whole",
        reason=command.reason,
        due_on=forwarding_due(registered_on, known.terms, known.calendar_for(appeal.body)).due_on,
        author_id=official_of(actor),
        author_post_id=post.post_id,
        author_name=actor.name,
        made_at=now,
    )
    return hand_over(
        appeal, handover, receiver, due=known.registration_due(now, receiver, kind=appeal.kind), now=now
    )

"""An official who works on an appeal declares a conflict of interest of his own: he stops seeing it, it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Recusal
from kairyluu.data.journal.recording import record
from kairyluu.queries.conflicts.receivers import body_above, find_receiver, named_by
from kairyluu.queries.voice.reviewers import free_body_above
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.conflicts.leaving import NOBODY_LEFT, end_share, is_anybody_left, move_up

LEAST = 10  # characters of a reason


@dataclass(frozen=True, kw_only=True)
class DeclareConflict:
    """`reason` stays in the journal, for those who go on with the appeal and those above."""

    appeal_id: UUID
    reason: str
    seen_version: int | None = None


class ConflictReasonMissing(Refused):
    """A conflict of interest is declared with a reason in words; facts: least."""


@act
def declare_conflict(command: DeclareConflict, *, actor: Actor, now: datetime) -> Appeal:
    """Returns the appeal where it is then: here, or above where no head is left to decide."""
    if len(command.reason.strip()) < LEAST:
        raise ConflictReasonMissing({"least": LEAST})
    lock_together(command.appeal_id)
    appeal = open_for("declare_conflict", command.appeal_id, actor=actor, seen_version=command.seen_version)
    aside = official_of(actor)

    end_share(appeal, aside)
    appeal.save()
    record(
        "declare_conflict",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        reason=command.reason,
    )
    held_by = _moved_up(appeal, aside, actor=actor, now=now)
    for leg in {appeal.pk, held_by.pk}:
        Recusal.objects.create(appeal_id=leg, official_id=aside, reason=command.reason, declared_at=now)
    return held_by


def _moved_up(appeal: Appeal, aside: int, *, actor: Actor, now: datetime) -> Appeal:
    """Above, where a head steps aside and no other head is left to decide; else the appeal as it is."""
    above = body_above(appeal.body)
    is_head = actor.has_role(*policies.HEADS, body_id=appeal.body_id)
    if not is_head or above is None or "move_up" not in states.verbs_from(appeal.state):
        return appeal
    today = date_in_bishkek(now)
    if is_anybody_left(appeal, today, but=aside):
        return appeal
    free = free_body_above(appeal, today, also={aside})
    receiver = free or find_receiver(above, named_by(appeal), today).body
    return move_up(appeal, receiver, NOBODY_LEFT, actor=actor, now=now)

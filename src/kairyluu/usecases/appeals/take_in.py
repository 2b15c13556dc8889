"""The registrar enters an appeal that came by post, e-mail, at a reception or from another body, and registers it in
the same act. Resolution No. 463, clause 3; all channels, one register."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.lodging import Content, Person, Target
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.by_hand import (
    ReceivedInFuture,
    TakeIn,
    TakenIn,
    enter_by_hand,
    facts_of,
    tell_applicant,
    told,
)
from kairyluu.usecases.appeals.sending_once import once

__all__ = ["Content", "Person", "ReceivedInFuture", "TakeIn", "TakenIn", "Target", "take_in"]


def take_in(command: TakeIn, *, actor: Actor, now: datetime) -> TakenIn:
    """Enters once; the same form sent again answers with the same number."""
    return once(
        lambda: _take_in(command, actor=actor, now=now),
        lambda: told(Appeal.objects.get(submission_key=command.submission_key), command, is_repeat=True),
    )


@act
def _take_in(command: TakeIn, *, actor: Actor, now: datetime) -> TakenIn:
    policies.demand(policies.may_take_in(actor, directory().body(command.body).pk), "take_in")
    appeal = enter_by_hand(command, actor=actor, now=now)
    facts = facts_of(appeal, command)
    record("take_in", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    tell_applicant(appeal, command, now=now)
    return told(appeal, command, is_repeat=False)

"""A co-executor hands in his part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Assignment
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class Contribute:
    appeal_id: UUID
    text: str


class ContributionEmpty(Refused):
    """A part needs words."""


@act
def contribute(command: Contribute, *, actor: Actor, now: datetime) -> Assignment:
    if not command.text.strip():
        raise ContributionEmpty()
    appeal = open_for("contribute", command.appeal_id, actor=actor)
    appeal.save(update_fields=["version"])
    assignment = Assignment.objects.get(appeal=appeal, executor_id=actor.official_id, is_current=True)
    assignment.contribution = command.text
    assignment.contributed_at = now
    assignment.save(update_fields=["contribution", "contributed_at"])

    facts = {"length": len(command.text)}
    record("contribute", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return assignment

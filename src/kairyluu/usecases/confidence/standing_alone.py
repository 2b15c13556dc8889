"""A confidential appeal stands alone: its answer goes into nobody else's letter, and nobody else's answer is its own. Steps of
making it confidential, in its transaction."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Cause
from kairyluu.data.journal.recording import record
from kairyluu.rules import states
from kairyluu.rules.facts import Actor
from kairyluu.usecases.alike.others import name_of
from kairyluu.usecases.alike.release_members import leave, release_members

BECAUSE = "make_confidential"


def merged_into(appeal: Appeal) -> list[Appeal]:
    """The same applicant's appeals that go on as this one, locked, their versions counted up: they name him too."""
    merged = Appeal.objects.select_for_update(of=("self",)).filter(merged_into=appeal, is_confidential=False)
    found = list(merged.select_related("body").order_by("pk"))
    for one in found:
        one.version += 1
    return found


def leave_group(appeal: Appeal, *, actor: Actor, now: datetime) -> None:
    """Takes it out of the group it waits in and lets go whoever waits for it; after the mark, so that only the persons
    named are told of it."""
    if appeal.state == states.JOINED:
        lead = Cause.objects.select_related("lead").get(members__appeal=appeal).lead
        facts = {"other": name_of(lead), "other_id": str(lead.pk), "because": BECAUSE}
        leave(appeal, facts, actor=actor, now=now)
        told = {"number": appeal.number, "other_id": str(appeal.pk)}
        record("let_go", actor=actor, now=now, appeal_id=lead.id, body_code=appeal.body.code, facts=told)
    release_members(appeal, BECAUSE, actor=actor, now=now)

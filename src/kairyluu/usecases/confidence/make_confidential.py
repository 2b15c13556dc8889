"""From now on only named persons see the appeal, and who sent it is sealed. It stands alone: what was merged into it is
closed to others with it, and a group is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.confidence.standing_alone import leave_group, merged_into
from kairyluu.usecases.confidence.veiling import demand_decider, veil
from kairyluu.usecases.exchange.queueing import queue_later

LEAST = 10  # characters of a ground


@dataclass(frozen=True, kw_only=True)
class MakeConfidential:
    """`named` are codes of colleagues; who marks the appeal is named too."""

    appeal_id: UUID
    ground: str
    named: tuple[str, ...] = ()
    seen_version: int | None = None


class GroundMissing(Refused):
    """Closing an appeal to others needs a ground in words; facts: least."""


class ConfidentialAlready(Refused):
    """It is confidential: persons are named one by one."""


@act
def make_confidential(command: MakeConfidential, *, actor: Actor, now: datetime) -> Appeal:
    """Raises `GroundMissing`, `ConfidentialAlready` and `NobodyDecides`."""
    if len(command.ground.strip()) < LEAST:
        raise GroundMissing({"least": LEAST})
    lock_together(command.appeal_id)
    appeal = open_for("make_confidential", command.appeal_id, actor=actor, seen_version=command.seen_version)
    if appeal.is_confidential:
        raise ConfidentialAlready()
    chosen = Official.objects.filter(code__in=command.named).order_by("pk")
    working = set(appeal.assignments.filter(is_current=True).values_list("executor_id", flat=True))
    confidants = {official_of(actor), *working, *(official.pk for official in chosen)}
    demand_decider(appeal, confidants, date_in_bishkek(now))

    facts = {"named": [official.full_name for official in chosen]}
    for one in (appeal, *merged_into(appeal)):
        veil(one, command.ground, by=official_of(actor), confidants=sorted(confidants), now=now)
        one.save()
        record(
            "make_confidential",
            actor=actor,
            now=now,
            appeal_id=one.id,
            body_code=appeal.body.code,
            facts=facts,
            reason=command.ground,
        )
        queue_later(one.pk, "changed", now=now)
    leave_group(appeal, actor=actor, now=now)
    return appeal

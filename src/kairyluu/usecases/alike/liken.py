"""The registrar says what an appeal is to an earlier one: its repeat, of one cause with it, or unrelated. A repeat keeps its
history. Law No. 67 of 4 May 2007; Resolution No. 463, clause 3 (keeping account of repeated appeals)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Likeness
from kairyluu.data.journal.recording import record
from kairyluu.queries.alike.likely import pair_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import name_of, other_of
from kairyluu.usecases.appeals.opening import official_of, open_for

DECISIONS = ("repeat", "look_alike", "unrelated")


@dataclass(frozen=True, kw_only=True)
class LikenAppeals:
    """`kind` is one of `DECISIONS`; a later decision on the same pair replaces the earlier one."""

    appeal_id: UUID
    other_id: UUID
    kind: str
    seen_version: int | None = None


class KindNotListed(Refused):
    """Only a repeat, a look-alike or unrelated; a duplicate is merged."""


@act
def liken_appeals(command: LikenAppeals, *, actor: Actor, now: datetime) -> Appeal:
    if command.kind not in DECISIONS:
        raise KindNotListed()
    appeal = open_for("liken", command.appeal_id, actor=actor, seen_version=command.seen_version)
    other = other_of(appeal, command.other_id, actor)
    appeal.save(update_fields=["version", "state"])
    row = keep_decision(appeal, other, command.kind, actor=actor, now=now)

    facts = {"kind": command.kind, "other": name_of(other), "other_id": str(other.pk), "score": row.score}
    record("liken", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    if command.kind != "unrelated":
        told = {"kind": command.kind, "other": name_of(appeal), "other_id": str(appeal.pk)}
        record("be_likened", actor=actor, now=now, appeal_id=other.id, body_code=appeal.body.code, facts=told)
    return appeal


def keep_decision(appeal: Appeal, other: Appeal, kind: str, *, actor: Actor, now: datetime) -> Likeness:
    """The row of the pair, whichever way round it was compared, with what the program had measured."""
    judgement, text = pair_of(appeal, other)
    later, earlier = (appeal, other) if appeal.received_at >= other.received_at else (other, appeal)
    row, _ = Likeness.objects.update_or_create(
        appeal=later,
        other=earlier,
        defaults={
            "kind": kind,
            "score": judgement.score if judgement else text,
            "reasons": list(judgement.reasons) if judgement else [],
            "author_id": official_of(actor),
            "author_name": actor.name,
            "decided_at": now,
        },
    )
    return row

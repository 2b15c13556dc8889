"""One matter that came twice goes on as one; neither receipt is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close, open_for


@dataclass(frozen=True, kw_only=True)
class MergeAppeal:
    """The appeal `appeal_id` goes on as the earlier one `into_id` of the same body."""

    appeal_id: UUID
    into_id: UUID
    seen_version: int | None = None


class NothingToMergeInto(Refused):
    """The earlier appeal must be open, of the same body, another one, and visible to the actor."""


@act
def merge_appeal(command: MergeAppeal, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("merge", command.appeal_id, actor=actor, seen_version=command.seen_version)
    into = _into(command, appeal, actor)
    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="merged", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.merged_into = into
    appeal.save()

    facts = {"number": appeal.number, "into": into.number or into.tracking_number}
    record("merge", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    taken = {"number": appeal.number}
    record("take_merged", actor=actor, now=now, appeal_id=into.id, body_code=appeal.body.code, facts=taken)
    return appeal


def _into(command: MergeAppeal, appeal: Appeal, actor: Actor) -> Appeal:
    into = Appeal.objects.select_related("body").filter(pk=command.into_id, body_id=appeal.body_id).first()
    if into is None or into.pk == appeal.pk or not into.is_open:
        raise NothingToMergeInto()
    if not policies.may_see(actor, into.facts()):
        raise NothingToMergeInto()
    return into

"""One appeal that came twice goes on as one; neither receipt is lost: both follow the one that goes on, and both addresses
get its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.alike.likely import is_same_applicant
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.liken import keep_decision
from kairyluu.usecases.alike.others import check_complaints, lock_together, name_of, other_of
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close, main_applicant, open_for


@dataclass(frozen=True, kw_only=True)
class MergeAppeal:
    """The appeal `appeal_id` goes on as `into_id` of the same body, which is still being considered."""

    appeal_id: UUID
    into_id: UUID
    seen_version: int | None = None


class NothingToMergeInto(Refused):
    """The other appeal has been closed: its answer is not an answer to what came later."""


class AnotherApplicant(Refused):
    """Two people wrote: each has his own answer, and the letter of one must not reach the other. Group them instead."""


@act
def merge_appeal(command: MergeAppeal, *, actor: Actor, now: datetime) -> Appeal:
    lock_together(command.appeal_id, command.into_id)
    appeal = open_for("merge", command.appeal_id, actor=actor, seen_version=command.seen_version)
    into = other_of(appeal, command.into_id, actor)
    if not into.is_open:
        raise NothingToMergeInto()
    if not is_same_applicant(appeal, into):
        raise AnotherApplicant()
    check_complaints(appeal, into)

    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="merged", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.merged_into = into
    appeal.save()
    # What was merged into this one before goes along: every receipt leads to the one that goes on.
    Appeal.objects.filter(merged_into=appeal).update(merged_into=into)
    keep_decision(appeal, into, "duplicate", actor=actor, now=now)

    facts = {"number": appeal.number, "into": name_of(into), "other_id": str(into.pk)}
    record("merge", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    taken = {"number": appeal.number, "other_id": str(appeal.pk)}
    record("take_merged", actor=actor, now=now, appeal_id=into.id, body_code=appeal.body.code, facts=taken)
    outbox.put_for_applicant("appeal_merged", appeal, main_applicant(appeal).email, now=now)
    release_members(appeal, "merge", actor=actor, now=now)
    return appeal

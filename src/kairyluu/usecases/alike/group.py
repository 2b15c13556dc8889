"""Appeals of many people about one cause are put together: one consideration answers all of them, each with its own number,
day, letter and language. Resolution No. 463, clause 3 (keeping account); the registrar decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Cause, CauseMember
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.liken import keep_decision
from kairyluu.usecases.alike.others import check_complaints, lock_together, name_of, other_of
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import main_applicant, official_of, open_for

MOST_MEMBERS = 100  # all letters are made in the moment the answer is sent


@dataclass(frozen=True, kw_only=True)
class GroupAlike:
    """`lead_id` is considered, `member_ids` wait for its answer; all of one body. `member_version` is for a single
    member, asked from its own page."""

    lead_id: UUID
    member_ids: tuple[UUID, ...]
    seen_version: int | None = None
    member_version: int | None = None


class NobodyToGroup(Refused):
    """A group needs at least one other appeal."""


class GroupTooLarge(Refused):
    """More than one consideration answers at once; facts: most."""


class AlreadyInGroup(Refused):
    """An appeal waits for one answer only, and what others wait for does not wait itself; facts: number."""


@act
def group_alike(command: GroupAlike, *, actor: Actor, now: datetime) -> Appeal:
    if not command.member_ids:
        raise NobodyToGroup()
    lock_together(command.lead_id, *command.member_ids)
    lead = open_for("group", command.lead_id, actor=actor, seen_version=command.seen_version)
    lead.save(update_fields=["version", "state"])
    author = official_of(actor)
    cause, _ = Cause.objects.get_or_create(lead=lead, defaults={"author_id": author, "made_at": now})
    if cause.members.count() + len(command.member_ids) > MOST_MEMBERS:
        raise GroupTooLarge({"most": MOST_MEMBERS})
    members = [_joined(_of(command, pk), lead, cause, actor, now) for pk in sorted(set(command.member_ids))]

    facts = {"numbers": [member.number for member in members], "other_ids": [str(m.pk) for m in members]}
    record("group", actor=actor, now=now, appeal_id=lead.id, body_code=lead.body.code, facts=facts)
    return lead


@dataclass(frozen=True)
class _Member:
    pk: UUID
    version: int | None


def _of(command: GroupAlike, pk: UUID) -> _Member:
    return _Member(pk, command.member_version if len(command.member_ids) == 1 else None)


def _joined(asked: _Member, lead: Appeal, cause: Cause, actor: Actor, now: datetime) -> Appeal:
    pk = asked.pk
    other = other_of(lead, pk, actor)
    waits, is_waited_for = CauseMember.objects.filter(appeal=other), Cause.objects.filter(lead=other)
    if waits.exists() or is_waited_for.filter(members__isnull=False).exists():
        raise AlreadyInGroup({"number": name_of(other)})
    was_waiting = Appeal.objects.filter(pk=pk, number="").exists()
    member = open_for("join_cause", pk, actor=actor, seen_version=asked.version)
    check_complaints(member, lead)
    enter_if_waiting(member, now=now)
    member.save()
    CauseMember.objects.create(cause=cause, appeal=member, author_id=official_of(actor), joined_at=now)
    keep_decision(member, lead, "look_alike", actor=actor, now=now)

    facts = {"number": member.number, "other": name_of(lead), "other_id": str(lead.pk)}
    record("join_cause", actor=actor, now=now, appeal_id=member.id, body_code=lead.body.code, facts=facts)
    if was_waiting:
        outbox.put_for_applicant("appeal_registered", member, main_applicant(member).email, now=now)
    return member

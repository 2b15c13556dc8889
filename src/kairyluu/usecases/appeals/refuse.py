"""A person refuses to consider an appeal, on a listed ground and with reasons. Law No. 67, Article 6-1.

An appeal refused from the inbox is entered in the register book in the same act, so that every refusal can be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals import numbers
from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Appeal, Refusal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.answer_members import tell_merged
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.answers.letters import file_letter
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import (
    acting_post,
    close,
    main_applicant,
    official_of,
    open_for,
    surname_letter,
)
from kairyluu.usecases.exchange.queueing import queue_later


@dataclass(frozen=True, kw_only=True)
class RefuseToConsider:
    """`ground` is a code of the listed grounds; `reason` the decider's own words to the applicant."""

    appeal_id: UUID
    ground: str
    reason: str
    seen_version: int | None = None


class GroundNotListed(Refused):
    """Only a listed ground allows a refusal; facts: ground."""


class ReasonTooShort(Refused):
    """A refusal needs reasons; facts: least, length."""


@act
def refuse_to_consider(command: RefuseToConsider, *, actor: Actor, now: datetime) -> Appeal:
    known = directory()
    _check_ground(command, known)
    lock_together(command.appeal_id)
    appeal = open_for("refuse", command.appeal_id, actor=actor, seen_version=command.seen_version)
    applicant = main_applicant(appeal)

    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="refused_consideration", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    refusal = _write(command, appeal, actor, known, now)

    facts = {"ground": command.ground, "number": appeal.number, "outgoing_number": refusal.outgoing_number}
    record(
        "refuse",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.reason,
    )
    file_letter(appeal, now=now)
    outbox.put_for_applicant("appeal_refused", appeal, applicant.email, now=now)
    tell_merged(appeal, "appeal_refused", now=now)
    release_members(appeal, "refuse", actor=actor, now=now)
    queue_later(appeal.pk, "changed", now=now)
    return appeal


def _check_ground(command: RefuseToConsider, known: Directory) -> None:
    if command.ground not in known.grounds:
        raise GroundNotListed({"ground": command.ground})
    least = known.number("refusal_reason_min_length")
    if len(command.reason.strip()) < least:
        raise ReasonTooShort({"least": least, "length": len(command.reason.strip())})


def _write(
    command: RefuseToConsider, appeal: Appeal, actor: Actor, known: Directory, now: datetime
) -> Refusal:
    today = date_in_bishkek(now)
    post = acting_post(actor, appeal, "head", "deputy", "registrar")
    book = numbers.book_of(appeal.body, today.year, known.setting("register_pattern"))
    serial = numbers.outgoing_for(appeal, book)
    letter = surname_letter(appeal)
    pattern = known.setting("outgoing_pattern")
    return Refusal.objects.create(
        appeal=appeal,
        ground=known.grounds[command.ground],
        reason=command.reason,
        decided_at=now,
        author_id=official_of(actor),
        author_post_id=post.post_id,
        author_title=post.title(appeal.reply_language),
        author_name=actor.name,
        outgoing_serial=serial,
        outgoing_number=numbers.outgoing_number(pattern, today, appeal.body, serial, letter),
        verification_code=new_verification_code(),
    )

"""A citizen sends an appeal. Law No. 67, Article 4; Resolution No. 463, clause 3 (receiving)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.identity import new_id, new_tracking_number
from kairyluu.data.appeals.lodging import (
    Content,
    FileGone,
    Person,
    Target,
    claim_files,
    digest_of,
)
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.receiving import receipt_values
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.conflicts.receivers import Considered
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.secret_codes import hash_of, secret_for
from kairyluu.usecases.appeals.senders import forget_draft, write_senders
from kairyluu.usecases.appeals.sending_once import once
from kairyluu.usecases.confidence.veiling import veil_as_asked
from kairyluu.usecases.conflicts.naming import name_targets
from kairyluu.usecases.conflicts.rerouting import considered_by, rerouted_facts, whereto
from kairyluu.usecases.programs.entering import Door, channel_of, note_entered

__all__ = ["Content", "FileGone", "Person", "SubmitAppeal", "Submitted", "Target", "submit_appeal"]


@dataclass(frozen=True, kw_only=True)
class SubmitAppeal:
    """`submission_key` belongs to one filled form: the same key never makes a second appeal. `upload_ids` are files
    uploaded under that key; `instruction_version` is the text that was acknowledged. `door` of what a program sends."""

    submission_key: UUID
    body: str
    content: Content
    applicant: Person
    addressee_post: str = ""
    targets: tuple[Target, ...] = ()
    cosigners: tuple[Person, ...] = ()
    upload_ids: tuple[UUID, ...] = ()
    instruction_version: str = ""
    is_confidential: bool = False
    door: Door | None = None


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """`secret` is the only time the code is told; `is_repeat` means it had been sent before."""

    appeal_id: UUID
    tracking_number: str
    secret: str
    is_repeat: bool = False


class BodyNotOpen(Refused):
    """The body takes no appeals through the portal: not connected, or closed; facts: body."""


class AlreadySentDifferently(Refused):
    """This form was sent before with other words; facts: tracking_number."""


def submit_appeal(command: SubmitAppeal, *, actor: Actor, now: datetime) -> Submitted:
    """Sent again with the same key it answers with the same receipt."""
    return once(lambda: _submit(command, actor=actor, now=now), lambda: sent_before(command))


@act
def _submit(command: SubmitAppeal, *, actor: Actor, now: datetime) -> Submitted:
    policies.demand(policies.may_submit(actor), "submit")
    known = directory()
    considered = considered_by(_open_body(known, command.body), command.targets, now)
    (appeal := _appeal(command, considered, known, now)).save(force_insert=True)
    confirmed = write_senders(appeal, (command.applicant, *command.cosigners), actor=actor, known=known)
    name_targets(appeal, command.targets, now)
    claim_files(appeal, command.upload_ids)
    note_entered(appeal, command.door)
    forget_draft(command.submission_key, actor)
    email = command.applicant.email
    if command.is_confidential:
        actor, email = veil_as_asked(appeal, now=now), ""
    facts = {
        **{"tracking_number": appeal.tracking_number, "kind": appeal.kind, "channel": appeal.channel.code},
        "registration_due_on": appeal.registration_due_on.isoformat(),
        **rerouted_facts(appeal) | confirmed,
    }
    record("submit", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    outbox.put_for_applicant("appeal_received", appeal, email, now=now)
    return _told(appeal, command, is_repeat=False)


def _open_body(known: Directory, code: str) -> Body:
    body = known.bodies.get(code)
    if body is None or not body.is_open:
        raise BodyNotOpen({"body": code})
    return body


def _appeal(command: SubmitAppeal, considered: Considered, known: Directory, now: datetime) -> Appeal:
    content = command.content
    due = known.registration_due(now, considered.body, kind=content.kind)
    post = known.post(command.addressee_post) if command.addressee_post else None
    if post is not None and post.body.code != command.body:
        raise BodyNotOpen({"body": command.body, "post": command.addressee_post})
    return Appeal(
        id=new_id(now),
        submission_key=command.submission_key,
        submission_digest=digest_of(command),
        tracking_number=new_tracking_number(date_in_bishkek(now).year),
        secret_hash=hash_of(secret_for(command.submission_key)),
        **whereto(considered, post),
        channel=channel_of(command.door, known),
        kind=content.kind,
        topic=known.topic(content.topic),
        subject=content.subject,
        text=content.text,
        reply_language=content.reply_language,
        is_collective=bool(command.cosigners),
        n_cosigners=len(command.cosigners),
        instruction_version=command.instruction_version,
        **receipt_values(known.receipt_of(now, considered.body), due),
    )


def sent_before(command: SubmitAppeal) -> Submitted:
    appeal = Appeal.objects.defer("text", "search").get(submission_key=command.submission_key)
    if appeal.submission_digest != digest_of(command):
        raise AlreadySentDifferently({"tracking_number": appeal.tracking_number})
    return _told(appeal, command, is_repeat=True)


def _told(appeal: Appeal, command: SubmitAppeal, *, is_repeat: bool) -> Submitted:
    secret = secret_for(command.submission_key)
    return Submitted(
        appeal_id=appeal.id, tracking_number=appeal.tracking_number, secret=secret, is_repeat=is_repeat
    )

"""Entering an appeal that somebody of the body writes down: from paper, by e-mail, at a reception, by telephone. Shared
by the registrar's take-in and the operator's call; the policy is asked and the journal written by them.

Resolution No. 463, clause 3; all channels, one register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.identity import new_id, new_tracking_number
from kairyluu.data.appeals.lodging import (
    Content,
    Person,
    Target,
    add_applicants,
    claim_files,
    digest_of,
)
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.receiving import receipt_values
from kairyluu.notices import outbox
from kairyluu.queries.conflicts.receivers import Considered
from kairyluu.queries.conflicts.suspects import must_decide_first
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules import conflicts, policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.secret_codes import hash_of, secret_for
from kairyluu.usecases.confidence.veiling import heads_of, veil
from kairyluu.usecases.conflicts.naming import name_targets
from kairyluu.usecases.conflicts.rerouting import considered_by, rerouted_facts, whereto


@dataclass(frozen=True, kw_only=True)
class TakeIn:
    """`received_at` is when it came, never later than now; `source_number` the number and date of who forwarded
    it; `upload_ids` are scans uploaded under `submission_key`; `confidential_because` makes the appeal confidential."""

    submission_key: UUID
    body: str
    channel: str
    received_at: datetime
    content: Content
    applicant: Person
    cosigners: tuple[Person, ...] = ()
    targets: tuple[Target, ...] = ()
    upload_ids: tuple[UUID, ...] = ()
    source_number: str = ""
    confidential_because: str = ""


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """What the registrar reads out or prints for the applicant; `number` is empty where it is not
    registered here (yet), `went_to` the code of the body that considers it instead."""

    appeal_id: UUID
    number: str
    tracking_number: str
    secret: str
    is_repeat: bool = False
    went_to: str = ""


class ReceivedInFuture(Refused):
    """Nothing can have come later than now."""


def enter_by_hand(command: TakeIn, *, actor: Actor, now: datetime) -> Appeal:
    """The appeal with its number, or without one where another body considers it or somebody must say first whom its
    words mean. Raises `ReceivedInFuture`, and `NotAllowed` for who is complained about himself."""
    if command.received_at > now:
        raise ReceivedInFuture()
    known = directory()
    body = known.body(command.body)
    considered = considered_by(body, command.targets, now)
    appeal = _appeal(command, considered, known)
    appeal.id = new_id(now)
    appeal.tracking_number = new_tracking_number(date_in_bishkek(now).year)
    appeal.save(force_insert=True)
    people = (command.applicant, *command.cosigners)
    add_applicants(appeal, [(p, known.territory(p.home_territory)) for p in people], None)
    name_targets(appeal, command.targets, now)
    claim_files(appeal, command.upload_ids)
    if command.confidential_because:
        heads = heads_of(appeal, date_in_bishkek(now))
        own = [] if actor.official_id is None else [actor.official_id]
        veil(appeal, command.confidential_because, by=actor.official_id, confidants=[*own, *heads], now=now)
    # Nobody takes in a complaint about himself: another registrar does.
    policies.demand(policies.Verdict(conflicts.because_named(actor, appeal.facts())), "take_in")
    if appeal.body == body and not must_decide_first(appeal):
        appeal.state = states.move(appeal.state, "register").target
        enter_if_waiting(appeal, now=now)
        appeal.save()
    return appeal


def facts_of(appeal: Appeal, command: TakeIn) -> dict[str, str]:
    """For the journal."""
    return {
        "number": appeal.number,
        "channel": command.channel,
        "received_at": command.received_at.isoformat(),
        **rerouted_facts(appeal),
    }


def tell_applicant(appeal: Appeal, command: TakeIn, *, now: datetime) -> None:
    notice = "appeal_registered" if appeal.number else "appeal_received"
    email = "" if appeal.is_confidential else command.applicant.email
    outbox.put_for_applicant(notice, appeal, email, now=now)


def _appeal(command: TakeIn, considered: Considered, known: Directory) -> Appeal:
    content = command.content
    due = known.registration_due(command.received_at, considered.body, kind=content.kind)
    return Appeal(
        submission_key=command.submission_key,
        submission_digest=digest_of(command),
        secret_hash=hash_of(secret_for(command.submission_key)),
        **whereto(considered),
        channel=known.channel(command.channel),
        kind=content.kind,
        topic=known.topic(content.topic),
        subject=content.subject,
        text=content.text,
        reply_language=content.reply_language,
        is_collective=bool(command.cosigners),
        n_cosigners=len(command.cosigners),
        source_number=command.source_number,
        **receipt_values(known.receipt_of(command.received_at, considered.body), due),
    )


def told(appeal: Appeal, command: TakeIn, *, is_repeat: bool) -> TakenIn:
    return TakenIn(
        appeal_id=appeal.id,
        number=appeal.number,
        tracking_number=appeal.tracking_number,
        secret=secret_for(command.submission_key),
        is_repeat=is_repeat,
        went_to=appeal.body.code if appeal.addressed_body_id else "",
    )

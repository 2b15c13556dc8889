"""Replaying how appeals came in: sent, taken in, registered, refused. Each leaves the rows its use case leaves."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import uuid4

from kairyluu.data.appeals.fingerprints import new_fingerprint
from kairyluu.data.appeals.identity import new_id, new_tracking_number
from kairyluu.data.appeals.lodging import digest_of
from kairyluu.data.appeals.models import Appeal, Applicant, Attachment, ComplaintTarget
from kairyluu.data.appeals.receiving import receipt_values
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.secret_codes import hash_of, secret_for
from kairyluu.usecases.demo.books import enter
from kairyluu.usecases.demo.ledger import Case, Ledger
from kairyluu.usecases.demo.steps import Step, Story

Facts = dict[str, Any]


def submit(ledger: Ledger, step: Step) -> Facts:
    case = _lodge(ledger, step)
    ledger.tell("appeal_received", case, step.at)
    return {
        "tracking_number": case.appeal.tracking_number,
        "kind": case.appeal.kind,
        "channel": "portal",
        "registration_due_on": case.appeal.registration_due_on.isoformat(),
        "directory_edition": ledger.known.edition[0],
    }


def take_in(ledger: Ledger, step: Step) -> Facts:
    case = _lodge(ledger, step)
    case.appeal.state = "registered"
    enter(ledger, step, case)
    ledger.tell("appeal_registered", case, step.at)
    received_at = case.appeal.received_at.isoformat()
    return {"number": case.appeal.number, "channel": step.story.channel, "received_at": received_at}


def register(ledger: Ledger, step: Step) -> Facts:
    case = ledger.case(step)
    enter(ledger, step, case)
    ledger.tell("appeal_registered", case, step.at)
    appeal = case.appeal
    return {
        "number": appeal.number,
        "serial": appeal.serial,
        "due_on": appeal.due_on.isoformat() if appeal.due_on else "",
        "is_late": date_in_bishkek(step.at) > appeal.registration_due_on,
    }


def _lodge(ledger: Ledger, step: Step) -> Case:
    """The appeal with its applicants and whom it is about."""
    story, known = step.story, ledger.known
    appeal = _appeal(ledger, step)
    people = (story.sender.person, *story.sender.cosigners)
    account = ledger.citizens.get(story.sender.account)
    applicants = [
        Applicant(
            appeal=appeal,
            role="cosigner" if position else "main",
            position=position,
            account=None if position else account,
            **asdict(person) | {"home_territory": known.territory(person.home_territory)},
        )
        for position, person in enumerate(people)
    ]
    target = story.appeal["target"]
    if target:
        body = known.bodies.get(target.get("body", ""))
        ledger.add(ComplaintTarget(appeal=appeal, body=body, description=target.get("description", "")))
    ledger.add(appeal, *applicants, *_files(ledger, story, appeal), new_fingerprint(appeal, applicants))
    case = ledger.cases[id(story)] = Case(appeal=appeal, applicant=applicants[0])
    return case


def _files(ledger: Ledger, story: Story, appeal: Appeal) -> list[Attachment]:
    return [
        Attachment(
            id=uuid4(),
            appeal=appeal,
            submission_key=story.key,
            uploaded_at=story.received_at,
            **ledger.files.row(kind, story.appeal["language"], position),
        )
        for position, kind in enumerate(story.files)
    ]


def _appeal(ledger: Ledger, step: Step) -> Appeal:
    story, known = step.story, ledger.known
    due = known.registration_due(story.received_at, story.body, kind=story.appeal["kind"])
    return Appeal(
        id=new_id(step.at),
        submission_key=story.key,
        submission_digest=digest_of(story.sender),
        tracking_number=new_tracking_number(date_in_bishkek(step.at).year),
        secret_hash=hash_of(secret_for(story.key)),
        body=story.body,
        channel=known.channel(story.channel),
        topic=known.topic(story.appeal["topic"]),
        reply_language=story.appeal["language"],
        is_collective=bool(story.sender.cosigners),
        n_cosigners=len(story.sender.cosigners),
        instruction_version="1" if story.channel == "portal" else "",
        **receipt_values(known.receipt_of(story.received_at, story.body), due),
        **_words(story),
    )


def _words(story: Story) -> dict[str, str]:
    return {name: story.appeal[name] for name in ("kind", "subject", "text")}

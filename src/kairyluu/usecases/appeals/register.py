"""The registrar enters an appeal in the register book. Law No. 67: within one working day of receipt; Resolution
No. 463, clause 3 (keeping account)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.registering import enter_in_book
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.conflicts.suspects import must_decide_first
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import main_applicant, open_for, surname_letter
from kairyluu.usecases.exchange.queueing import queue_registered


@dataclass(frozen=True, kw_only=True)
class RegisterAppeal:
    """`topic` may correct the applicant's choice; empty leaves it."""

    appeal_id: UUID
    topic: str = ""
    seen_version: int | None = None


class MatchUndecided(Refused):
    """Somebody has to decide first whether the words of the complaint mean an official."""


@act
def register_appeal(command: RegisterAppeal, *, actor: Actor, now: datetime) -> Appeal:
    known = directory()
    appeal = open_for("register", command.appeal_id, actor=actor, seen_version=command.seen_version)
    if must_decide_first(appeal):
        raise MatchUndecided()
    applicant = main_applicant(appeal)
    today = date_in_bishkek(now)

    appeal.topic = known.topic(command.topic) or appeal.topic
    enter_in_book(
        appeal,
        now=now,
        today=today,
        due=known.consideration_due(today, appeal.body, kind=appeal.kind),
        pattern=known.setting("register_pattern"),
        letter=surname_letter(appeal),
    )
    appeal.save()

    facts = {
        "number": appeal.number,
        "serial": appeal.serial,
        "due_on": appeal.due_on.isoformat() if appeal.due_on else "",
        "is_late": today > appeal.registration_due_on,
    }
    record("register", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    outbox.put_for_applicant("appeal_registered", appeal, applicant.email, now=now)
    queue_registered(appeal, now=now)
    return appeal

"""One appeal holds questions for several bodies: one of them goes to the competent body as an appeal of its own, the
sender keeps its part and its clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import main_applicant, open_for
from kairyluu.usecases.hands.giving import OWN_WORDS, demand_reason, facts_of_giving, give, receiver_for


@dataclass(frozen=True, kw_only=True)
class ForwardPart:
    """`part` is the question in the words of the sender or the applicant; `reason` is told to the applicant."""

    appeal_id: UUID
    to: str
    part: str
    reason: str
    seen_version: int | None = None


class PartMissing(Refused):
    """Nobody can tell which question is meant; facts: least."""


class PartAlreadyThere(Refused):
    """That body was given a part of this appeal before; facts: body."""


@act
def forward_part(command: ForwardPart, *, actor: Actor, now: datetime) -> Appeal:
    """Returns the part as it waits at the receiver."""
    if len(command.part.strip()) < OWN_WORDS:
        raise PartMissing({"least": OWN_WORDS})
    demand_reason(command.reason)
    today = date_in_bishkek(now)
    appeal = open_for("forward_part", command.appeal_id, actor=actor, seen_version=command.seen_version)
    receiver = receiver_for(appeal, command.to, today)
    if appeal.handovers.filter(kind="part", successor__body=receiver).exists():
        raise PartAlreadyThere({"body": receiver.code})
    appeal.save()
    words = {"kind": "part", "part": command.part, "reason": command.reason}
    successor, handover = give(appeal, receiver, words, actor=actor, now=now)

    record(
        "forward_part",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts_of_giving(appeal, successor, handover, today) | {"part": command.part},
        reason=command.reason,
    )
    outbox.put_for_applicant(
        "part_forwarded",
        appeal,
        main_applicant(appeal).email,
        now=now,
        to_name=receiver.name(appeal.reply_language),
        reason=command.reason,
        part=command.part,
        new_number=successor.tracking_number,
    )
    return successor

"""Reading the appeals behind one number; which appeals were shown to whom is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record_look
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.behind import list_latest_behind
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

MOST = 300
_SHOWN = (
    *("number", "tracking_number", "subject", "state", "body_id"),
    *("due_on", "consideration_due_on", "closed_on", "received_at"),
)


@dataclass(frozen=True, kw_only=True)
class ReadBehind:
    """`key` of the question's breakdown, None: the total."""

    asking: Asking
    code: str
    key: str | None


@dataclass(frozen=True)
class Behind:
    """`number` is that of the register, before it has one that by which it is followed."""

    id: UUID
    number: str
    subject: str
    state: str
    body_id: int
    due_on: date | None
    closed_on: date | None


@act
def read_behind(command: ReadBehind, *, actor: Actor, now: datetime) -> list[Behind]:
    """The newest first, of more than `MOST` those that came to be counted last."""
    today = date_in_bishkek(now)
    appeals: list[Appeal] = []
    for found in list_latest_behind(command.asking, command.code, command.key, actor=actor, today=today):
        appeals = list(found.only(*_SHOWN).order_by("-received_at", "-id")[:MOST])
        if len(appeals) == MOST:
            break
    record_look(
        "list",
        actor=actor,
        now=now,
        appeal_ids=[appeal.pk for appeal in appeals],
        list=command.code,
        first_on=command.asking.period.first.isoformat(),
        last_on=command.asking.period.last.isoformat(),
        by=command.asking.by or "",
        key=command.key or "",
    )
    return [
        Behind(
            id=appeal.pk,
            number=appeal.number or appeal.tracking_number,
            subject=appeal.subject,
            state=appeal.state,
            body_id=appeal.body_id,
            due_on=appeal.consideration_due_on or appeal.due_on,
            closed_on=appeal.closed_on,
        )
        for appeal in appeals
    ]

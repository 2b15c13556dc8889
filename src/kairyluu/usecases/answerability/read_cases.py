"""Reading the appeals behind one figure of a head's record; which appeals were shown to whom is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record_look
from kairyluu.queries.answerability.record import list_cases, record_sight
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadCases:
    """`body` is its code, `figure` one of `rules.steering.attribution`, `span` the days that decide it."""

    body: str
    figure: str
    span: Span


@act
def read_cases(command: ReadCases, *, actor: Actor, now: datetime) -> list[Appeal]:
    """The newest first. Raises `NotYourBody` and `NotAllowed`."""
    sight = record_sight(actor, command.body)
    rows = list_cases(sight, command.figure, command.span, date_in_bishkek(now))
    record_look(
        "list",
        actor=actor,
        now=now,
        appeal_ids=[row.pk for row in rows],
        body_code=command.body,
        list=command.figure,
        first_on=command.span.first_on.isoformat(),
        last_on=command.span.last_on.isoformat(),
    )
    return rows

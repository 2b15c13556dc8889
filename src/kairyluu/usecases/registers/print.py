"""The register book of a period as a printed sheet, pages numbered. Resolution No. 463, clause 3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.gateways import documents
from kairyluu.queries.lists.registers import Period, RegisterLine, list_register
from kairyluu.queries.sight import find_sight
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

MOST_LINES = 5000  # some 400 pages; more would keep everybody else waiting


@dataclass(frozen=True, kw_only=True)
class PrintRegister:
    """Days of registration, both included, of one calendar year; the sheet is in `language`."""

    body: str
    first_on: date
    last_on: date
    language: str


class RegisterTooLong(Refused):
    """More lines than one document may have: print it in parts; facts: most, n."""


@act
def print_register(command: PrintRegister, *, actor: Actor, now: datetime) -> bytes:
    """PDF/A. Raises `NotYourBody`, `NotAllowed` and `RegisterTooLong`."""
    sight = find_sight(actor, command.body)
    policies.demand(policies.may_read_register(actor, sight.body.pk), "print_register")

    period = Period(first_on=command.first_on, last_on=command.last_on)
    page = list_register(sight, period, command.language, most=MOST_LINES)
    if page.next_after:
        raise RegisterTooLong({"most": MOST_LINES, "n": page.n_all})
    sheet = documents.RegisterSheet(
        language=command.language,
        made_at=now,
        body=sight.body.name(command.language),
        period=f"{_day(period.first_on)}–{_day(period.last_on)}",
        rows=tuple(_row(line) for line in page.lines),
        printed=f"{_day(date_in_bishkek(now))}, {actor.name}",
    )

    record_look(
        "register",
        actor=actor,
        now=now,
        appeal_ids=[line.id for line in page.lines],
        body_code=sight.body.code,
        first_on=period.first_on.isoformat(),
        last_on=period.last_on.isoformat(),
        n=page.n_all,
    )
    return documents.render(sheet)


def _row(line: RegisterLine) -> documents.RegisterRow:
    return documents.RegisterRow(
        number=line.number,
        received=_day(date_in_bishkek(line.received_at)),
        registered=_day(line.registered_on),
        applicant="; ".join(part for part in (line.applicant, line.address, line.phone) if part),
        content=line.subject,
        executor=line.executor,
        due=_day(line.due_on),
        result=_result(line),
        score=line.rating.score if line.rating else 0,
        is_resolved=bool(line.rating and line.rating.is_resolved),
    )


def _result(line: RegisterLine) -> str:
    closed = _day(line.closed_on) if line.closed_on else ""
    number = f"№ {line.outgoing}" if line.outgoing else ""
    return ", ".join(part for part in (line.outcome, number, closed) if part)


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")

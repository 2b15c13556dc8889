"""What a complaint about somebody came to: the kind of act, whether it is confirmed, the measure taken. Regulation of the
Alai line, II.1 and III.3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Finding
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for

MEASURE = "measure"


@dataclass(frozen=True, kw_only=True)
class NoteFinding:
    """`target_id` is one of whom the appeal complains about; `kind` a kind of misconduct; `measure` an outcome of the group
    of measures, or empty; `order` its number and date."""

    appeal_id: UUID
    target_id: int
    kind: str
    is_confirmed: bool
    measure: str = ""
    measure_on: date | None = None
    order: str = ""
    seen_version: int | None = None


class NotComplainedOf(Refused):
    """The appeal complains of nobody like that."""


class KindNotListed(Refused):
    """No such kind of misconduct or measure."""


class MeasureWithoutGrounds(Refused):
    """A measure has its day, not after today, and follows a confirmed act."""


@act
def note_finding(command: NoteFinding, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("note_finding", command.appeal_id, actor=actor, seen_version=command.seen_version)
    target = ComplaintTarget.objects.filter(appeal=appeal, pk=command.target_id).first()
    if target is None:
        raise NotComplainedOf()
    known = directory()
    kind = known.misconduct.get(command.kind)
    measure = known.outcomes.get(command.measure) if command.measure else None
    if kind is None or (command.measure and (measure is None or measure.group != MEASURE)):
        raise KindNotListed()
    taken_on = command.measure_on if measure else None
    if measure and not (command.is_confirmed and taken_on and taken_on <= date_in_bishkek(now)):
        raise MeasureWithoutGrounds()

    Finding.objects.create(
        appeal=appeal,
        target=target,
        kind=kind,
        is_confirmed=command.is_confirmed,
        measure=measure,
        measure_on=taken_on,
        order=command.order,
        noted_at=now,
        noted_by_id=official_of(actor),
    )
    appeal.save()
    facts = {
        "kind": kind.code,
        "kind_ky": kind.name_ky,
        "is_confirmed": command.is_confirmed,
        "measure": measure.name_ky if measure else "",
        "order": command.order,
    }
    record("note_finding", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return appeal

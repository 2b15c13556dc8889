"""The paces of executors and topics are measured anew once a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Pace
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.queries.steering.paces import count_paces
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class MeasurePaces:
    """Of all bodies that were not measured today."""


@dataclass(frozen=True)
class _MeasureBody:
    body: Body


def measure_paces(command: MeasurePaces, *, actor: Actor, now: datetime) -> int:
    """How many paces were measured."""
    today = date_in_bishkek(now)
    done = set(Pace.objects.filter(measured_on=today).values_list("body_id", flat=True))
    bodies = [body for body in directory().bodies.values() if body.is_open and body.pk not in done]
    return sum(_measure(_MeasureBody(body), actor=actor, now=now) for body in bodies)


@act
def _measure(command: _MeasureBody, *, actor: Actor, now: datetime) -> int:
    paces = count_paces(command.body, date_in_bishkek(now))
    if not paces:
        return 0
    Pace.objects.filter(body=command.body).delete()
    Pace.objects.bulk_create(paces)
    record("measure_paces", actor=actor, now=now, body_code=command.body.code, facts={"n": len(paces)})
    return len(paces)

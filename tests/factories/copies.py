"""Many appeals out of one, written at once: for figures, where only days, places and kinds matter."""

from __future__ import annotations

from copy import copy
from datetime import date, datetime, time
from itertools import count
from typing import Any
from uuid import uuid4

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.rules.workdays import BISHKEK

_serials = count(5_000_000)


def copied(
    appeal: Appeal, n: int, *, on: date | None = None, territory_id: int | None = None, **changes: Any
) -> None:
    """`on` moves receipt, registration and closing to one day; `changes` are columns of the appeal."""
    if on is not None:
        moment = datetime.combine(on, time(11), BISHKEK)
        changes |= {"received_at": moment}
        if appeal.registered_on:
            changes |= {"registered_on": on, "registered_at": moment}
        if appeal.closed_on:
            changes |= {"closed_on": on, "closed_at": moment}
    made = [_one(appeal, changes) for _ in range(n)]
    Appeal.objects.bulk_create(made)
    person = appeal.applicants.get(role="main")
    Applicant.objects.bulk_create(_applicant(person, one, territory_id) for one in made)


def _one(appeal: Appeal, changes: dict[str, Any]) -> Appeal:
    made = copy(appeal)
    made._state = copy(appeal._state)
    made._state.adding = True
    made.pk, made.submission_key = uuid4(), uuid4()
    serial = next(_serials)
    made.tracking_number = f"K{serial}"
    if made.serial is not None:
        made.serial, made.number = serial, f"K-{serial}"
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def _applicant(person: Applicant, appeal: Appeal, territory_id: int | None) -> Applicant:
    made = copy(person)
    made._state = copy(person._state)
    made._state.adding = True
    made.pk, made.appeal = None, appeal
    if territory_id is not None:
        made.home_territory_id = territory_id
    return made

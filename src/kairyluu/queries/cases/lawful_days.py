"""The days of an appeal by law with their reasons: as they were kept when it came, or, of rows that were loaded by the
thousand, counted again."""

from __future__ import annotations

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import CONSIDERATION, REGISTRATION, Deadline


def registration_of(appeal: Appeal) -> Deadline:
    stored = appeal.deadline_reasons.get(REGISTRATION)
    if stored:
        return Deadline.from_json(stored)
    known = directory()
    body = known.bodies_by_id[appeal.body_id]
    return known.registration_due(appeal.received_at, body, kind=appeal.kind)


def consideration_of(appeal: Appeal) -> Deadline | None:
    """None before registration."""
    stored = appeal.deadline_reasons.get(CONSIDERATION)
    if stored:
        return Deadline.from_json(stored)
    if appeal.registered_on is None or appeal.deadline_reasons:
        return None
    known = directory()
    body = known.bodies_by_id[appeal.body_id]
    return known.consideration_due(appeal.registered_on, body, kind=appeal.kind)

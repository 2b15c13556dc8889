"""Staged rows become appeals: one statement a table, whatever the number of rows."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Max

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.bulk import defaults_of
from kairyluu.data.appeals.models import Appeal, LegacyBatch
from kairyluu.rules.legacy.marks import LETTER, SERIAL_FROM

GOOD = "legacy_stage s WHERE s.faults = '[]' ORDER BY s.id"

APPEAL = {
    "id": "s.id",
    "submission_key": "gen_random_uuid()",
    "submission_digest": "''",
    # Nobody was given a code: the hash of none is empty.
    "secret_hash": "''",
    "channel_id": "s.channel_id",
    "kind": "s.kind",
    "topic_id": "s.topic_id",
    "subject": "s.subject",
    "text": "s.text",
    "reply_language": "s.language",
    "state": "s.state",
    "is_open": "false",
    "received_at": "s.received_at",
    "registration_due_on": "s.registration_due_on",
    "number": "s.number",
    "registered_at": "greatest(s.registered_at, s.received_at)",
    "registered_on": "s.registered_on",
    "consideration_due_on": "s.consideration_due_on",
    "deadline_reasons": "'{}'::jsonb",
    "closed_at": "greatest(s.closed_at, s.registered_at)",
    "closed_on": "s.closed_on",
    "outcome_id": "s.outcome_id",
}
BOOKED = "JOIN appeals_registerbook b ON b.body_id = %s AND b.year = s.year"
ROW = """
INSERT INTO appeals_legacyrow
    (appeal_id, batch_id, line, ground_id, is_extended, was_under_control, forwarded_to, source_body)
SELECT s.id, %s, s.line, s.ground_id, s.is_extended, s.was_under_control, s.forwarded_to, s.source_body
FROM """
PERSON = {
    "appeal_id": "s.id",
    "is_organisation": "s.organisation <> ''",
    "organisation": "s.organisation",
    "surname": "s.surname",
    "given_name": "s.given_name",
    "patronymic": "s.patronymic",
    "home_territory_id": "s.territory_id",
    "home_address": "s.home_address",
}


def write_staged(batch: LegacyBatch, serial_from: int) -> int:
    """How many were written; the serial of a row is its line beyond `serial_from`. The applicant's row keeps its place without a name where the
    register names nobody; nothing is told to anybody, and the journal has one line a batch."""
    n_written = _insert_appeals(batch, serial_from)
    with connection.cursor() as cursor:
        cursor.execute(ROW + GOOD, [batch.pk])
        named, values = _with_defaults("Applicant", PERSON)
        cursor.execute(
            f"INSERT INTO appeals_applicant ({', '.join(named)}) SELECT {', '.join(named.values())} "  # noqa: S608
            f"FROM {GOOD}",
            values,
        )
    return n_written


def _insert_appeals(batch: LegacyBatch, serial_from: int) -> int:
    serial = f"{serial_from:d} + s.line"
    own = APPEAL | {
        "body_id": "b.body_id",
        "book_id": "b.id",
        "serial": serial,
        # Cannot be typed by anybody: it has letters.
        "tracking_number": f"'{LETTER}' || lpad(to_hex(b.id), 6, '0') || lpad(to_hex({serial}), 9, '0')",
    }
    named, values = _with_defaults("Appeal", own)
    # In the order of the days: neighbours in the indexes are written together.
    source = f"legacy_stage s {BOOKED} WHERE s.faults = '[]' ORDER BY s.id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO appeals_appeal ({', '.join(named)}) SELECT {', '.join(named.values())} FROM {source}",  # noqa: S608
            [*values, batch.body_id],
        )
        return int(cursor.rowcount)


def _with_defaults(model: str, own: dict[str, str]) -> tuple[dict[str, str], list[Any]]:
    """Column -> SQL, and the values of those that take the model's default."""
    others = defaults_of(model, own)
    return own | dict.fromkeys(others, "%s"), list(others.values())


def free_serial(body: Body) -> int:
    """Beyond every serial of the body that was ever loaded."""
    used = Appeal.objects.filter(book__body=body, serial__gte=SERIAL_FROM).aggregate(last=Max("serial"))
    return int(used["last"] or SERIAL_FROM)

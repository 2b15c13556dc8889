"""A chunk of read rows in a temporary table: what is wrong between rows is found there by one statement each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.bulk import copy_rows
from kairyluu.data.appeals.identity import new_id
from kairyluu.queries.directory import Directory
from kairyluu.rules import states
from kairyluu.rules.legacy.rows import Fault, Row
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.legacy.days import FIVE, NINE, NOON, LawfulDays, moment

COLUMNS: dict[str, str] = {
    "line": "int",
    "id": "uuid",
    "number": "text",
    "year": "int",
    "received_at": "timestamptz",
    "registered_at": "timestamptz",
    "registered_on": "date",
    "registration_due_on": "date",
    "consideration_due_on": "date",
    "channel_id": "bigint",
    "topic_id": "bigint",
    "territory_id": "bigint",
    "outcome_id": "bigint",
    "ground_id": "bigint",
    "kind": "text",
    "state": "text",
    "closed_at": "timestamptz",
    "closed_on": "date",
    "is_extended": "boolean",
    "was_under_control": "boolean",
    "subject": "text",
    "text": "text",
    "language": "text",
    "forwarded_to": "text",
    "source_body": "text",
    "surname": "text",
    "given_name": "text",
    "patronymic": "text",
    "organisation": "text",
    "home_address": "text",
    "faults": "jsonb",
}
_STAGE = "legacy_stage"
MAKE = (
    f"CREATE TEMPORARY TABLE IF NOT EXISTS {_STAGE} "
    f"({', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())}) ON COMMIT DELETE ROWS"
)
_MARK = f"UPDATE {_STAGE} s SET faults = faults || %s::jsonb FROM "  # noqa: S608 - a fixed name
KNOWN = (
    _MARK
    + "appeals_appeal a WHERE a.body_id = %s AND a.number = s.number AND a.number <> '' AND s.faults = '[]' "
    "AND extract(year FROM a.registered_on) = s.year"
)
REFUSED = f"SELECT line, faults FROM {_STAGE} WHERE faults <> '[]' ORDER BY line"  # noqa: S608


@dataclass(frozen=True)
class Shaping:
    """What turns a read row into columns: ids of the reference rows, days by law, the moment of loading."""

    known: Directory
    days: LawfulDays
    loaded_at: Any

    def columns_of(self, line: int, row: Row) -> tuple[Any, ...]:
        known, codes, texts = self.known, row.codes, row.texts
        registered_on, closed_on = row.registered, row.answered or date_in_bishkek(self.loaded_at)
        topic, territory = known.topic(codes["topic"]), known.territory(codes["territory"])
        received_at = moment(row.received, NINE)
        is_left = row.state == states.UNANSWERED
        return (
            *(line, new_id(received_at), row.number, registered_on.year, received_at),
            *(moment(registered_on, NOON), registered_on, *self._due(row)),
            known.channel(codes["channel"]).pk,
            topic.pk if topic else None,
            territory.pk if territory else None,
            known.outcomes[codes["outcome"]].pk if codes["outcome"] else None,
            known.grounds[codes["ground"]].pk if codes["ground"] else None,
            *(codes["kind"], row.state, self.loaded_at if is_left else moment(closed_on, FIVE), closed_on),
            *(row.is_extended, row.is_controlled, texts["subject"] or _subject(row, topic), texts["text"]),
            *(codes["language"] or "ky", texts["forwarded_to"], texts["source"], *row.person),
            *(row.organisation, texts["address"]),
            json.dumps([fault.to_json() for fault in row.faults]) if row.faults else "[]",
        )

    def _due(self, row: Row) -> tuple[Any, Any]:
        kind = row.codes["kind"]
        by_law = row.due or self.days.consideration(row.registered, kind, is_extended=row.is_extended)
        return self.days.registration(row.received, kind), by_law


def _subject(row: Row, topic: Any) -> str:
    return topic.name_ky if topic else f"№ {row.number}"


def stage(shaping: Shaping, rows: Iterable[tuple[int, Row]], body: Body) -> None:
    """Fills the temporary table anew and marks what is known already."""
    with connection.cursor() as cursor:
        cursor.execute(MAKE)
        cursor.execute(f"TRUNCATE {_STAGE}")
    copy_rows(_STAGE, list(COLUMNS), (shaping.columns_of(*row) for row in rows))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {_STAGE} (number, year)")
        cursor.execute(KNOWN, [json.dumps([Fault("known", "number").to_json()]), body.pk])


def list_refused() -> list[tuple[int, Any]]:
    """Line and reasons of the staged rows that are not taken."""
    with connection.cursor() as cursor:
        cursor.execute(REFUSED)
        return [(line, json.loads(faults)) for line, faults in cursor.fetchall()]

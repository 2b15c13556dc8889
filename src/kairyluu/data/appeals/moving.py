"""Writing recounted days of many appeals at once: one statement for all of them, whatever their number. The explanation
of a receipt outside office hours is each appeal's own and is kept, or made anew where its moment moved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models.expressions import RawSQL

RECEIPT = "receipt"  # key of the reasons: when it came, when it counts, why

_DAYS = """
UPDATE appeals_appeal AS a SET
  registration_due_on = v.registration_due_on,
  consideration_due_on = v.consideration_due_on,
  due_on = v.due_on,
  counted_received_at = CASE WHEN v.moves_receipt THEN v.counted_received_at ELSE a.counted_received_at END,
  deadline_reasons = v.deadline_reasons || CASE
    WHEN v.moves_receipt AND v.receipt IS NULL THEN '{}'
    WHEN v.moves_receipt THEN jsonb_build_object('receipt', v.receipt || jsonb_build_object('received_at',
      COALESCE(a.deadline_reasons #> '{receipt,received_at}',
        to_jsonb(to_char(a.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')))))
    ELSE jsonb_strip_nulls(jsonb_build_object('receipt', a.deadline_reasons -> 'receipt')) END
FROM unnest(string_to_array(%s, ',')::uuid[], string_to_array(%s, ',')::int[]) AS moved (id, n)
JOIN jsonb_to_recordset(%s::jsonb) AS v (n int, registration_due_on date, consideration_due_on date, due_on date,
  counted_received_at timestamptz, moves_receipt boolean, receipt jsonb, deadline_reasons jsonb) ON v.n = moved.n
WHERE a.id = moved.id
"""
_OWN_DAYS = """
UPDATE appeals_assignment AS s SET due_on = moved.due_on
FROM unnest(string_to_array(%s, ',')::uuid[], string_to_array(%s, ',')::date[]) AS moved (id, due_on)
WHERE s.appeal_id = moved.id AND s.is_current AND s.due_on > moved.due_on
"""
_ROWS = """
UPDATE {table} AS s SET due_on = moved.due_on
FROM unnest(string_to_array(%s, ',')::bigint[], string_to_array(%s, ',')::date[]) AS moved (id, due_on)
WHERE s.id = moved.id
"""


def write_days(groups: Sequence[tuple[Iterable[UUID], Mapping[str, Any]]]) -> None:
    """The appeals of each group get its values: the three days, `deadline_reasons` without the receipt, and where
    `moves_receipt` the moment and its reason."""
    ids = [(pk, n) for n, (members, _) in enumerate(groups) for pk in members]
    values = [dict(value) | {"n": n} for n, (_, value) in enumerate(groups)]
    said = json.dumps(values, ensure_ascii=False, default=lambda moment: moment.isoformat())
    _run(_DAYS, _joined(pk for pk, _ in ids), _joined(n for _, n in ids), said)


def pull_own_days(latest: Mapping[UUID, date]) -> None:
    """The head's own day in a resolution is never later than the day by law."""
    if latest:
        _run(_OWN_DAYS, _joined(latest), _joined(latest.values()))


def write_due_days(model: type[models.Model], days: Mapping[int, date]) -> None:
    """`due_on` of these rows of a table that hangs on the appeal."""
    if days:
        _run(_ROWS.format(table=model._meta.db_table), _joined(days), _joined(days.values()))


def among(ids: Iterable[UUID]) -> RawSQL:
    """A hundred thousand ids as one parameter: `pk__in=among(ids)`."""
    return RawSQL("SELECT unnest(string_to_array(%s, ',')::uuid[])", [_joined(ids)])


def _run(sql: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))


def _joined(values: Iterable[object]) -> str:
    return ",".join(map(str, values))

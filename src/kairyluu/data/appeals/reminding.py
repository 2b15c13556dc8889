"""Writing reminders of many appeals at once: few people, few days, a hundred thousand appeals."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kairyluu.rules.workdays import date_in_bishkek

_INSERT = """
INSERT INTO appeals_reminder
    (appeal_id, official_id, tier, duty, due_on, step, told_on, told_at, notice_id)
SELECT due.appeal_id, told.official_id, told.tier, told.duty, told.due_on, told.step, %s, %s, told.notice_id
FROM unnest(string_to_array(%s, ',')::uuid[], string_to_array(%s, ',')::int[]) AS due (appeal_id, n)
JOIN jsonb_to_recordset(%s::jsonb) AS told
    (n int, official_id bigint, tier text, duty text, due_on date, step smallint, notice_id uuid)
    ON told.n = due.n
ON CONFLICT DO NOTHING
"""


def write_reminders(
    dues: Sequence[tuple[UUID, int]], told: Sequence[Mapping[str, Any]], *, now: datetime
) -> int:
    """`dues` pairs an appeal with the number of its group; a row of `told` is one person of the group `n`: official_id,
    tier, duty, due_on, step, notice_id, plain JSON values. How many were written."""
    ids, groups = ",".join(str(pk) for pk, _ in dues), ",".join(str(n) for _, n in dues)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [date_in_bishkek(now), now, ids, groups, json.dumps(list(told))])
        return int(cursor.rowcount)

"""What happened to appeals in a period, counted by the day it happened on.

An appeal received in March and answered in April is one received in March and one answered in April. So the figures of
a period that has ended no longer change, and every share has its base in the same row: in time, of the answers sent.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, fields

from django.db import connection

from kairyluu.reports.periods import Period

_COUNT = """
SELECT GROUPING(appeal.body_id, appeal.kind, date_trunc('month', event.day), appeal.topic_id),
       appeal.body_id, appeal.kind, date_trunc('month', event.day)::date, appeal.topic_id, event.what, count(*)
FROM appeals_appeal AS appeal
CROSS JOIN LATERAL (VALUES
    ('received', (appeal.received_at AT TIME ZONE 'Asia/Bishkek')::date),
    ('registered', appeal.registered_on),
    (CASE WHEN appeal.state = 'refused' THEN 'refused'
          WHEN appeal.closed_on <= appeal.consideration_due_on THEN 'in_time'
          ELSE 'late' END, appeal.closed_on)
) AS event (what, day)
WHERE event.day >= %(start)s AND event.day < %(end)s
  -- The same once more, to leave out early what has no event in the period.
  AND (appeal.received_at >= %(start)s::timestamp AT TIME ZONE 'Asia/Bishkek'
       AND appeal.received_at < %(end)s::timestamp AT TIME ZONE 'Asia/Bishkek'
       OR appeal.registered_on >= %(start)s AND appeal.registered_on < %(end)s
       OR appeal.closed_on >= %(start)s AND appeal.closed_on < %(end)s)
GROUP BY GROUPING SETS (
    (event.what, appeal.body_id),
    (event.what, appeal.kind),
    (event.what, date_trunc('month', event.day)),
    (event.what, appeal.topic_id)
)
"""
BODY, KIND, MONTH, TOPIC = "body", "kind", "month", "topic"
# GROUPING() has a bit for each thing not grouped by: what a row is grouped by, and in which column it stands.
_GROUPED = {0b0111: (BODY, 1), 0b1011: (KIND, 2), 0b1101: (MONTH, 3), 0b1110: (TOPIC, 4)}


@dataclass(frozen=True)
class Counts:
    """`in_time` and `late` are answers sent; `refused` are decisions not to consider."""

    received: int = 0
    registered: int = 0
    in_time: int = 0
    late: int = 0
    refused: int = 0

    @property
    def answered(self) -> int:
        return self.in_time + self.late

    @property
    def share_in_time(self) -> float | None:
        """Per cent of the answers sent; None when none was."""
        return 100 * self.in_time / self.answered if self.answered else None

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)))


Rows = dict[Hashable, Counts]
Events = dict[str, Rows]


def count_events(period: Period) -> Events:
    """Every public grouping of one period from one reading of the table.

    By row id of the body, code of the kind, first day of the month, row id of the topic (None: no topic).
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"start": period.starts_on, "end": period.ends_before})
        rows = cursor.fetchall()
    found: dict[tuple[str, Hashable], dict[str, int]] = {}
    for row in rows:
        grouping, column = _GROUPED[row[0]]
        found.setdefault((grouping, row[column]), {})[row[5]] = row[6]
    events: Events = {grouping: {} for grouping, _ in _GROUPED.values()}
    for (grouping, key), numbers in found.items():
        events[grouping][key] = Counts(**numbers)
    return events


def total(rows: Rows) -> Counts:
    return sum(rows.values(), Counts())

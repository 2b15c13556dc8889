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
SELECT $key, event.what, count(*)
FROM appeals_appeal AS appeal
CROSS JOIN LATERAL (VALUES
    ('received', (appeal.received_at AT TIME ZONE 'Asia/Bishkek')::date),
    ('registered', appeal.registered_on),
    (CASE WHEN appeal.state = 'refused' THEN 'refused'
          WHEN appeal.closed_on <= appeal.consideration_due_on THEN 'in_time'
          ELSE 'late' END, appeal.closed_on)
) AS event (what, day)
WHERE event.day >= %s AND event.day < %s
GROUP BY 1, 2
"""


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


def count_events(period: Period, key: str) -> dict[Hashable, Counts]:
    """Counts by the value of `key`, an SQL expression over `appeal` and `event` that a report writes itself."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.replace("$key", key), [period.starts_on, period.ends_before])
        rows = cursor.fetchall()
    found: dict[Hashable, dict[str, int]] = {}
    for value, what, n in rows:
        found.setdefault(value, {})[what] = n
    return {value: Counts(**numbers) for value, numbers in found.items()}


def total(rows: dict[Hashable, Counts]) -> Counts:
    return sum(rows.values(), Counts())

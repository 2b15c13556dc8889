"""Counting attempts, in PostgreSQL because several processes share the count. Not an act of anybody: nothing is asked
of a policy and nothing enters the journal."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection

from kairyluu.data.people.models import Attempt
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act

LONGEST_PERIOD = timedelta(days=1)

COUNT = """
INSERT INTO people_attempt (key_hash, window_start, n) VALUES (%s, %s, %s)
ON CONFLICT (key_hash, window_start) DO UPDATE SET n = people_attempt.n + EXCLUDED.n
RETURNING n
"""


class TooManyAttempts(Refused):
    """Tried too often; facts: minutes (the length of the window)."""


@act
def count_attempt(key: str, *, limit: int, period: timedelta, now: datetime, n: int = 1) -> bool:
    """Counts `n` attempts under `key` and says whether they may go on: true for the first `limit` of each window.

    Begin the key with its purpose (`track:address:10.0.0.1`); only a keyed hash of it is stored. The count is
    committed by itself, so a refusal afterwards does not take it back: call it outside a transaction.
    """
    if not timedelta(seconds=1) <= period <= LONGEST_PERIOD:
        raise ValueError("count attempts in windows of a second to a day")
    seconds = int(period.total_seconds())
    start = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [_hash(f"{seconds}:{key}"), start, n])
        (counted,) = cursor.fetchone()
    return bool(counted <= limit)


def forget_attempts(now: datetime) -> int:
    """Deletes the counts of windows that are over; says how many."""
    n, _ = Attempt.objects.filter(window_start__lt=now - LONGEST_PERIOD).delete()
    return n


def _hash(key: str) -> str:
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, b"attempt " + key.encode(), hashlib.sha256).hexdigest()

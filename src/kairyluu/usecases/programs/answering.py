"""One request under one key at a time: the second of two that come at once is told to wait, not answered twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from kairyluu.rules.refusals import Refused


class StillAnswering(Refused):
    """A request with this key is being answered by another process."""


@contextmanager
def alone(key: UUID) -> Iterator[None]:
    """Raises `StillAnswering`. The lock is the connection's: it ends with it, whatever happens to the process."""
    number = key.int % 2**63
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        (is_ours,) = cursor.fetchone()
    if not is_ours:
        raise StillAnswering()
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])

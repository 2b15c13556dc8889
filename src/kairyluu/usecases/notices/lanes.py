"""The services that carry notices. One drain at a time works on a service, so that its notices leave in order; while the
service is away nothing is tried, and what waits goes on in order afterwards."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from kairyluu.data.outbox.models import Lane
from kairyluu.queries.directory import directory
from kairyluu.rules.notices.quiet import QuietHours
from kairyluu.rules.notices.ways import RINGING, wait_of_lane

LOCKS = 0x6B61  # the first half of the advisory locks' keys, so that they are nobody else's


@contextmanager
def alone(channel: str) -> Iterator[bool]:
    """Whether this connection is the one that works on the channel until the end of the block. PostgreSQL lets go of
    the lock by itself when the worker is killed."""
    key = [LOCKS, zlib.crc32(channel.encode()) & 0x7FFFFFFF]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", key)
        (is_ours,) = cursor.fetchone()
        try:
            yield bool(is_ours)
        finally:
            if is_ours:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", key)


@contextmanager
def lightly() -> Iterator[None]:
    """A mark need not wait for the disk: a killed worker loses none, a machine without current the last half second."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        try:
            yield
        finally:
            cursor.execute("RESET synchronous_commit")


def is_open(channel: str, now: datetime) -> bool:
    """Neither is the service away, nor is it an hour in which its messages would wake people."""
    if channel in RINGING and quiet_hours().holds(now):
        return False
    return not Lane.objects.filter(channel=channel, next_at__gt=now).exists()


def quiet_hours() -> QuietHours:
    known = directory()
    return QuietHours(
        begin=datetime.strptime(known.setting("quiet_from"), "%H:%M").time(),  # noqa: DTZ007 - a clock, no moment
        end=datetime.strptime(known.setting("quiet_until"), "%H:%M").time(),  # noqa: DTZ007
    )


def note_away(channel: str, error: str, *, now: datetime) -> None:
    lane, _is_new = Lane.objects.get_or_create(channel=channel)
    lane.n_faults += 1
    lane.next_at = now + wait_of_lane(lane.n_faults, int(now.timestamp()))
    lane.last_error, lane.away_since = error, lane.away_since or now
    lane.save()


def note_back(channel: str) -> None:
    back = {"n_faults": 0, "next_at": None, "last_error": "", "away_since": None}
    Lane.objects.filter(channel=channel, n_faults__gt=0).update(**back)

"""Counting attempts, in PostgreSQL because several processes share the count. Not an act of anybody: nothing is asked
of a policy and nothing enters the journal."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

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
    return _counted(key, period, now, n) <= limit


@act
def count_attempts(key: str, *, period: timedelta, now: datetime, n: int = 1) -> int:
    """As `count_attempt`, but says how many there were in this window, these included."""
    return _counted(key, period, now, n)


def network_of(remote: str, forwarded: str, n_proxies: int) -> str:
    """The network address to count attempts under: of `X-Forwarded-For` only what our own proxies wrote is believed."""
    hops = forwarded.split(",")
    if n_proxies and len(hops) >= n_proxies:
        return _line_of(hops[-n_proxies].strip())
    return _line_of(remote)


def _line_of(address: str) -> str:
    """One subscriber has one IPv4 address, but 2^64 of IPv6 to change between: those count as one."""
    try:
        given = ip_address(address)
    except ValueError:
        return address
    if given.version == 4:
        return address
    return str(given.ipv4_mapped or ip_network((int(given), 64), strict=False))


def _counted(key: str, period: timedelta, now: datetime, n: int) -> int:
    if not timedelta(seconds=1) <= period <= LONGEST_PERIOD:
        raise ValueError("count attempts in windows of a second to a day")
    seconds = int(period.total_seconds())
    start = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [_hash(f"{seconds}:{key}"), start, n])
        (counted,) = cursor.fetchone()
    return int(counted)


def forget_attempts(now: datetime) -> int:
    """Deletes the counts of windows that are over; says how many."""
    n, _ = Attempt.objects.filter(window_start__lt=now - LONGEST_PERIOD).delete()
    return n


def _hash(key: str) -> str:
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, b"attempt " + key.encode(), hashlib.sha256).hexdigest()

"""Attempts are counted for all processes together, and nothing readable is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from kairyluu.data.people.models import Attempt
from kairyluu.usecases.people.throttle import count_attempt, forget_attempts

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Bishkek"))
QUARTER = timedelta(minutes=15)
pytestmark = pytest.mark.django_db


def tried(key: str = "track:address:10.0.0.1", at: datetime = NOW, limit: int = 3) -> bool:
    return count_attempt(key, limit=limit, period=QUARTER, now=at)


def test_the_limit_is_allowed_and_the_next_is_not():
    assert [tried() for _ in range(5)] == [True, True, True, False, False]


def test_another_key_has_its_own_count():
    assert not all(tried() for _ in range(4))

    assert tried("track:address:10.0.0.2")


def test_a_new_window_starts_from_nothing():
    assert not all(tried() for _ in range(4))

    assert tried(at=NOW + QUARTER)


def test_the_key_cannot_be_read_back():
    tried("track:address:10.0.0.1")

    row = Attempt.objects.get()

    assert len(row.key_hash) == 64
    assert "10.0.0.1" not in str(row.__dict__)


def test_windows_that_are_over_are_forgotten():
    tried()
    tried(at=NOW + timedelta(days=2))

    assert forget_attempts(NOW + timedelta(days=2)) == 1
    assert Attempt.objects.get().window_start > NOW


@pytest.mark.parametrize("period", [timedelta(0), timedelta(days=2)])
def test_a_window_outside_a_second_to_a_day_is_a_mistake(period):
    with pytest.raises(ValueError, match="second to a day"):
        count_attempt("track", limit=3, period=period, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_attempts_at_the_same_moment_are_all_counted():
    def try_in_own_connection(_: int) -> bool:
        try:
            return tried(limit=5)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(try_in_own_connection, range(24)))

    assert allowed.count(True) == 5
    assert Attempt.objects.get().n == 24

"""What is counted is kept for some minutes, and then counted anew."""

from __future__ import annotations

import threading
import time
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kairyluu.reports.beginning import first_day
from kairyluu.reports.keeping import AT_MOST, FOR, Kept, kept
from kairyluu.rules.workdays import BISHKEK
from tests.cast import NOW, Town
from tests.factories import appeals

LATE_IN_MARCH = datetime(2026, 3, 31, 23, 30, tzinfo=BISHKEK)


def test_figures_are_kept_for_some_minutes() -> None:
    numbers = iter((1, 2))

    before = kept("a", lambda: next(numbers), now=NOW)
    same = kept("a", lambda: next(numbers), now=NOW + FOR - timedelta(seconds=1))
    new = kept("a", lambda: next(numbers), now=NOW + FOR)

    assert (before.value, before.as_of) == (1, NOW)
    assert same == before
    assert (new.value, new.as_of) == (2, NOW + FOR)


def test_who_comes_later_waits_for_nobody_and_the_next_sees_what_was_counted_meanwhile(settings: Any) -> None:
    settings.COUNTS_BEHIND = True
    may_end = threading.Event()
    later = NOW + FOR

    def slowly() -> int:
        may_end.wait(10)
        return 2

    kept("a", lambda: 1, now=NOW)
    assert [kept("a", slowly, now=later).value for _ in range(3)] == [1, 1, 1]
    may_end.set()
    for _ in range(1000):
        if kept("a", slowly, now=later).as_of == later:
            break
        time.sleep(0.01)
    assert kept("a", slowly, now=later) == Kept(2, later)


def test_a_count_that_fails_behind_leaves_the_older_one(
    settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.COUNTS_BEHIND = True
    kept("b", lambda: 1, now=NOW)

    for _ in range(1000):
        assert kept("b", lambda: 1 // 0, now=NOW + FOR).value == 1
        if "the older figures stay" in caplog.text:
            break
        time.sleep(0.01)
    assert "ZeroDivisionError" in caplog.text
    assert kept("b", lambda: 3, now=NOW + AT_MOST).value == 3


def test_the_first_day_is_that_of_the_oldest_appeal(town: Town) -> None:
    assert first_day(now=NOW) is None

    appeals.received(town, now=LATE_IN_MARCH)

    assert first_day(now=NOW + FOR) == date(2026, 3, 31)

"""What is counted is kept for some minutes, and then counted anew."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kairyluu.reports.beginning import first_day
from kairyluu.reports.keeping import FOR, kept
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


def test_the_first_day_is_that_of_the_oldest_appeal(town: Town) -> None:
    assert first_day(now=NOW) is None

    appeals.received(town, now=LATE_IN_MARCH)

    assert first_day(now=NOW + FOR) == date(2026, 3, 31)

"""What is counted is kept for some minutes, and then counted anew."""

from __future__ import annotations

import threading
import time
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from kairyluu.queries.directory import directory
from kairyluu.reports.beginning import first_day
from kairyluu.reports.keeping import AT_MOST, FOR, Kept, at_once, forget, kept
from kairyluu.reports.published.cells import HIDDEN
from kairyluu.reports.published.overview import read_overview
from kairyluu.reports.published.reading import read_published
from kairyluu.reports.published.tables import TABLES, districts_of
from kairyluu.reports.published.usual import count_earlier, count_usual
from kairyluu.reports.published.years import count_year
from kairyluu.rules.figures.periods import Period
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
    counts_behind(settings)
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
    counts_behind(settings)
    kept("b", lambda: 1, now=NOW)

    for _ in range(1000):
        assert kept("b", lambda: 1 // 0, now=NOW + FOR).value == 1
        if "the older figures stay" in caplog.text:
            break
        time.sleep(0.01)
    assert "ZeroDivisionError" in caplog.text
    assert kept("b", lambda: 3, now=NOW + AT_MOST).value == 3


def counts_behind(settings: Any) -> None:
    """As a server does; the shared cache of its own, not in the transaction of a test."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}
    }
    settings.COUNTS_BEHIND = True


def test_what_another_process_counted_is_not_counted_again(settings: Any) -> None:
    counts_behind(settings)
    kept("c", lambda: 1, now=NOW)
    forget()  # another process has none of it in its memory

    assert kept("c", lambda: 1 // 0, now=NOW + FOR / 2) == Kept(1, NOW)
    forget()
    with at_once():
        assert kept("c", lambda: 2, now=NOW + FOR) == Kept(2, NOW + FOR)
    forget()
    assert kept("c", lambda: 1 // 0, now=NOW + FOR) == Kept(2, NOW + FOR)


def test_what_is_opened_first_was_counted_before(
    town: Town, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts_behind(settings)
    appeals.received(town, now=LATE_IN_MARCH)
    now = LATE_IN_MARCH + timedelta(days=2)
    count_usual(now=now, today=now.date())
    forget()

    def nobody(*_: Any, **__: Any) -> None:
        raise AssertionError("counted for a reader")

    monkeypatch.setattr("kairyluu.reports.published.reader.count_year", nobody)
    monkeypatch.setattr("kairyluu.reports.published.reader.count_totals", nobody)
    monkeypatch.setattr("kairyluu.reports.published.reader.count_figures", nobody)
    later, period = now + FOR / 2, Period.of("2026-Q1")
    region = next(place.code for place in directory().territories.values() if place.parent_id is None)
    for table in (*TABLES.values(), districts_of(region)):
        assert read_published(table, period, now=later, today=later.date()).as_of == now
    assert read_overview(period, now=later, today=later.date()).figures.now["lodged"] == HIDDEN


def test_earlier_years_are_counted_once_a_day_and_shown_until_they_are_again(
    town: Town, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts_behind(settings)
    appeals.received(town, now=LATE_IN_MARCH.replace(year=2024))
    now = LATE_IN_MARCH
    count_earlier(now=now, today=now.date())
    forget()

    counted = []
    monkeypatch.setattr(
        "kairyluu.reports.published.reader.count_year",
        lambda *a, **k: counted.append(a) or count_year(*a, **k),
    )
    monkeypatch.setattr("kairyluu.reports.keeping.renew", lambda key, again: None)
    later = now + timedelta(hours=19)
    count_earlier(now=later, today=later.date())
    for table in TABLES.values():
        assert read_published(table, Period.year(2024), now=later, today=later.date()).as_of == now
    assert (
        read_overview(Period.of("2024-Q1"), now=later, today=later.date()).months[2].now["lodged"] == HIDDEN
    )
    assert not counted

    later = now + timedelta(hours=21)
    assert read_published(TABLES["bodies"], Period.year(2024), now=later, today=later.date()).as_of == now
    count_earlier(now=later, today=later.date())
    assert {year for _, year in counted} == {2024, 2025, 2023}


def test_the_first_day_is_that_of_the_oldest_appeal(town: Town) -> None:
    assert first_day(now=NOW) is None

    appeals.received(town, now=LATE_IN_MARCH)

    assert first_day(now=NOW + FOR) == date(2026, 3, 31)

"""A hundred thousand open appeals of one body on the morning after their day."""

from __future__ import annotations

import resource
from datetime import datetime
from time import perf_counter

import pytest

from kairyluu.data.appeals.models import Appeal, Reminder
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.control.remind import RemindEverybody, remind_everybody
from tests.cast import Town
from tests.soak.test_calendar_scale import N, copies

LIMIT = 120  # seconds, on two slow cores
MOST_MEMORY = 300  # MB more than before
LATE = datetime(2026, 5, 11, 8, 5, tzinfo=BISHKEK)


@pytest.mark.soak
def test_the_worst_morning_of_a_body(town: Town) -> None:
    copies(town)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    began = perf_counter()
    told = remind_everybody(RemindEverybody(), actor=SYSTEM_ACTOR, now=LATE)
    took = perf_counter() - began

    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{told} reminders in {took:.1f} s, {grown:.0f} MB more")
    assert Appeal.objects.filter(is_open=True).count() >= N
    assert told == Reminder.objects.count() >= 2 * N
    assert Entry.objects.filter(act="remind").count() >= N
    assert Notice.objects.filter(code="digest").count() == 3
    assert took < LIMIT
    assert grown < MOST_MEMORY

"""What comes outside office hours, where the setting says that they count."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.reference.models import Setting
from kairyluu.rules.workdays import BISHKEK
from tests.cast import Town
from tests.factories import appeals

SATURDAY = datetime(2026, 3, 14, 11, 0, tzinfo=BISHKEK)
HOURS = {"winter_hours": "09:00-18:00", "winter_lunch": "12:30-13:30"}


@pytest.fixture
def counting(town: Town) -> Town:
    Setting.objects.filter(code="received_outside_hours_counts_next").update(value="yes")
    Body.objects.filter(pk=town.body.pk).update(hours=HOURS)
    return town


def test_both_times_are_kept_and_the_reason(counting: Town) -> None:
    appeal = appeals.received(counting, now=SATURDAY)

    monday = datetime(2026, 3, 16, 9, 0, tzinfo=BISHKEK)
    assert (appeal.received_at, appeal.counted_received_at) == (SATURDAY, monday)
    assert appeal.registration_due_on == date(2026, 3, 17)
    assert appeal.deadline_reasons["receipt"] == {
        "received_at": "2026-03-14T11:00:00+06:00",
        "counted_at": "2026-03-16T09:00:00+06:00",
        "why": "day_off",
    }


def test_it_is_off_until_somebody_confirms_the_rule(town: Town) -> None:
    Body.objects.filter(pk=town.body.pk).update(hours=HOURS)

    appeal = appeals.received(town, now=SATURDAY)

    assert appeal.counted_received_at is None
    assert appeal.registration_due_on == date(2026, 3, 16)
    assert Setting.objects.get(code="received_outside_hours_counts_next").status == "unverified"


def test_within_the_hours_and_without_hours_nothing_changes(counting: Town) -> None:
    within = appeals.received(counting, now=datetime(2026, 3, 11, 17, 59, tzinfo=BISHKEK))
    elsewhere = appeals.received(counting, body=counting.ministry.code, now=SATURDAY)

    assert [Appeal.objects.get(pk=a.pk).counted_received_at for a in (within, elsewhere)] == [None, None]
    assert "receipt" not in within.deadline_reasons

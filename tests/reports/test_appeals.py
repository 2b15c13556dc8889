"""What the public reports count: a handful of appeals whose fate is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.reference.models import Topic
from kairyluu.queries.directory import directory
from kairyluu.reports.catalogue import (
    appeals_by_body,
    appeals_by_kind,
    appeals_by_month,
    appeals_by_topic,
    month_in_short,
)
from kairyluu.reports.events import Counts, count_events
from kairyluu.reports.keeping import FOR
from kairyluu.reports.periods import Period
from kairyluu.reports.registry import REPORTS, first_day, read_report
from kairyluu.rules.workdays import BISHKEK
from tests.cast import NOW, Town
from tests.factories import appeals

MARCH, APRIL, YEAR = Period(2026, "month", 3), Period(2026, "month", 4), Period(2026)
LATE_IN_MARCH = datetime(2026, 3, 31, 23, 30, tzinfo=BISHKEK)


def _late(town: Town) -> None:
    """Answered in April, after its day."""
    appeal = appeals.answered(town, kind="complaint")
    type(appeal).objects.filter(pk=appeal.pk).update(closed_on=date(2026, 4, 20))


def test_each_event_counts_in_the_month_of_its_own_day(town: Town) -> None:
    appeals.answered(town)
    _late(town)
    appeals.received(town, now=LATE_IN_MARCH)

    march, april = (appeals_by_body.rows(count_events(p))[town.body.pk] for p in (MARCH, APRIL))

    assert march == Counts(received=3, registered=2, in_time=1)
    assert april == Counts(late=1)
    assert (april.answered, april.share_in_time, march.share_in_time) == (1, 0.0, 100.0)


def test_an_answer_on_the_last_day_is_in_time(town: Town) -> None:
    appeal = appeals.answered(town)
    type(appeal).objects.filter(pk=appeal.pk).update(closed_on=appeal.consideration_due_on)

    assert appeals_by_kind.rows(count_events(YEAR))["application"].in_time == 1


def test_kinds_and_months_are_told_apart(town: Town) -> None:
    appeals.received(town)
    appeals.received(town, kind="complaint", now=NOW + timedelta(days=30))

    assert appeals_by_kind.rows(count_events(YEAR)) == {
        "application": Counts(received=1),
        "complaint": Counts(received=1),
    }
    assert appeals_by_month.rows(count_events(YEAR)) == {
        date(2026, 3, 1): Counts(received=1),
        date(2026, 4, 1): Counts(received=1),
    }


def test_few_appeals_of_a_topic_are_not_shown_by_themselves(town: Town) -> None:
    lower = Topic.objects.filter(parent__isnull=False).first()
    assert lower is not None
    for _ in range(5):
        appeals.received(town, topic=lower.code)
    appeals.received(town)

    assert appeals_by_topic.rows(count_events(YEAR)) == {lower.parent.code: Counts(received=5)}


def test_the_month_in_short_has_the_median_of_working_days(town: Town) -> None:
    appeals.answered(town)  # registered on Tuesday the 10th, answered on Thursday the 12th
    appeals.answered(town)
    _late(town)

    march = month_in_short.count(MARCH, count_events(MARCH))

    assert (march.counts.received, march.counts.answered, march.median_days) == (3, 2, 2)
    assert month_in_short.count(Period(2025), count_events(Period(2025))).median_days is None


@pytest.mark.parametrize("n", [1, 4])
def test_all_reports_of_a_period_are_one_query_however_many_rows(town: Town, n: int) -> None:
    for _ in range(n):
        appeals.received(town)
    directory()

    with CaptureQueriesContext(connection) as queries:
        for code in REPORTS:
            read_report(code, YEAR, now=NOW)

    assert len([q for q in queries if "appeals_appeal" in q["sql"]]) == 1


def test_figures_are_kept_for_some_minutes(town: Town) -> None:
    before = read_report("appeals_by_kind", MARCH, now=NOW)
    appeals.received(town)

    same = read_report("appeals_by_kind", MARCH, now=NOW + FOR - timedelta(seconds=1))
    new = read_report("appeals_by_kind", MARCH, now=NOW + FOR)

    assert same == before
    assert new.value == {"application": Counts(received=1)}
    assert new.as_of == NOW + FOR


def test_the_first_day_is_that_of_the_oldest_appeal(town: Town) -> None:
    assert first_day(now=NOW) is None

    appeals.received(town, now=LATE_IN_MARCH)

    assert first_day(now=NOW + FOR) == date(2026, 3, 31)

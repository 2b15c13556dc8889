"""The month's analyses make themselves, once, and tell who must approve."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kairyluu.data.analyses.models import Analysis
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.analysis.approve import ApproveAnalysis, approve_analysis
from kairyluu.usecases.analysis.monthly import MakeMonthly, make_monthly
from tests.cast import Town
from tests.factories import appeals

FIRST = datetime(2026, 4, 1, 8, 25, tzinfo=BISHKEK)  # a Wednesday


def run(now: datetime) -> int:
    return make_monthly(MakeMonthly(), actor=SYSTEM_ACTOR, now=now)


@pytest.mark.parametrize(
    "now",
    [FIRST.replace(hour=3), datetime(2026, 8, 1, 9, 0, tzinfo=BISHKEK)],  # too early; a Saturday
)
def test_nothing_before_the_first_working_morning(town: Town, now: datetime) -> None:
    assert run(now) == 0
    assert not Analysis.objects.exists()


def test_once_for_the_country_and_each_body_with_a_desk(town: Town) -> None:
    appeals.registered(town)

    assert run(FIRST) == 3
    assert run(FIRST + timedelta(hours=1)) == 0

    assert set(Analysis.objects.values_list("book", "period", "state")) == {
        ("", "2026-03", "draft"),
        ("da-o-alai", "2026-03", "draft"),
        ("ao-o-alai-sary-tash", "2026-03", "draft"),
    }
    told = Notice.objects.filter(code="analysis_waiting")
    addresses = sorted(told.values_list("address", flat=True))
    assert town.akim.email in addresses
    assert town.portal_owner.email in addresses
    assert town.executor.email not in addresses
    assert len(addresses) == len(set(addresses))


def test_who_does_not_approve_is_told_again_after_a_week(town: Town) -> None:
    run(FIRST)
    n = Notice.objects.filter(code="analysis_waiting").count()
    draft = Analysis.objects.get(book="da-o-alai")
    approve_analysis(ApproveAnalysis(analysis_id=draft.pk), actor=town.akim.actor, now=FIRST)

    run(FIRST + timedelta(days=6))
    assert Notice.objects.filter(code="analysis_waiting").count() == n

    run(FIRST + timedelta(days=7))
    again = Notice.objects.filter(code="analysis_waiting", created_at=FIRST + timedelta(days=7))
    addresses = set(again.values_list("address", flat=True))
    assert town.portal_owner.email in addresses
    assert town.akim.email not in addresses
    assert run(FIRST + timedelta(days=7, hours=1)) == 0
    assert Notice.objects.filter(code="analysis_waiting").count() == n + len(addresses)

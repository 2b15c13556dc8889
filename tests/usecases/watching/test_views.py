"""Saved views and their letters: whose, what is counted for whom, one letter when a limit is crossed."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kairyluu.data.appeals.models import ComplaintTarget
from kairyluu.data.figures.models import SavedView
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.notices.letter import render
from kairyluu.queries.watching.views import ViewNotFound, list_views
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.watching.save import (
    ChangeView,
    DeleteView,
    NoLimit,
    SaveView,
    change_view,
    delete_view,
    save_view,
)
from kairyluu.usecases.watching.tell import LookAtViews, in_a_letter, look_at_views
from tests.cast import NOW, Member, Town
from tests.factories import appeals

ASKED = {"period": "this-year", "by": "kind", "body": "", "figure": ["received"], "where": []}


def saved(who: Member, *, asked: dict[str, Any] = ASKED, **values: Any) -> SavedView:
    return save_view(SaveView(name="Биздин сандар", asked=asked, **values), actor=who.actor, now=NOW)


def watched(who: Member, limit: int, **changes: Any) -> SavedView:
    values: dict[str, Any] = {"name": "Көп", "figure": "received", "direction": "over"} | changes
    command = ChangeView(view_id=saved(who).pk, limit=Decimal(limit), **values)
    return change_view(command, actor=who.actor, now=NOW)


def morning(days: int) -> int:
    return look_at_views(LookAtViews(), actor=SYSTEM_ACTOR, now=NOW + timedelta(days=days))


def letters() -> list[Notice]:
    return list(Notice.objects.filter(code="figure_crossed").order_by("created_at"))


def test_one_letter_when_it_crosses_and_none_on_the_next_days(town: Town) -> None:
    view = watched(town.akim, 1)
    appeals.received(town)
    assert morning(0) == 0
    appeals.received(town)
    assert morning(1) == 1
    assert morning(2) == morning(3) == 0

    [letter] = letters()
    assert letter.address == town.akim.email
    text = render("figure_crossed", letter.language, letter.facts).text
    assert "01.01.2026–31.12.2026 мезгили боюнча бүгүн 2 болду. Сиз койгон чек: 1." in text
    assert f"/watch/views/{view.pk}/" in text
    assert Entry.objects.filter(act="tell_view_crossed").count() == 1

    change_view(ChangeView(view_id=view.pk, name="Көп"), actor=town.akim.actor, now=NOW)
    appeals.received(town)
    assert morning(4) == 0


@pytest.mark.parametrize(
    ("code", "value", "language", "written"),
    [
        ("share_in_time", Decimal("91.40"), "ky", "91,4\u00a0%"),
        ("share_in_time", Decimal("100.00"), "en", "100%"),
        ("days_median", Decimal("14.5"), "en", "14.5"),
        ("received", 12345, "ru", "12\u00a0345"),
    ],
)
def test_a_number_in_a_letter_is_as_its_language_writes_it(
    code: str, value: Decimal | int, language: str, written: str
) -> None:
    assert in_a_letter(code, value, language) == written


def test_what_concerns_the_reader_never_crosses_his_limit(town: Town) -> None:
    watched(town.akim, 0)
    watched(town.overseer, 0)
    appeal = appeals.received(town)
    ComplaintTarget.objects.create(appeal=appeal, official=town.akim.official)
    assert morning(0) == 1
    assert letters()[0].address == town.overseer.email


def test_a_day_off_and_one_without_a_post_bring_no_letter(town: Town) -> None:
    watched(town.akim, 0)
    appeals.received(town)
    assert morning(4) == 0  # a Saturday
    assert not letters()


def test_own_views_and_those_of_the_office(town: Town) -> None:
    mine, shared = saved(town.akim), saved(town.akim, is_shared=True)
    assert set(list_views(town.akim.actor)) == {mine, shared}
    assert list(list_views(town.deputy.actor)) == [shared]
    assert not list_views(town.foreign_head.actor)
    with pytest.raises(ViewNotFound):
        delete_view(DeleteView(view_id=shared.pk), actor=town.deputy.actor, now=NOW)
    delete_view(DeleteView(view_id=shared.pk), actor=town.akim.actor, now=NOW)
    assert list(SavedView.objects.all()) == [mine]


def test_who_may_not(town: Town) -> None:
    for who in (town.executor, town.citizen):
        with pytest.raises(NotAllowed):
            saved(who)
    with pytest.raises(NoLimit):
        watched(town.akim, 1, direction="sideways")
    with pytest.raises(NotAllowed):
        look_at_views_as_somebody(town, NOW)


def look_at_views_as_somebody(town: Town, now: datetime) -> None:
    watched(town.overseer, 1)
    look_at_views(LookAtViews(), actor=town.akim.actor, now=now)

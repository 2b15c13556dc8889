"""The registrar enters an appeal in the register book."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kairyluu.data.journal.models import Entry
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Town
from tests.factories import appeals


def test_the_next_number_and_the_fourteenth_working_day(town: Town) -> None:
    first, second = appeals.registered(town), appeals.registered(town)

    assert [first.number, second.number] == ["АЛ-2026-00001", "АЛ-2026-00002"]
    # 10 March is a Tuesday; Orozo Ait on Friday 20 March is stepped over.
    assert first.due_on is not None
    assert first.due_on.isoformat() == "2026-03-31"
    skipped = [day["date"] for day in first.deadline_reasons["consideration"]["skipped"]]
    assert "2026-03-20" in skipped


def test_each_body_and_each_year_has_a_book_of_its_own(town: Town) -> None:
    appeals.registered(town)
    new_year = datetime(2027, 1, 12, 9, 0, tzinfo=BISHKEK)

    waiting = appeals.received(town, now=new_year - timedelta(days=1))
    later = register_appeal(RegisterAppeal(appeal_id=waiting.pk), actor=town.registrar.actor, now=new_year)
    other = appeals.received(town, body=town.foreign_body.code)
    theirs = register_appeal(RegisterAppeal(appeal_id=other.pk), actor=town.foreign_registrar.actor, now=NOW)

    assert (later.number, theirs.number) == ("АЛ-2027-00001", "СТ-2026-00001")


def test_a_second_clerk_is_told_that_it_is_registered(town: Town) -> None:
    appeal = appeals.registered(town)

    with pytest.raises(NotAllowed) as refused:
        register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)

    assert refused.value.facts["because"] == "not_possible_now"


def test_a_page_drawn_before_somebody_acted_is_noticed(town: Town) -> None:
    appeal = appeals.received(town)
    stale = RegisterAppeal(appeal_id=appeal.pk, seen_version=0)

    with pytest.raises(ChangedMeanwhile):
        register_appeal(stale, actor=town.registrar.actor, now=NOW)


@pytest.mark.parametrize(
    "who", ["foreign_registrar", "citizen", "operator_of_the_system", "executor", "portal_owner"]
)
def test_for_who_may_not_see_it_the_appeal_is_not_there(town: Town, who: str) -> None:
    appeal = appeals.received(town)

    with pytest.raises(AppealNotFound):
        register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=getattr(town, who).actor, now=NOW)

    assert not Entry.objects.filter(act="register").exists()


@pytest.mark.parametrize("who", ["akim", "controller", "overseer"])
def test_seeing_is_not_registering(town: Town, who: str) -> None:
    appeal = appeals.received(town)

    with pytest.raises(NotAllowed):
        register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=getattr(town, who).actor, now=NOW)


def test_the_registrar_complained_about_does_not_even_see_it(town: Town) -> None:
    about = Target(official=town.registrar.official.code)
    appeal = appeals.received(town, kind="complaint", targets=(about,))

    with pytest.raises(AppealNotFound):
        register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW)


def test_a_late_registration_is_journalled_as_late(town: Town) -> None:
    appeal = appeals.received(town)

    register_appeal(
        RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW + timedelta(days=3)
    )

    assert Entry.objects.get(act="register").facts["is_late"] is True

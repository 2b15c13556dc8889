"""What a body lacks before citizens may write to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.reference.models import CalendarDay, Term
from kairyluu.design import lacks
from kairyluu.design.wording import KINDS
from kairyluu.queries.directory import directory
from kairyluu.queries.readiness import Missing, list_body_checks, list_missing
from kairyluu.rules.facts import APPEAL_KINDS
from tests.cast import TODAY, Town
from tests.factories import appeals


def missing(town: Town, today: date = TODAY) -> list[str]:
    return [lack.code for lack in list_missing(town.body, today)]


def test_the_district_lacks_nothing(town: Town) -> None:
    assert missing(town) == []


@pytest.mark.parametrize(
    ("who", "code"), [("akim", "no_head"), ("deputy", "no_deputy"), ("registrar", "no_registrar")]
)
def test_a_post_nobody_holds_today_is_missing(town: Town, who: str, code: str) -> None:
    Tenure.objects.filter(official=getattr(town, who).official).update(ends_on=date(2026, 3, 9))

    assert missing(town) == [code]


def test_a_head_who_cannot_sign_in_does_not_count(town: Town) -> None:
    town.akim.account.is_active = False
    town.akim.account.save()

    assert missing(town) == ["no_head"]


def test_a_stand_in_counts(town: Town) -> None:
    tenure = Tenure.objects.get(official=town.akim.official)
    Tenure.objects.filter(pk=tenure.pk).update(ends_on=date(2026, 3, 9))
    Tenure.objects.create(
        official=town.deputy.official, post=tenure.post, starts_on=TODAY, ends_on=TODAY, stands_in_for=tenure
    )

    assert missing(town) == []


def test_the_calendar_of_the_running_year_is_needed(town: Town) -> None:
    CalendarDay.objects.filter(date__year=TODAY.year).delete()

    assert list_missing(town.body, TODAY) == (Missing("no_calendar", {"year": "2026"}),)


@pytest.mark.parametrize("family", ["registration", "consideration"])
def test_a_term_is_needed_and_only_one(town: Town, family: str) -> None:
    in_force = Term.objects.get(family=family, is_enabled=True)
    Term.objects.filter(pk=in_force.pk).update(is_enabled=False)
    assert list_missing(town.body, TODAY) == for_every_kind("no_term", family)

    Term.objects.filter(pk=in_force.pk).update(is_enabled=True)
    in_force.pk, in_force.code = None, "another"
    in_force.save()
    assert list_missing(town.body, TODAY) == for_every_kind("terms_overlap", family)


def for_every_kind(code: str, family: str) -> tuple[Missing, ...]:
    return tuple(Missing(code, {"family": family, "kind": kind}) for kind in APPEAL_KINDS)


@pytest.mark.parametrize("family", ["registration", "consideration"])
def test_the_one_kind_that_has_no_term_is_named(town: Town, family: str) -> None:
    general = Term.objects.get(family=family, is_enabled=True)
    Term.objects.filter(pk=general.pk).update(kind="proposal")
    in_three_weeks = {"kind": "application", "effective_from": TODAY + timedelta(days=21)}
    for changes in ({"kind": "complaint"}, in_three_weeks):
        general.pk, general.code = None, changes["kind"]
        for name, value in changes.items():
            setattr(general, name, value)
        general.save()

    assert list_missing(town.body, TODAY) == (Missing("no_term", {"family": family, "kind": "application"}),)
    assert list_missing(town.body, TODAY + timedelta(days=21)) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ky", "Колдонуудагы мөөнөт жок: кароо (Даттануу)."),
        ("ru", "Нет действующего срока: рассмотрение (Жалоба)."),
        ("en", "No term is in force for: consideration (Complaint)."),
    ],
)
def test_the_kind_is_named_in_each_language(language: str, said: str) -> None:
    with translation.override(language):
        assert lacks.sentence("no_term", {"family": "consideration", "kind": "complaint"}) == said


def test_an_appeal_is_counted_by_the_term_of_its_kind(town: Town) -> None:
    Term.objects.filter(code="consideration-10wd").update(is_enabled=True, kind="complaint")
    assert list_missing(town.body, TODAY) == ()

    complaint, proposal = (appeals.registered(town, kind=kind) for kind in ("complaint", "proposal"))

    terms = [a.deadline_reasons["consideration"]["term_id"] for a in (complaint, proposal)]
    assert terms == ["consideration-10wd", "consideration-14wd"]
    assert complaint.due_on is not None
    assert proposal.due_on is not None
    assert complaint.due_on < proposal.due_on


def test_a_term_is_for_a_known_kind_and_the_kinds_are_those_of_appeals(town: Town) -> None:
    assert set(APPEAL_KINDS) == set(KINDS)
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.filter(family="registration").update(kind="petition")


def test_a_register_book_needs_a_mark_and_a_pattern(town: Town) -> None:
    town.body.register_index = ""
    town.body.register_pattern = "{serial}{year}"

    assert [lack.facts["reason"] for lack in list_missing(town.body, TODAY)] == ["mark", "pattern"]


def test_a_body_by_agreement_is_not_connected_until_the_agreement_is_made(town: Town) -> None:
    codes = [lack.code for lack in list_missing(town.unconnected, TODAY)]

    assert codes[0] == "by_agreement_not_connected"
    assert "by_agreement_not_connected" not in [lack.code for lack in list_missing(town.foreign_body, TODAY)]


def test_the_check_lists_open_and_staffed_bodies_only(town: Town) -> None:
    checks = {check.code: check for check in list_body_checks(TODAY)}

    assert town.unconnected.code not in checks
    assert checks["da-o-alai"].missing == ()
    assert {lack.code for lack in checks["min-labour"].missing} == {"no_head", "no_deputy", "no_registrar"}
    assert directory().bodies["min-labour"].is_open

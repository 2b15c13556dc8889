"""The demo town obeys the same rules as real life."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password
from django.db.models import F

from kairyluu.data.agencies.models import Body, Official
from kairyluu.data.appeals.models import Answer, Appeal, Assignment, RegisterBook
from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account
from kairyluu.gateways import documents
from kairyluu.queries.demo import ROLES, list_demo_accounts
from kairyluu.queries.directory import directory
from kairyluu.rules import states
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.demo.load import (
    LoadDemo,
    Loaded,
    NotInDemoMode,
    RealAppealsPresent,
    ReferenceDataMissing,
    load_demo,
)
from kairyluu.usecases.demo.town import PASSWORD
from kairyluu.usecases.proof.tongue import TECHNICAL
from kairyluu.usecases.reference.load import LoadReference, load_reference
from tests.cast import Town
from tests.factories.appeals import received
from tests.factories.reference import DATA

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 11, 40, tzinfo=BISHKEK)
BEGINNINGS = {"submit": states.RECEIVED, "take_in": states.REGISTERED, "arrive": states.RECEIVED}
VERBS = {move.verb for move in states.MOVES}
COMMAND = LoadDemo(folder=DATA / "demo", n_appeals=80, has_letters=False)


@pytest.fixture
def demo(settings: LazySettings) -> Loaded:
    settings.DEMO = True
    load_reference(LoadReference(folder=DATA), actor=SYSTEM_ACTOR, now=NOW)
    return load_demo(COMMAND, actor=SYSTEM_ACTOR, now=NOW)


def test_about_three_hundred_appeals_in_every_state(settings: LazySettings) -> None:
    settings.DEMO = True
    load_reference(LoadReference(folder=DATA), actor=SYSTEM_ACTOR, now=NOW)
    whole = LoadDemo(folder=COMMAND.folder, has_letters=False)

    demo = load_demo(whole, actor=SYSTEM_ACTOR, now=NOW)

    lived = set(states.STATES) - {states.UNANSWERED}  # only a loaded register of earlier years has those
    n_by_state = {state: Appeal.objects.filter(state=state).count() for state in sorted(lived)}

    assert 295 <= demo.n_appeals <= 310
    assert Appeal.objects.count() == demo.n_appeals
    assert min(n_by_state.values()) >= 3, n_by_state
    assert Appeal.objects.filter(is_open=True, due_on__lt=NOW.date()).count() >= 5
    assert not Appeal.objects.filter(is_open=True, received_at__lt=NOW - timedelta(days=60)).exists()
    assert Answer.objects.filter(n_returns__gt=0).count() >= 10
    assert Appeal.objects.filter(is_collective=True).exists()
    assert Appeal.objects.filter(reply_language="ru").exists()
    fourteen_months = NOW - timedelta(days=430)
    assert not Appeal.objects.exclude(received_at__range=(fourteen_months, NOW)).exists()


def numbers_run_without_gap_in_the_order_of_registration() -> None:
    for book in RegisterBook.objects.all():
        in_order = book.appeal_set.order_by("registered_at", "serial").values_list("serial", flat=True)
        sent = Answer.objects.filter(appeal__body=book.body, outgoing_on__year=book.year)
        refused = Appeal.objects.filter(body=book.body, refusal__isnull=False, closed_on__year=book.year)

        assert list(in_order) == list(range(1, book.last_serial + 1))
        outgoing = [*sent.values_list("outgoing_serial", flat=True)]
        outgoing += refused.values_list("refusal__outgoing_serial", flat=True)
        assert sorted(outgoing) == list(range(1, book.last_outgoing + 1))


def due_days_are_those_of_the_law() -> None:
    known = directory()

    for appeal in Appeal.objects.all():
        assert appeal.registration_due_on == known.registration_due(appeal.received_at).due_on
        if appeal.registered_on:
            assert appeal.consideration_due_on == known.consideration_due(appeal.registered_on).due_on
            assert appeal.registered_on == date_in_bishkek(appeal.registered_at)
        if appeal.is_open:
            assert appeal.due_on == (appeal.consideration_due_on or appeal.registration_due_on)


def the_journal_tells_how_each_appeal_came_to_its_state() -> None:
    entries = {}
    for entry in Entry.objects.filter(appeal_id__isnull=False).order_by("id"):
        entries.setdefault(entry.appeal_id, []).append(entry)

    for appeal in Appeal.objects.all():
        first, *later = entries[appeal.id]
        state = BEGINNINGS[first.act]
        moving = [entry for entry in later if entry.act in VERBS]
        for entry in moving:
            state = states.move(state, entry.act).target
        moments = [entry.at for entry in entries[appeal.id]]
        assert state == appeal.state
        assert moments == sorted(moments)
        assert appeal.version == 1 + len(moving)


def nobody_is_assigned_or_signs_outside_the_body() -> None:
    assert not Assignment.objects.exclude(executor_post__body=F("appeal__body")).exists()
    assert (
        not Answer.objects.filter(signer__isnull=False).exclude(signer_post__body=F("appeal__body")).exists()
    )
    assert not Answer.objects.filter(signed_at__isnull=True, sent_at__isnull=False).exists()


def officials_act_in_working_hours_only() -> None:
    calendar = directory().calendar

    for entry in Entry.objects.filter(actor_kind="staff"):
        local = entry.at.astimezone(BISHKEK)
        assert calendar.is_working(local.date()), entry.at
        assert 9 <= local.hour < 18, entry.at


def the_bodies_are_open_and_the_people_marked_as_samples() -> None:
    opened = Body.objects.filter(is_open=True)

    assert opened.count() == 7
    assert set(Official.objects.values_list("status", flat=True)) == {"sample"}
    assert not Account.objects.exclude(email__endswith=".example").exists()


def every_role_signs_in_with_the_printed_password() -> None:
    accounts = list_demo_accounts(NOW.date())

    assert [account.role for account in accounts] == ["citizen", *ROLES]
    for account in accounts:
        stored = Account.objects.get(email=account.email)
        assert check_password(PASSWORD, stored.password)
        assert stored.emailaddress_set.filter(verified=True, primary=True).exists()


def every_fact_of_a_case_has_a_word_in_the_proof_file() -> None:
    keys = {
        key
        for facts in Entry.objects.filter(appeal_id__isnull=False).values_list("facts", flat=True)
        for key in facts
    }

    for language in ("ky", "ru", "en"):
        words = documents.words_of("proof", language)
        assert sorted(key for key in keys - TECHNICAL if f"f_{key}" not in words) == [], language


def test_one_town_obeys_the_rules_of_real_life(demo: Loaded) -> None:
    """Founded once for all that only look at it."""
    numbers_run_without_gap_in_the_order_of_registration()
    due_days_are_those_of_the_law()
    the_journal_tells_how_each_appeal_came_to_its_state()
    nobody_is_assigned_or_signs_outside_the_body()
    officials_act_in_working_hours_only()
    the_bodies_are_open_and_the_people_marked_as_samples()
    every_role_signs_in_with_the_printed_password()
    every_fact_of_a_case_has_a_word_in_the_proof_file()


def test_the_second_load_changes_nothing(demo: Loaded) -> None:
    again = load_demo(COMMAND, actor=SYSTEM_ACTOR, now=NOW + timedelta(days=1))

    assert again == Loaded(demo.n_appeals, is_new=False)
    assert Entry.objects.filter(act="load_demo").count() == 1
    load_reference(LoadReference(folder=DATA), actor=SYSTEM_ACTOR, now=NOW)
    assert Body.objects.get(code="ao-o-alai-sary-tash").participation == "agreed"


def test_a_database_with_appeals_is_refused(town: Town, settings: LazySettings) -> None:
    settings.DEMO = True
    received(town)

    with pytest.raises(RealAppealsPresent):
        load_demo(COMMAND, actor=SYSTEM_ACTOR, now=NOW)


def test_the_demo_needs_its_mode_reference_data_and_a_right(settings: LazySettings, town: Town) -> None:
    with pytest.raises(NotAllowed):
        load_demo(COMMAND, actor=town.akim.actor, now=NOW)
    with pytest.raises(NotInDemoMode):
        load_demo(COMMAND, actor=SYSTEM_ACTOR, now=NOW)
    assert not Appeal.objects.exists()


def test_the_demo_does_not_load_into_an_empty_database(settings: LazySettings) -> None:
    settings.DEMO = True

    with pytest.raises(ReferenceDataMissing):
        load_demo(COMMAND, actor=SYSTEM_ACTOR, now=NOW)

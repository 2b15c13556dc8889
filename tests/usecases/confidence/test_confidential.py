"""A confidential appeal: named persons see it, nobody else; the database alone does not tell who sent it."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.conf import LazySettings
from django.core import serializers

from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.data.journal.models import Entry, Look
from kairyluu.faces.commands import reseal
from kairyluu.queries.cases.case import NoSuchCase, find_case
from kairyluu.queries.sight import unaccused
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.confidence.make_confidential import MakeConfidential, make_confidential
from kairyluu.usecases.confidence.name_confidant import MayNotBeNamed, NameConfidant, name_confidant
from kairyluu.usecases.confidence.reveal_identity import KeyLost, RevealIdentity, reveal_identity
from kairyluu.usecases.confidence.veiling import NobodyDecides
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals, calls

WHY = "Арыз ээси өзү суранды"


def closed_to_others(town: Town, appeal: Appeal) -> Appeal:
    command = MakeConfidential(appeal_id=appeal.pk, ground=WHY, named=(town.akim.official.code,))
    return make_confidential(command, actor=town.registrar.actor, now=NOW)


def seen_by(member: Member, appeal: Appeal) -> bool:
    """By the page and by whatever lists, counts and searches, which must agree."""
    listed = unaccused(member.actor).filter(pk=appeal.pk).exists()
    try:
        find_case(member.actor, appeal.pk, today=TODAY)
    except NoSuchCase:
        assert not listed
        return False
    assert listed
    return True


def everything_stored() -> str:
    """All rows of all tables as text, without the officials and accounts of the town."""
    rooms = ("appeals", "calls", "journal", "outbox")
    models = [model for room in rooms for model in apps.get_app_config(room).get_models()]
    rows: list[Any] = [row for model in models for row in model._default_manager.all()]
    return serializers.serialize("json", rows, ensure_ascii=False) if rows else ""


def test_only_named_persons_see_it_and_an_executor_is_named_by_his_resolution(town: Town) -> None:
    appeal = closed_to_others(town, appeals.registered(town))

    others = ("deputy", "controller", "overseer", "execution_controller", "executor")
    assert [name for name in others if seen_by(getattr(town, name), appeal)] == []
    assert seen_by(town.registrar, appeal)

    lead = Part(official=town.executor.official.code)
    resolve_appeal(
        ResolveAppeal(appeal_id=appeal.pk, text="Караңыз", lead=lead), actor=town.akim.actor, now=NOW
    )
    assert seen_by(town.executor, appeal)
    command = NameConfidant(appeal_id=appeal.pk, official=town.deputy.official.code, reason="Акимдин ордуна")
    name_confidant(command, actor=town.akim.actor, now=NOW)
    assert seen_by(town.deputy, appeal)
    stranger = NameConfidant(appeal_id=appeal.pk, official=town.foreign_head.official.code, reason="жардам")
    with pytest.raises(MayNotBeNamed):
        name_confidant(stranger, actor=town.akim.actor, now=NOW)


def test_somebody_who_decides_must_be_named(town: Town) -> None:
    appeal = appeals.registered(town)
    with pytest.raises(NobodyDecides):
        make_confidential(
            MakeConfidential(appeal_id=appeal.pk, ground=WHY), actor=town.registrar.actor, now=NOW
        )
    assert not Appeal.objects.get().is_confidential


def test_the_stored_rows_do_not_tell_who_sent_it(town: Town) -> None:
    asked = appeals.received(town, is_confidential=True, actor=town.citizen.actor)
    calls.registered(town, confidential="on", name="Сыналбаев Кадыр", phone="+996700000004")

    stored = everything_stored()
    for known in ("Үлгүбаева Айгүл", "Токтосуновна", "996700123456", "aigul@", "Манас көчөсү", "Сыналбаев"):
        assert known not in stored
    assert "700000004" not in stored
    assert f'"actor_account": {town.citizen.account.pk},' not in stored
    assert asked.applicants.get().full_name == confiding.VEIL
    entry = JournalEntry.objects.get()
    assert (entry.applicant, entry.book.is_apart) == (confiding.VEIL, True)


def test_what_the_citizen_asked_is_registered_by_the_head_and_goes_on_in_other_hands(town: Town) -> None:
    appeal = appeals.received(town, is_confidential=True)
    assert not seen_by(town.registrar, appeal)
    register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.akim.actor, now=NOW)

    command = ForwardAppeal(appeal_id=appeal.pk, to=town.foreign_body.code, reason="Айыл өкмөтүнүн иши.")
    forward_appeal(command, actor=town.akim.actor, now=NOW)

    went = Appeal.objects.get(origin=appeal)
    assert seen_by(town.foreign_head, went)
    assert not seen_by(town.foreign_registrar, went)
    assert confiding.open_identity(went)[0]["surname"] == "Үлгүбаева"


def test_who_sent_it_is_opened_with_a_reason_and_recorded(town: Town, settings: LazySettings) -> None:
    appeal = closed_to_others(town, appeals.registered(town))

    people = reveal_identity(
        RevealIdentity(appeal_id=appeal.pk, reason="Күбө катары чакыруу"), actor=town.akim.actor, now=NOW
    )

    assert (people[0]["surname"], people[0]["phone"]) == ("Үлгүбаева", "+996700123456")
    assert Entry.objects.get(act="reveal_identity").reason == "Күбө катары чакыруу"
    assert Look.objects.filter(what="identity", actor_official=town.akim.official.pk).count() == 1
    for who in (town.deputy, town.executor, town.overseer):
        command = RevealIdentity(appeal_id=appeal.pk, reason="Жөн эле карайын")
        with pytest.raises(Refused):
            reveal_identity(command, actor=who.actor, now=NOW)
    settings.SEAL_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(KeyLost):
        reveal_identity(
            RevealIdentity(appeal_id=appeal.pk, reason="Күбө катары чакыруу"), actor=town.akim.actor, now=NOW
        )


def test_a_new_key_takes_over_and_the_old_one_may_go(
    town: Town, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    appeal = closed_to_others(town, appeals.registered(town))
    new, old = Fernet.generate_key().decode(), settings.SEAL_KEYS[0]

    settings.SEAL_KEYS = [new, old]
    assert reseal.run(Namespace()) == 0
    settings.SEAL_KEYS = [new]

    assert confiding.open_identity(appeal)[0]["surname"] == "Үлгүбаева"
    assert Entry.objects.get(act="reseal").facts == {"n": 1}
    assert capsys.readouterr().out.startswith("1 sealed again")

"""The words of an alarm in a confidential call lie sealed, whenever the call becomes confidential."""

from __future__ import annotations

from uuid import uuid4

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction

from kairyluu.queries.alarms.seeing import find_card
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.raise_alarm import RaiseAlarm, raise_alarm
from kairyluu.usecases.calls.register import RegisterCall, register_call
from kairyluu.usecases.confidence.make_confidential import MakeConfidential, make_confidential
from kairyluu.usecases.confidence.reseal import Reseal, reseal_identities
from tests.cast import NOW, TODAY, Town
from tests.factories import alarms, appeals, calls


def stored() -> str:
    """The row as a backup of the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT alarm::text, convert_from(coalesce(sealed_words, ''), 'UTF8') FROM alarms_alarm alarm"
        )
        return " ".join(" ".join(row) for row in cursor.fetchall())


def test_sealed_at_once_and_read_by_who_took_the_call(town: Town) -> None:
    alarm = alarms.raised(town, confidential="on")

    assert "түтүн" not in stored()
    assert find_card(town.operator.actor, alarm.pk, TODAY).words == alarms.WORDS
    assert find_card(town.akim.actor, alarm.pk, TODAY).words == ""
    open_to_all = alarms.raised(town)
    assert find_card(town.akim.actor, open_to_all.pk, TODAY).words == alarms.WORDS


def test_asked_for_after_the_alarm(town: Town) -> None:
    alarm = alarms.raised(town)
    assert "түтүн" in stored()
    fields = calls.STORY | {"confidential": "on"}
    register_call(
        RegisterCall(call_id=alarm.call_id, seen_version=1, fields=fields), actor=town.operator.actor, now=NOW
    )

    assert "түтүн" not in stored()
    assert find_card(town.akim.actor, alarm.pk, TODAY).words == alarms.WORDS, "the akim is named"
    deputy = find_card(town.deputy.actor, alarm.pk, TODAY)
    assert (deputy.is_veiled, deputy.words) == (True, "")


def test_an_appeal_made_confidential_later(town: Town) -> None:
    appeal = appeals.registered(town)
    alarm = raise_alarm(
        RaiseAlarm(raising_key=uuid4(), urgent_class="B", appeal_id=appeal.pk, words="Асан Үсөнов айтты"),
        actor=town.registrar.actor,
        now=NOW,
    )
    command = MakeConfidential(
        appeal_id=appeal.pk, ground="Арыз ээси суранды", named=(town.akim.official.code,)
    )
    make_confidential(command, actor=town.registrar.actor, now=NOW)

    assert "Үсөнов" not in stored()
    assert find_card(town.akim.actor, alarm.pk, TODAY).words == "Асан Үсөнов айтты"


def test_a_new_key_opens_it_and_a_lost_one_does_not(town: Town, settings: LazySettings) -> None:
    alarm = alarms.raised(town, confidential="on")
    new, old = Fernet.generate_key().decode(), settings.SEAL_KEYS[0]
    settings.SEAL_KEYS = [new, old]
    assert reseal_identities(Reseal(), actor=SYSTEM_ACTOR, now=NOW) == 1
    settings.SEAL_KEYS = [new]

    assert find_card(town.operator.actor, alarm.pk, TODAY).words == alarms.WORDS
    settings.SEAL_KEYS = [Fernet.generate_key().decode()]
    assert find_card(town.operator.actor, alarm.pk, TODAY).words == "***"


@pytest.mark.parametrize(
    "change", ["words = 'башка', sealed_words = NULL", "sealed_words = NULL", "words = 'башка'"]
)
def test_the_seal_is_never_broken_off(town: Town, change: str) -> None:
    alarms.raised(town, confidential="on")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE alarms_alarm SET {change}")

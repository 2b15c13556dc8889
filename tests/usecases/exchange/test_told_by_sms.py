"""What was explained reaches the caller in writing, once, in his language. H36–H37."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kairyluu.data.exchange.models import ToldMessage
from kairyluu.data.journal.models import Entry
from kairyluu.rules.exchange.short_messages import GSM7, UCS2, measure
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.calls.read_journal import ReadJournal, read_journal
from kairyluu.usecases.calls.send_told import (
    GRACE,
    NumberMissing,
    SendTold,
    SweepTold,
    send_told,
    sweep_told,
)
from tests.cast import NOW, Town
from tests.factories import calls
from tests.gateways.reach_stand_in import stand_in


def sent() -> str:
    command = SendTold(message_id=ToldMessage.objects.get().pk)
    return send_told(command, actor=SYSTEM_ACTOR, now=NOW)


def mark(town: Town) -> str:
    command = ReadJournal(line=calls.LINE, year=2026, page=0, language="ky")
    return read_journal(command, actor=town.operator.actor, now=NOW).lines[-1].mark


@pytest.mark.parametrize(
    ("text", "alphabet", "n_units", "n_parts"),
    [
        ("", GSM7, 0, 0),
        ("a" * 160, GSM7, 160, 1),
        ("a" * 161, GSM7, 161, 2),
        ("a" * 306, GSM7, 306, 2),
        ("a" * 307, GSM7, 307, 3),
        ("€" * 80, GSM7, 160, 1),
        ("a" + "€" * 152, GSM7, 305, 2),
        ("€" * 153, GSM7, 306, 3),  # none is cut in two: 76 in a part
        ("ө" * 70, UCS2, 70, 1),
        ("ө" * 71, UCS2, 71, 2),
        ("a" * 69 + "ң", UCS2, 70, 1),
        ("😀" * 35, UCS2, 70, 1),
        ("😀" * 67, UCS2, 134, 3),  # 33 in a part
        ("ө" * 135, UCS2, 135, 3),
    ],
)
def test_places_and_parts(text: str, alphabet: str, n_units: int, n_parts: int) -> None:
    found = measure(text)

    assert (found.alphabet, found.n_units, found.n_parts) == (alphabet, n_units, n_parts)


@pytest.mark.parametrize(("language", "begins"), [("ky", "Маселеңиз боюнча"), ("ru", "По вашему вопросу")])
def test_the_body_its_telephone_and_the_procedure_reach_the_caller_once(
    town: Town, settings: Any, language: str, begins: str
) -> None:
    calls.explained(town, sms="on", reply_language=language)
    row = ToldMessage.objects.get()
    assert mark(town).endswith("SMS жөнөтүлүп жатат")

    with stand_in() as carrier:
        settings.REACH = {"sms": carrier.address}
        carrier.answers.append(503)
        assert sent() == "waiting"
        assert [sent(), sent()] == ["sent", "sent"]
    (message,) = carrier.taken.values()

    name = getattr(town.ministry, f"name_{language}")
    assert (message["to"], message["key"]) == ("+996700000004", str(row.pk))
    assert message["text"].startswith(begins)
    assert name in message["text"]
    assert message["text"].endswith("Паспорт менен өзү барат же арыз жазат.")
    assert row.n_parts == measure(message["text"]).n_parts > 1
    assert mark(town).endswith("SMS жөнөтүлдү")
    assert Entry.objects.get(act="send_told").facts["state"] == "sent"


def test_without_a_service_it_is_said_that_nothing_was_sent(town: Town, settings: Any) -> None:
    settings.REACH = {"sms": "none"}
    calls.explained(town, sms="on")

    assert sent() == "failed"
    assert mark(town).endswith("SMS жөнөтүлгөн жок")


def test_nothing_is_sent_unasked_or_to_nobody(town: Town) -> None:
    calls.explained(town)
    assert not ToldMessage.objects.exists()

    with pytest.raises(NumberMissing):
        explained_without_number(town)
    assert not ToldMessage.objects.exists()


def explained_without_number(town: Town) -> None:
    from kairyluu.usecases.calls.explain import ExplainCall, explain_call

    call = calls.opened(town, number="")
    told = {"told_body": town.ministry.code, "told": "Арыз жазат.", "phone": "", "sms": "on"}
    command = ExplainCall(call_id=call.pk, seen_version=1, fields=calls.STORY | told)
    explain_call(command, actor=town.operator.actor, now=NOW)


def test_a_lost_task_is_woken(town: Town) -> None:
    calls.explained(town, sms="on")

    for after, n in ((timedelta(minutes=1), 0), (GRACE * 2, 1)):
        assert sweep_told(SweepTold(), actor=SYSTEM_ACTOR, now=NOW + after) == n

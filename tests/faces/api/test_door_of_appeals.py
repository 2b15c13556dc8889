"""An appeal that a program sent stands in the register as one of a program, and the case names a body's own."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import Entered
from kairyluu.data.journal.models import Entry
from kairyluu.rules.exchange.programs import READ, SEND
from kairyluu.rules.exchange.webhooks import EVENT_OF, EVENTS
from tests.cast import Town
from tests.faces.api.test_programs import opened, program_of, secret_of
from tests.factories.callers import Program
from tests.inspecting import InspectingClient, text_of


def whole(body: str, instruction: str) -> dict[str, Any]:
    person = {"surname": "Үлгүбаева", "given_name": "Айгүл", "phone": "0700123456"}
    return {
        "body": body,
        "kind": "application",
        "subject": "Айылда таза суу жок",
        "text": "Үч жумадан бери айылда таза суу жок. Насосту оңдоп берүүңүздөрдү суранам.",
        "reply_language": "ky",
        "applicant": person | {"territory": "kg-o-alai", "address": "Гүлчө"},
        "instruction_version": instruction,
        "consent": True,
    }


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def test_anybodys_program_and_a_bodys_own(town: Town, instruction: str) -> None:
    sent = whole(town.body.code, instruction)
    assert Program().send("appeals", sent, **key()).status_code == 201
    anybodys = Appeal.objects.get()
    assert (anybodys.channel.code, Entry.objects.get(act="submit").facts["channel"]) == ("api", "api")
    assert not Entered.objects.exists()

    row = opened(town, town.registrar, (READ, SEND))
    own = Program(Authorization=f"Bearer {secret_of(row, town.registrar)}")
    assert own.send("appeals", sent, **key()).status_code == 201
    entered = Entered.objects.get()
    assert (entered.program, entered.appeal.channel.code) == (row, "api")
    desk = InspectingClient()
    desk.force_login(town.registrar.account)
    page = text_of(desk.get(reverse("desk:case", args=[entered.appeal_id])).content)
    assert row.name in page
    assert "Жөнөткөн программа" not in text_of(desk.get(reverse("desk:case", args=[anybodys.pk])).content)


@pytest.mark.parametrize("why", ["scope", "body", "token"])
def test_who_shows_a_token_is_held_to_it(town: Town, instruction: str, why: str) -> None:
    scopes, body = ((READ,) if why == "scope" else (SEND,)), town.body.code
    program = program_of(town, town.registrar, scopes)
    if why == "token":
        program = Program(Authorization="Bearer kairyluu_nothing")
    sent = whole(town.ministry.code if why == "body" else body, instruction)

    assert (
        program.send("appeals", sent, **key()).status_code == {"scope": 403, "body": 422, "token": 401}[why]
    )
    assert not Appeal.objects.exists()


def test_the_trigger_knows_the_same_events_as_the_rules(db: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'kairyluu_tell_programs'")
        (source,) = cursor.fetchone()
        cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'tell_programs'")
        (condition,) = cursor.fetchone()
    for act, event in EVENT_OF.items():
        assert f'"{act}": "{event}"' in source
        assert f"'{act}'" in condition
    assert source.count('": "appeal.') == len(EVENT_OF) >= len(EVENTS)

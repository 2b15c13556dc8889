"""A document system knocks through X-Road: with good and bad messages, once and twice, about what is its own."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, SecondEntry
from kairyluu.rules.exchange import xroad
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.documents.coming.carry_out import CarryOutMessage, carry_out_message
from tests.cast import NOW, Town
from tests.factories import appeals, exchange
from tests.gateways.message_schema import INCOMING, faults_of
from tests.gateways.xroad_server import SERVICE

pytestmark = pytest.mark.urls("kairyluu.wiring.door_urls")
DOOR = "/hooks/document-systems/v1"
PARTNER = xroad.partner_of(SERVICE)
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
THEIR_APPEAL: dict[str, Any] = {
    "kind": "appeal",
    "appeal": {
        "number": "01-17/345",
        "registered_on": "2026-03-09",
        "kind": "application",
        "language": "ky",
        "text": "Мектептин чатыры тешилип, класстарга суу өтүп жатат. Оңдоп берүүңүздөрдү суранабыз.",
        "applicant": {"surname": "Осмонов", "given_name": "Бакыт", "phone": "0700 12 34 56"},
    },
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def system(town: Town) -> DocumentSystem:
    return exchange.by_xroad(town, "https://localhost:9", enters_as=town.registrar.official)


def put(said: dict[str, Any], key: str = "", client: str = PARTNER, **changes: Any) -> Any:
    key = key or str(uuid4())
    whole = {"format": "kairyluu-incoming/1", "key": key, "made_at": NOW.isoformat()} | said | changes
    headers = {"X-Road-Client": client, "X-Road-Id": str(uuid4()), "X-Road-UserId": "KG20101199900011"}
    return Client(headers=headers).put(f"{DOOR}/messages/{key}", json.dumps(whole), "application/json")


def carried_out(key: str) -> str:
    row = IncomingMessage.objects.get(key=key)
    return carry_out_message(CarryOutMessage(message_id=row.pk), actor=SYSTEM_ACTOR, now=NOW)


def test_an_appeal_of_theirs_enters_the_register_once_and_stays_linked(
    town: Town, system: DocumentSystem
) -> None:
    key = str(uuid4())
    scan = {
        "name": "арыз.pdf",
        "media_type": "application/pdf",
        "size": len(SCAN),
        "sha256": hashlib.sha256(SCAN).hexdigest(),
    }
    said = THEIR_APPEAL | {
        "documents": [scan | {"content": base64.b64encode(SCAN).decode()}],
        "x-their-own": {"a": 1},
    }
    assert (
        faults_of(said | {"format": "kairyluu-incoming/1", "key": key, "made_at": NOW.isoformat()}, INCOMING)
        == []
    )

    assert [put(said, key).status_code for _ in range(2)] == [201, 200]
    assert put(said, key, made_at="2026-03-10T09:00:00+06:00").status_code == 409
    assert [carried_out(key), carried_out(key)] == ["done", "early"]

    appeal = Appeal.objects.get()
    assert (appeal.channel.code, appeal.source_number) == ("edms", "01-17/345 09.03.2026")
    assert appeal.attachments.get().sha256 == scan["sha256"]
    linked = SecondEntry.objects.get(appeal=appeal)
    assert (str(linked.pk), linked.number, linked.state) == (key, "01-17/345", "registered")
    kept = IncomingMessage.objects.get()
    assert kept.content["x-their-own"] == {"a": 1}
    assert kept.heard["X-Road-UserId"] == "KG20101199900011"
    answer = Client(headers={"X-Road-Client": PARTNER}).get(f"{DOOR}/messages/{key}").json()
    assert (answer["state"], answer["number"]) == ("done", appeal.number)


def test_their_state_comes_back_and_an_older_one_does_not_replace_it(
    town: Town, system: DocumentSystem
) -> None:
    row = SecondEntry.objects.get(appeal=appeals.registered(town))
    state = {"kind": "state", "about": str(row.pk), "state": {"words": "Башчыда"}}
    newer, older = str(uuid4()), str(uuid4())
    put(state, newer, made_at="2026-03-10T10:20:00+06:00")  # their clock is ahead of ours
    put(state | {"state": {"words": "Катталды"}}, older, made_at="2026-03-10T09:00:00+06:00")

    assert [carried_out(newer), carried_out(older)] == ["done", "done"]

    row.refresh_from_db()
    assert row.state_there == "Башчыда"
    told = Client(headers={"X-Road-Client": PARTNER}).get(f"{DOOR}/registrations/{row.pk}").json()
    assert told["ours"]["state"] == "registered"


def test_what_nobody_is_named_for_waits_for_a_person(town: Town, system: DocumentSystem) -> None:
    row = SecondEntry.objects.get(appeal=appeals.registered(town))
    key = str(uuid4())
    order = {"text": "Жооп бериңиз.", "executors": [{"official": town.executor.official.code}]}  # type: ignore[union-attr]
    put({"kind": "resolution", "about": str(row.pk), "resolution": order}, key)

    assert carried_out(key) == "dead"
    assert IncomingMessage.objects.get().last_error == "nobody_named"

    system.resolves_as = town.akim.official
    system.save()
    IncomingMessage.objects.update(state="waiting", next_try_at=NOW)
    assert carried_out(key) == "done"
    row.appeal.refresh_from_db()
    assert row.appeal.state == "assigned"


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"format": "x"}, 400, "format"),
        ({"kind": "gift"}, 400, "kind"),
        ({"made_at": "yesterday"}, 400, "made_at"),
        ({"made_at": "2026-03-10T10:00:00"}, 400, "made_at"),
        ({"kind": "state", "state": {}, "about": str(uuid4())}, 404, "not_known_here"),
        ({"documents": [{"name": "a", "sha256": "0" * 64, "content": "AAAA"}]}, 400, "sha256"),
        ({"documents": [{"name": "a", "sha256": "0" * 64, "content": "?"}]}, 400, "content"),
        ({"body": "another-body"}, 404, "not_known_here"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(
    system: DocumentSystem, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = put(THEIR_APPEAL, **changes)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not IncomingMessage.objects.exists()


def test_a_stranger_in_the_network_learns_nothing(town: Town, system: DocumentSystem) -> None:
    row = SecondEntry.objects.get(appeal=appeals.registered(town))
    for client in ("", "central-server/GOV/1/other", "x"):
        asks = Client(headers={"X-Road-Client": client} if client else {})
        assert asks.get(f"{DOOR}/registrations/{row.pk}").status_code == 403
        assert asks.get(f"{DOOR}/messages/{row.pk}").status_code == 403
    assert put(THEIR_APPEAL, client="central-server/GOV/1/other").status_code == 403
    assert Client().get(f"{DOOR}/openapi.json").json()["openapi"] == "3.0.3"

"""A telephone exchange knocks: with its key, once or ten times, with good and bad words; and what the operators see."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.calls.models import Call
from kairyluu.data.exchange.models import CallBack, IncomingCall, LineKey
from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.calls.open import OpenCall, open_call
from kairyluu.usecases.calls.register import RegisterCall, register_call
from kairyluu.usecases.exchange.close_lost_calls import CloseLostCalls, close_lost_calls
from kairyluu.usecases.exchange.make_key import MakeKey, make_key
from tests.cast import NOW, Member, Town
from tests.factories import calls
from tests.inspecting import InspectingClient, text_of

HOOK = "/hooks/telephone/"
BEGAN = {"call_id": "pbx-1.7", "number": calls.NUMBER, "started_at": NOW.isoformat()}
OVER = {"ended_at": (NOW + timedelta(minutes=1)).isoformat()}
NIGHT = NOW.replace(hour=2)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def key(town: Town) -> str:
    return make_key(MakeKey(line=calls.LINE), actor=town.operator_of_the_system.actor, now=NOW)


def announce(key: str, sent: Any) -> tuple[int, dict[str, Any]]:
    client = Client(headers={"Authorization": f"Bearer {key}"}, enforce_csrf_checks=True)
    body = sent if isinstance(sent, bytes) else json.dumps(sent)
    answer = client.post(HOOK, body, content_type="application/json")
    return answer.status_code, answer.json()


def at_console(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def test_a_call_rings_is_taken_by_one_operator_and_ends(town: Town, key: str) -> None:
    calls.registered(town)
    assert announce(key, BEGAN)[0] == 201
    assert announce(key, BEGAN)[0] == 200

    client = at_console(town.operator)
    page = client.get("/console/").content
    assert "Чалуу келип жатат: +996700000004" in text_of(page)
    assert "чалуу 1, кайрылуу 1" in text_of(page)
    part = Client()
    part.force_login(town.operator.account)
    assert "+996700000004" in text_of(part.get("/console/ringing/").content)

    sent = {
        "line": calls.LINE,
        "incoming": IncomingCall.objects.get().pk,
        "opening_key": calls.opened(town).pk,
    }
    known = [*Call.objects.values_list("pk", flat=True)]
    assert client.post("/console/open/", sent).status_code == 302
    call = Call.objects.exclude(pk__in=known).get()
    assert call.number == "+996700000004"
    again = client.post("/console/open/", sent | {"opening_key": ""})
    assert "Муну башка оператор алып койгон" in text_of(again.content)

    assert announce(key, BEGAN | OVER)[0] == 200
    announce(key, BEGAN | {"ended_at": (NOW + timedelta(minutes=2)).isoformat()})
    row = IncomingCall.objects.get()
    assert (row.call, row.ended_at) == (call, NOW + timedelta(minutes=1))
    assert not CallBack.objects.exists()
    assert Entry.objects.filter(act="note_ringing").count() == 2


def test_of_a_confidential_call_the_exchange_keeps_no_number(town: Town, key: str) -> None:
    announce(key, BEGAN)
    row, actor = IncomingCall.objects.get(), town.operator.actor
    call = open_call(OpenCall(opening_key=uuid4(), line=calls.LINE, incoming=row.pk), actor=actor, now=NOW)

    command = RegisterCall(call_id=call.pk, seen_version=1, fields=calls.STORY | {"confidential": "on"})
    register_call(command, actor=actor, now=NOW)

    row.refresh_from_db()
    assert (row.number, row.call) == ("", call)


@pytest.mark.parametrize(
    ("sent", "why"), [({}, "missed"), ({"answered_at": NOW.isoformat()}, "unwritten"), ({"number": None}, "")]
)
def test_who_was_not_spoken_to_is_called_back(town: Town, key: str, sent: Any, why: str) -> None:
    announce(key, BEGAN | sent)
    assert not CallBack.objects.exists()

    announce(key, BEGAN | sent | OVER)
    announce(key, BEGAN | sent | OVER | {"call_id": "pbx-1.8"})

    assert list(CallBack.objects.values_list("why", "n_calls")) == ([(why, 2)] if why else [])


def test_outside_hours_the_caller_is_told_and_listed_for_the_morning(town: Town, key: str) -> None:
    night = BEGAN | {"started_at": NIGHT.isoformat()}

    status, told = announce(key, night)

    assert (status, told["is_open"]) == (201, False)
    assert told["say"]["ky"].startswith("Азыр жумуш убактысы эмес")
    assert datetime.fromisoformat(told["open_next_at"]) == NOW.replace(hour=9)
    announce(key, night | {"ended_at": NIGHT.isoformat()})
    assert CallBack.objects.get().n_calls == 1
    client = at_console(town.operator)
    page = text_of(client.get("/console/").content)
    assert "Кайра чалуу керек 1 +996700000004 Жумуш убактысынан тышкары чалган" in page


def test_calling_back_is_tried_noted_and_ends_in_a_call(town: Town) -> None:
    client = at_console(town.operator)
    client.post("/console/call-backs/", {"back_number": "0700 00 00 09", "note": "жол жөнүндө"})
    client.post("/console/call-backs/", {"back_number": "абв"})
    row = CallBack.objects.get()

    client.post(f"/console/call-backs/{row.pk}/", {"outcome": "not_reached"})
    assert "1 жолу байланышуу мүмкүн болгон жок" in text_of(client.get("/console/").content)
    client.post("/console/open/", {"line": calls.LINE, "call_back": row.pk})

    row.refresh_from_db()
    assert row.call
    assert (row.outcome, row.call.number, row.n_tries) == ("reached", "+996700000009", 1)
    client.post(f"/console/call-backs/{row.pk}/", {"outcome": "given_up"})
    row.refresh_from_db()
    assert row.outcome == "reached"


def test_a_call_whose_end_is_never_told_is_over_after_hours(town: Town, key: str) -> None:
    announce(key, BEGAN)

    def closed(after: timedelta) -> int:
        return close_lost_calls(CloseLostCalls(), actor=SYSTEM_ACTOR, now=NOW + after)

    assert closed(timedelta(hours=2)) == 0
    assert closed(timedelta(hours=4)) == 1
    assert closed(timedelta(hours=5)) == 0
    assert CallBack.objects.get().why == "missed"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (b"{", ""),
        (b"\xff", ""),
        (b"[" * 9000, ""),
        (b"[]", ""),
        (b'"' + b"x" * 20_000 + b'"', ""),
        ({}, "call_id"),
        (BEGAN | {"call_id": "x" * 81}, "call_id"),
        (BEGAN | {"call_id": "a\0b"}, "call_id"),
        (BEGAN | {"number": "абв"}, "number"),
        (BEGAN | {"number": 7}, "number"),
        (BEGAN | {"line": "0700 12 34 56"}, "line"),
        (BEGAN | {"started_at": "2026-03-10T10:00:00"}, "started_at"),
        (BEGAN | {"started_at": 5}, "started_at"),
        (BEGAN | {"started_at": "2027-03-10T10:00:00+06:00"}, "started_at"),
        (BEGAN | {"ended_at": "2026-03-10T09:00:00+06:00"}, "ended_at"),
        (BEGAN | {"sound": "…"}, "sound"),
    ],
)
def test_bad_words_get_a_sentence_and_change_nothing(key: str, sent: Any, field: str) -> None:
    status, told = announce(key, sent)

    assert (status, told["field"]) == (400, field)
    assert told["told"].endswith(".")
    assert not IncomingCall.objects.exists()


def test_only_the_key_in_force_opens_the_door(town: Town, key: str) -> None:
    actor = town.operator_of_the_system.actor
    assert key not in str(list(LineKey.objects.values()))
    for wrong in ("", "x", key[:-1], key + "1", "ы"):
        assert announce_raw(wrong) == 401
    with pytest.raises(NotAllowed):
        make_key(MakeKey(line=calls.LINE), actor=town.registrar.actor, now=NOW)

    newer = make_key(MakeKey(line=calls.LINE), actor=actor, now=NOW)
    assert [announce_raw(one) for one in (key, newer)] == [401, 201]
    make_key(MakeKey(line=calls.LINE, is_end=True), actor=actor, now=NOW)
    assert announce_raw(newer) == 401
    assert Client().get(HOOK).status_code == 405


def announce_raw(key: str) -> int:
    client = Client(headers={"Authorization": f"Bearer {key}".encode().decode("latin-1")})
    return client.post(HOOK, json.dumps(BEGAN), content_type="application/json").status_code


def test_the_key_is_shown_once_in_the_system_administration(town: Town) -> None:
    from kairyluu.data.agencies.models import Line

    client = Client()  # these pages are drawn by Django's admin
    client.force_login(town.operator_of_the_system.account)
    url = f"/sysadmin/agencies/line/{Line.objects.get().pk}/key/"
    assert "Күчүндөгү ачкыч жок" in client.get(url).content.decode()

    made = client.post(url, {"do": "make"})

    key = made.context["made"]
    assert key in made.content.decode()
    assert announce_raw(key) == 201
    page = client.get(url).content.decode()
    assert key not in page
    assert f"{key[-4:]} менен бүткөн ачкыч" in page

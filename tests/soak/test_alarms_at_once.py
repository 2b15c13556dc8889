"""Fifty alarms at once, from the save to the first message at its gateway: also while the workers are killed. None of the
messages is lost and none is taken twice."""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from bench.instance import Instance
from bench.visitor import Visitor
from kairyluu.usecases.demo.town import PASSWORD
from tests.gateways.reach_stand_in import StandIn, stand_in

N = 50
TARGET = 2.0  # seconds at p95
CALL = re.compile(r"/console/calls/([0-9a-f-]{36})/")
RAISING = re.compile(r'name="raising_key" value="([^"]+)"')


@dataclass
class Operator:
    """Signed in, with an open call and its form before him."""

    visitor: Visitor
    call: str
    form: dict[str, str]
    saved_at: float = 0.0
    answered_at: float = 0.0


@dataclass
class Round:
    """Seconds of each alarm to the first message at its gateway, from the key that was pressed and from the moment the
    server began to save; and to the answer in the console."""

    first: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)


@pytest.mark.soak
def test_the_first_message_leaves_within_two_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stand_in() as carrier:
        monkeypatch.setenv("KAIRYLUU_SMS", carrier.address)
        monkeypatch.setattr("bench.instance.READY_SECONDS", 900)
        with Instance(tmp_path) as house:
            _give_phones(house)
            _round(house, carrier, kill="")  # the first of anything is slow
            quiet = _round(house, carrier, kill="")
            print("quiet", _words(quiet), os.getloadavg(), flush=True)
            alone = _round(house, carrier, kill="--queues")
            print("alone", _words(alone), os.getloadavg(), flush=True)
            neither = _round(house, carrier, kill="entry worker")
            _nothing_is_left(house, carrier)

    load = os.getloadavg()[0]
    for name, took in (("quiet", quiet), ("worker of alarms killed", alone), ("both killed", neither)):
        print(f"{name}: {_words(took)}, load {load:.1f}")
    assert _p95(quiet.saved) < TARGET
    assert _p95(alone.saved) < TARGET


def _round(house: Instance, carrier: StandIn, *, kill: str) -> Round:
    operators = _operators(house)
    barrier = threading.Barrier(N + 1)
    threads = [threading.Thread(target=_raise, args=(one, barrier)) for one in operators]
    for thread in threads:
        thread.start()
    barrier.wait()
    if kill:
        _kill(house, kill)
    for thread in threads:
        thread.join(timeout=120)
    took = Round(answer=[one.answered_at - one.saved_at for one in operators])
    for one in operators:
        came, saved = _first_message(house, carrier, one.call)
        took.first.append(came - one.saved_at)
        took.saved.append(came - saved)
    return took


def _operators(house: Instance) -> list[Operator]:
    """One session, fifty windows of it: every one with a call of its own."""
    first = Visitor(house.port)
    first.sign_in(_operator_of(house), PASSWORD)
    found = []
    for _ in range(N):
        visitor = Visitor(house.port)
        visitor.cookies = dict(first.cookies)
        token = visitor.token("/console/")
        fields = {
            "csrfmiddlewaretoken": token,
            "opening_key": str(uuid4()),
            "line": "alai-trust",
            "number": "",
        }
        _, where, _ = visitor.ask("POST", "/console/open/", fields)
        opened = CALL.search(where)
        assert opened, where
        page = visitor.ask("GET", where)[2].decode()
        key = RAISING.search(page)
        assert key, "no button for an alarm"
        form = {
            "csrfmiddlewaretoken": token,
            "raising_key": key[1],
            "seen_version": "1",
            "text": "Архив жайынан түтүн чыгып жатат",
            "alarm": "A",
        }
        visitor.close()  # the server lets an idle connection go
        found.append(Operator(visitor=visitor, call=opened[1], form=form))
    first.close()
    return found


def _raise(one: Operator, barrier: threading.Barrier) -> None:
    barrier.wait()
    one.saved_at = time.time()
    headers = {"X-Requested-With": "fetch"}  # as the console's script
    status, _, content = one.visitor.ask("POST", f"/console/calls/{one.call}/alarm/", one.form, headers)
    one.answered_at = time.time()
    one.visitor.close()
    assert status == 204, content[:300]


def _kill(house: Instance, word: str) -> None:
    for pid in house.pids(word):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _first_message(house: Instance, carrier: StandIn, call: str) -> tuple[float, float]:
    """When the carrier took the first message of the call's alarm, and when that was saved; waits for the sweep."""
    with psycopg.connect(house.conninfo) as connection:
        rows = connection.execute(
            "SELECT n.id::text, extract(epoch FROM a.raised_at)::float FROM alarms_alarmnotice n "
            "JOIN alarms_alarm a ON a.id = n.alarm_id WHERE a.call_id = %s AND n.channel = 'sms'",
            [call],
        ).fetchall()
    keys = [row[0] for row in rows]
    assert keys, "nobody was told"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        came = [carrier.came_at[key] for key in keys if key in carrier.came_at]
        if came:
            return min(came), float(rows[0][1])
        time.sleep(0.05)
    raise AssertionError("an alarm never left")


def _nothing_is_left(house: Instance, carrier: StandIn) -> None:
    """Every message was handed over and marked, each once."""
    waiting = (
        "SELECT count(*) FROM alarms_alarmnotice n WHERE channel <> 'screen' AND NOT EXISTS "
        "(SELECT 1 FROM alarms_alarmmark m WHERE m.notice_id = n.id AND m.what IN ('handed_over', 'refused'))"
    )
    deadline = time.monotonic() + 240
    with psycopg.connect(house.conninfo, autocommit=True) as connection:
        while (left := connection.execute(waiting).fetchone()) != (0,):
            assert time.monotonic() < deadline, f"{left} messages never left"
            time.sleep(1)
        sms = connection.execute(
            "SELECT n.id::text FROM alarms_alarmnotice n JOIN alarms_alarmmark m ON m.notice_id = n.id "
            "WHERE n.channel = 'sms' AND m.what = 'handed_over'"
        ).fetchall()
    assert {key for (key,) in sms} == set(carrier.taken)
    assert len(sms) == len(carrier.taken)


def _give_phones(house: Instance) -> None:
    with psycopg.connect(house.conninfo) as connection:
        connection.execute(
            "UPDATE people_account SET phone = '+99670000' || lpad(id::text, 4, '0') WHERE official_id IN "
            "(SELECT t.official_id FROM agencies_tenure t JOIN agencies_post p ON p.id = t.post_id "
            "WHERE p.role IN ('head', 'deputy', 'overseer'))"
        )


def _operator_of(house: Instance) -> str:
    with psycopg.connect(house.conninfo) as connection:
        row = connection.execute(
            "SELECT a.email FROM people_account a JOIN agencies_tenure t ON t.official_id = a.official_id "
            "JOIN agencies_post p ON p.id = t.post_id WHERE p.code = 'da-o-alai.hotline' "
            "AND t.stands_in_for_id IS NULL ORDER BY t.starts_on DESC LIMIT 1"
        ).fetchone()
    assert row
    return str(row[0])


def _p95(took: list[float]) -> float:
    return sorted(took)[math.ceil(0.95 * len(took)) - 1]


def _words(took: Round) -> str:
    figures = {
        "n": len(took.first),
        "first_p50": round(sorted(took.first)[len(took.first) // 2], 2),
        "first_p95": round(_p95(took.first), 2),
        "first_max": round(max(took.first), 2),
        "from_save_p95": round(_p95(took.saved), 2),
        "answer_p95": round(_p95(took.answer), 2),
    }
    return json.dumps(figures)

"""Two thousand submissions while web server, worker and database are killed without warning: none lost, none doubled.

A submission counts as acknowledged when its success page was sent. What a client does not hear an answer to it sends
again under the same key, as a browser's reload does.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from queue import Empty, Queue
from uuid import UUID, uuid4

import psycopg
import pytest

from bench.instance import Instance
from bench.visitor import Visitor

N = int(os.environ.get("SOAK_SUBMISSIONS", "2000"))
CLIENTS = 4
BODY = "da-o-alai"
VICTIMS = ("granian", "worker", "postgres")


@pytest.mark.soak
def test_what_was_acknowledged_exists_once(tmp_path: Path) -> None:
    keys = [uuid4() for _ in range(N)]
    acknowledged: dict[UUID, int] = {}
    with Instance(tmp_path) as house:
        over = threading.Event()
        killed: Counter[str] = Counter()
        killer = threading.Thread(target=_kill_now_and_then, args=(house, over, acknowledged, killed))
        killer.start()
        _send_all(house, keys, acknowledged)
        over.set()
        killer.join()
        _wait_until_up(house)
        found = _stored(house, keys)

    print(f"{N} submissions, killed: {dict(killed)}, sent again: {sum(n - 1 for n in acknowledged.values())}")
    assert sum(killed.values()) >= N // 80, "too few kills to prove anything"
    assert set(acknowledged) == set(keys)
    assert found == Counter(keys), "an acknowledged submission is lost or stands twice"


def _send_all(house: Instance, keys: list[UUID], acknowledged: dict[UUID, int]) -> None:
    waiting: Queue[UUID] = Queue()
    for key in keys:
        waiting.put(key)
    threads = [threading.Thread(target=_client, args=(house, waiting, acknowledged)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=1500)
        assert not thread.is_alive(), "a client never got an answer"


def _client(house: Instance, waiting: Queue[UUID], acknowledged: dict[UUID, int]) -> None:
    visitor, token = _entered(house)
    while True:
        try:
            key = waiting.get_nowait()
        except Empty:
            visitor.close()
            return
        tries = 0
        while key not in acknowledged:
            tries += 1
            try:
                status, where = visitor.send(token, BODY, key)
            except (OSError, http.client.HTTPException):
                visitor.close()
                time.sleep(0.2)
                visitor, token = _entered(house)
                continue
            if (status, where) == (302, "/receipt/"):
                acknowledged[key] = tries
            else:
                time.sleep(0.1)


def _entered(house: Instance) -> tuple[Visitor, str]:
    """A visitor who has read the instruction, however often the server has to be asked."""
    while True:
        visitor = Visitor(house.port)
        try:
            return visitor, visitor.read_instruction()
        except (OSError, AssertionError, http.client.HTTPException):
            visitor.close()
            time.sleep(0.3)


def _kill_now_and_then(
    house: Instance, over: threading.Event, acknowledged: dict[UUID, int], killed: Counter[str]
) -> None:
    """Always in the middle of work: the next one dies a few dozen submissions after the last one was mourned."""
    chance = random.Random(463)
    goal = chance.randrange(10, 50)
    while not over.wait(chance.uniform(0.01, 0.1)):
        if len(acknowledged) < goal:
            continue
        goal = len(acknowledged) + chance.randrange(10, 70)
        victim = chance.choice(VICTIMS)
        pids = house.pids(victim)
        if pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(pids), signal.SIGKILL)
                killed[victim] += 1


def _wait_until_up(house: Instance) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            psycopg.connect(house.conninfo, connect_timeout=5).close()
            return
        except (psycopg.OperationalError, StopIteration):
            time.sleep(0.5)
    raise AssertionError("the database did not come back")


def _stored(house: Instance, keys: list[UUID]) -> Counter[UUID]:
    with psycopg.connect(house.conninfo) as connection:
        rows = connection.execute(
            "SELECT submission_key FROM appeals_appeal WHERE submission_key = ANY(%s)", [keys]
        )
        return Counter(row[0] for row in rows)

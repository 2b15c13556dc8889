"""A storm of notices: do they drain, how fast, and does a citizen at the portal feel it? In one run the portal is asked at a
steady pace before, during and after; the letters go by SMTP to a sink on this machine that tells them apart by their
Message-ID, so that one lost or sent twice is seen.

python -m bench.storm [--n 100000] [--calm 60] [--pace 4] [--longest 3600]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import socketserver
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from bench.instance import Instance
from bench.visitor import Visitor

PAGES = ("/", "/track/", "/submit/", "/heads/", "/instruction/")
LONGEST = 3600  # seconds a drain may take unless told
INSERT = """
WITH known AS (SELECT array_agg(id) AS ids FROM appeals_appeal)
  INSERT INTO outbox_notice (id, code, channel, address, language, appeal_id, facts, created_at, state, attempts,
    last_error, reference, n_parts, fate, handled_by, handled_how)
  SELECT gen_random_uuid(), 'appeal_registered', 'email', 'citizen' || n || '@example.invalid',
    (array['ky', 'ru'])[1 + n %% 2], ids[1 + n %% array_length(ids, 1)], '{}', now(), 'waiting', 0, '', '', 0, '', '', ''
  FROM generate_series(1, %s) AS n, known
"""


TASK = """
INSERT INTO procrastinate_jobs (queue_name, task_name, priority, args)
VALUES ('default', 'drain_line', -10, '{"channel": "email"}')
"""


class _Letters(socketserver.StreamRequestHandler):
    """Takes every letter and keeps its Message-ID."""

    seen: Counter[bytes] = Counter()

    def handle(self) -> None:
        self.wfile.write(b"220 sink\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    if line.lower().startswith(b"message-id:"):
                        self.seen[line.strip()] += 1
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
            if verb == b"QUIT":
                return


class _Sink(socketserver.ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True


def _sink(pipe: Any) -> None:
    with _Sink(("127.0.0.1", 0), _Letters) as server:
        pipe.send(server.server_address[1])
        threading.Thread(target=server.serve_forever, daemon=True).start()
        while pipe.recv() == "count":
            pipe.send((len(_Letters.seen), sum(_Letters.seen.values())))


class Asked:
    """One citizen who opens a page so many times a second, in a thread of his own, until `stop`."""

    def __init__(self, port: int, pace: float) -> None:
        self.times: list[float] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go, args=(port, pace))
        self._thread.start()

    def _go(self, port: int, pace: float) -> None:
        visitor, n = Visitor(port), 0
        while not self._over.wait(1 / pace):
            start = time.perf_counter()
            status, _, _ = visitor.ask("GET", PAGES[n % len(PAGES)])
            self.times.append((time.perf_counter() - start) * 1000)
            assert status in (200, 302), (PAGES[n % len(PAGES)], status)
            n += 1

    def stop(self) -> dict[str, Any]:
        self._over.set()
        self._thread.join()
        every = sorted(self.times)
        return {
            "n": len(every),
            "p50_ms": round(statistics.median(every), 1),
            "p95_ms": round(every[int(len(every) * 0.95) - 1], 1),
            "slowest_ms": round(every[-1], 1),
        }


def measure(house: Instance, sink: Any, args: argparse.Namespace) -> dict[str, Any]:
    _calm(house, 10, args.pace)  # warm
    before = _calm(house, args.calm, args.pace)
    with psycopg.connect(house.conninfo, autocommit=True) as connection:
        _wait_until_sent(connection)
        sink.send("count")
        earlier = sink.recv()
        start = time.monotonic()
        connection.execute(INSERT, [args.n])
        connection.execute(TASK)
        filled = time.monotonic() - start
        asked, loads = Asked(house.port, args.pace), [os.getloadavg()[0]]
        start = time.monotonic()
        while _n_waiting(connection) and time.monotonic() - start < args.longest:
            time.sleep(2)
            loads.append(os.getloadavg()[0])
        took = time.monotonic() - start
        during = asked.stop()
        states = dict(
            connection.execute("SELECT state, count(*) FROM outbox_notice GROUP BY state").fetchall()
        )
        left = connection.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'").fetchone()
    sink.send("count")
    letters, copies = (now - then for now, then in zip(sink.recv(), earlier, strict=True))
    return {
        "n": args.n,
        "written_in_seconds": round(filled, 1),
        "drained_in_seconds": round(took, 1),
        "a_second": round(letters / took, 1),
        "letters": letters,
        "sent_twice": copies - letters,
        "states": states,
        "tasks_left": left[0] if left else 0,
        "portal": {"before": before, "during": during, "after": _calm(house, args.calm, args.pace)},
        "load": {"least": min(loads), "most": max(loads), "cores": os.cpu_count()},
    }


def _calm(house: Instance, seconds: float, pace: float) -> dict[str, Any]:
    asked = Asked(house.port, pace)
    time.sleep(seconds)
    return asked.stop()


def _n_waiting(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute(
        "SELECT count(*) FROM outbox_notice WHERE state IN ('waiting', 'passed')"
    ).fetchone()
    return int(row[0]) if row else 0


def _wait_until_sent(connection: psycopg.Connection[Any]) -> None:
    for _ in range(60):
        if not _n_waiting(connection):
            return
        time.sleep(1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.storm", description=__doc__)
    parser.add_argument("--n", type=int, default=100_000, help="letters of the storm")
    parser.add_argument("--calm", type=float, default=60, help="seconds of quiet before and after")
    parser.add_argument("--longest", type=float, default=LONGEST, help="seconds after which it is stopped")
    parser.add_argument("--pace", type=float, default=4, help="pages a second")
    args = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_sink, args=(theirs,), daemon=True)
    process.start()
    with tempfile.TemporaryDirectory(prefix=f"kairyluu-storm-{uuid4().hex[:6]}-") as home:
        house = Instance(Path(home))
        mail = {"HOST": "127.0.0.1", "PORT": str(ours.recv()), "PLAIN": "1"}
        house.environment |= {f"KAIRYLUU_SMTP_{name}": value for name, value in mail.items()}
        with house:
            print(json.dumps(measure(house, ours, args), ensure_ascii=False, indent=2))
    ours.send("stop")
    process.join(10)
    return 0


if __name__ == "__main__":
    sys.exit(main())

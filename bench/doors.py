"""What the API takes and tells: submissions per second at eight clients, and how quickly a program that takes everything at
once is told of them by webhooks. `python -m bench.doors [--seconds 6] [--events 500]`, an instance of its own, everything on
this machine."""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import os
import statistics
import tempfile
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg

from bench.instance import Instance

BODY, CLERK = "da-o-alai", "registrar@alai.example"
SECRET = "kairyluu_only-for-the-bench"  # noqa: S105 - of a program that lives as long as the bench
CLIENTS = 8
PATIENCE = 300  # seconds until every event must have been told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.doors", description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--events", type=int, default=500, help="sent at least, for the webhooks")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairyluu-bench-") as home, Instance(Path(home)) as house:
        print(json.dumps(measure(house, args.seconds, args.events), indent=2))
    return 0


def measure(house: Instance, seconds: float, n_events: int) -> dict[str, Any]:
    before = os.getloadavg()[0]
    arrivals, server = _receiver()
    with psycopg.connect(house.conninfo, autocommit=True) as connection:
        _open_program(connection, f"http://127.0.0.1:{server.server_address[1]}/")
    rates: list[float] = []
    times: list[float] = []
    while len(times) < n_events or not rates:
        found = _sent_for(house.port, seconds)
        times += found
        rates.append(len(found) / seconds)
    expected = len(times)
    deadline = time.monotonic() + PATIENCE
    while len(arrivals) < expected and time.monotonic() < deadline:
        time.sleep(0.2)
    told = list(arrivals)
    server.shutdown()
    return {
        "load_before": round(before, 1),
        "load_after": round(os.getloadavg()[0], 1),
        "clients": CLIENTS,
        "api_submissions_per_second": [round(one, 1) for one in rates],
        "api_milliseconds": {
            "median": round(1000 * statistics.median(times), 1),
            "p95": round(1000 * statistics.quantiles(times, n=20)[-1], 1),
        },
        "events": expected,
        "events_told": len(told),
        "webhooks_per_second": round(len(told) / max(told[-1] - told[0], 0.001), 1)
        if len(told) > 1
        else None,
    }


def _receiver() -> tuple[list[float], ThreadingHTTPServer]:
    """Notes when each message came."""
    arrivals: list[float] = []

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            arrivals.append(time.monotonic())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return arrivals, server


def _open_program(connection: psycopg.Connection[Any], address: str) -> None:
    program = uuid.uuid4()
    connection.execute(
        "INSERT INTO exchange_program (id, name, body_id, official_id, scopes, digest, ends_with, opened_at, ends_on) "
        "SELECT %s, 'bench', body.id, account.official_id, ARRAY['appeals.send', 'webhooks'], %s, 'ench', now(), "
        "current_date + 9 FROM agencies_body body, people_account account "
        "WHERE body.code = %s AND account.email = %s",
        [program, hashlib.sha256(SECRET.encode()).hexdigest(), BODY, CLERK],
    )
    connection.execute(
        "INSERT INTO exchange_webhook (id, program_id, address, events, generation, made_at, n_failures) "
        "VALUES (%s, %s, %s, ARRAY['appeal.received'], 1, now(), 0)",
        [uuid.uuid4(), program, address],
    )


def _sent_for(port: int, seconds: float) -> list[float]:
    """How long each submission took, of all clients together."""
    times: list[float] = []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=_send_until, args=(port, until, times)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _send_until(port: int, until: float, times: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/api/v1/instruction")
    version = json.loads(connection.getresponse().read())["version"]
    while time.monotonic() < until:
        began = time.monotonic()
        connection.request("POST", "/api/v1/appeals", _appeal(version), _headers())
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 201:
            raise RuntimeError(f"{answer.status}: {content.decode()}")
        times.append(time.monotonic() - began)


def _headers() -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "Idempotency-Key": str(uuid.uuid4()),
    }


def _appeal(version: str) -> bytes:
    """Of anybody, so that it is counted by address, which the bench's instance does not."""
    person = {"surname": "Үлгүбаева", "given_name": "Айгүл", "phone": "0700123456"}
    sent = {
        "body": BODY,
        "kind": "application",
        "subject": f"Айылда таза суу жок {uuid.uuid4().hex[:8]}",
        "text": "Үч жумадан бери айылда таза суу жок. Насос иштебей калды. Оңдоп берүүңүздөрдү суранам.",
        "reply_language": "ky",
        "applicant": person | {"territory": "kg-o-alai", "address": "Гүлчө айылы, Манас көчөсү, 5"},
        "instruction_version": version,
        "consent": True,
    }
    return json.dumps(sent).encode()


if __name__ == "__main__":
    raise SystemExit(main())

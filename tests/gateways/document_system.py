"""A document system on this machine, in a process of its own: real HTTP, the protocol of `gateways/document_systems/http.py`,
faults on demand. Started as a script it prints its port and serves until its input ends.

What it does next is told to it at `/faults` as a JSON list, one word a request: `500`, `slow`, `lost` (it registers and
hangs up without a word), `pending` (202), `duplicate` (the number it gave last), `refused` (400), `forget` (202 and nothing
kept). What it has registered stands at `/registered`, the requests at `/requests`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SLOW = 1.2  # seconds


@dataclass(frozen=True)
class StandIn:
    """`address` is what a body's row names; `root` the stand-in itself."""

    root: str

    @property
    def address(self) -> str:
        return f"{self.root}/registrations"

    def do_next(self, *faults: str) -> None:
        request = urllib.request.Request(f"{self.root}/faults", json.dumps(faults).encode(), method="PUT")
        urllib.request.urlopen(request, timeout=5).close()

    def registered(self) -> dict[str, Any]:
        return dict(self._read("registered"))

    def requests(self) -> list[str]:
        return list(self._read("requests"))

    def _read(self, what: str) -> Any:
        with urllib.request.urlopen(f"{self.root}/{what}", timeout=5) as answer:
            return json.loads(answer.read())


@contextmanager
def stand_in() -> Iterator[StandIn]:
    process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    try:
        yield StandIn(root=f"http://127.0.0.1:{int(process.stdout.readline())}")
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(10)


class Handler(BaseHTTPRequestHandler):
    faults: list[str] = []
    kept: dict[str, Any] = {}
    asked: list[str] = []
    lock = threading.Lock()

    def do_GET(self) -> None:
        what, _, key = self.path.strip("/").partition("/")
        if what != "registrations":
            self._say(200, self.kept if what == "registered" else self.asked)
            return
        self.asked.append("GET")
        self._say(200 if key in self.kept else 404, self.kept.get(key, {}).get("said", {}))

    def do_PUT(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        what, _, key = self.path.strip("/").partition("/")
        if what == "faults":
            self.faults[:] = sent
            self._say(200, {})
            return
        with self.lock:
            self.asked.append("PUT")
            fault = self.faults.pop(0) if self.faults else ""
        if fault.isdigit() or fault in ("refused", "forget"):
            self._say({"refused": 400, "forget": 202}.get(fault) or int(fault), {})
            return
        said = self._register(key, sent, is_double=fault == "duplicate")
        if fault == "slow":
            time.sleep(SLOW)
        if fault == "lost":
            self.close_connection = True
            return
        self._say(202 if fault == "pending" else 201, {} if fault == "pending" else said)

    def _register(self, key: str, sent: dict[str, Any], *, is_double: bool) -> dict[str, str]:
        with self.lock:
            n = len(self.kept) if is_double else len(self.kept) + 1
            said = {"number": f"Э-{n:03}", "registered_on": "2026-03-10"}
            row = self.kept.setdefault(key, {"said": said, "sent": sent, "times": 0})
            row["times"] += 1
            row["token"] = self.headers.get("Authorization", "")
            return dict(row["said"])

    def _say(self, code: int, said: object) -> None:
        content = json.dumps(said).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        pass


def serve() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    serve()

"""A carrier of short messages on this machine: real HTTP, the protocol of `gateways/reach/http.py`, everything kept."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class StandIn:
    """`taken` are the messages by key, with the moment each arrived first; `answers` are codes to answer with
    instead, the next one first; `fates` what is said of a reference."""

    address: str = ""
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    came_at: dict[str, float] = field(default_factory=dict)
    n_requests: int = 0
    answers: list[int] = field(default_factory=list)
    fates: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)


@contextmanager
def stand_in() -> Iterator[StandIn]:
    kept = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            kept.n_requests += 1
            kept.tokens.append(self.headers.get("Authorization", ""))
            if kept.answers:
                self._say(kept.answers.pop(0), {})
                return
            kept.came_at.setdefault(sent["key"], time.time())
            kept.taken.setdefault(sent["key"], sent)
            self._say(201, {"reference": f"ref-{sent['key']}"})

        def do_GET(self) -> None:
            self._say(200, kept.fates.get(self.path.rpartition("/")[2], {"state": "on_its_way"}))

        def _say(self, code: int, said: dict[str, str]) -> None:
            content = json.dumps(said).encode()
            self.send_response(code)
            if code in (301, 302):
                self.send_header("Location", kept.address)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.address = f"http://127.0.0.1:{server.server_address[1]}/messages"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

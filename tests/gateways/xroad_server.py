"""A security server of X-Road with a document system behind it, in a process of its own: TLS with client certificates, the
Message Protocol for REST as PR-REST 4.1-4.7 says, faults on demand. Started as a script with a folder it writes certificates
there, prints its port and serves until its input ends.

What it does next is told to it at `/faults`, one word a call: `500`, `503`, `429`, `slow`, `lost` (it keeps the message and
hangs up), `text` (words where JSON is promised), `empty` (204), `pending` (202), `duplicate` (the number it gave last),
`refused` (400), `forget` (202 and nothing kept), `other` (an answer under another X-Road-Id), `xroad:<type>` (X-Road itself
fails). What the document system has stands at `/kept`, in the order in which it came; the calls at `/calls`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

SERVICE = "central-server/GOV/70000099/edms/appeals"
CLIENT = "central-server/GOV/70000011/kairyluu"
SLOW = 1.2  # seconds
CALL = re.compile(
    r"/r1/([^/?]+)/([^/?]+)/([^/?]+)/([^/?]+)/([^/?]+)/messages(?:/([0-9a-f-]{36}))?(?:\?(.*))?"
)
PARTS = 4


@dataclass(frozen=True)
class SecurityServer:
    """`address` is what a body's row names; `tls` the folder with our certificates."""

    address: str
    tls: Path

    def do_next(self, *faults: str) -> None:
        self._call("faults", json.dumps(faults).encode())

    def keep(self, key: str, said: dict[str, Any]) -> None:
        """As if somebody there had written it."""
        self._call("keep", json.dumps({key: said}).encode())

    def kept(self) -> dict[str, Any]:
        return dict(self._call("kept"))

    def calls(self) -> list[dict[str, Any]]:
        return list(self._call("calls"))

    def _call(self, what: str, data: bytes | None = None) -> Any:
        context = ssl.create_default_context(cafile=str(self.tls / "server.pem"))
        context.load_cert_chain(str(self.tls / "client.pem"), str(self.tls / "client.key"))
        request = urllib.request.Request(f"{self.address}/{what}", data, method="PUT" if data else "GET")
        with urllib.request.urlopen(request, timeout=10, context=context) as answer:
            return json.loads(answer.read())


@contextmanager
def security_server(tls: Path) -> Iterator[SecurityServer]:
    arguments = [sys.executable, __file__, str(tls)]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    try:
        yield SecurityServer(address=f"https://localhost:{int(process.stdout.readline())}", tls=tls)
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(10)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    faults: list[str] = []
    kept_rows: dict[str, Any] = {}
    heard: list[dict[str, Any]] = []
    lock = threading.Lock()

    def do_GET(self) -> None:
        self._do(b"")

    def do_PUT(self) -> None:
        self._do(self.rfile.read(int(self.headers["Content-Length"])))

    def _do(self, body: bytes) -> None:
        told = {"/faults": self._faults, "/keep": self._keep}.get(self.path)
        if told:
            told(json.loads(body))
            self._say(200, {})
        elif self.path in ("/kept", "/calls"):
            self._say(200, self.kept_rows if self.path == "/kept" else self.heard)
        else:
            self._proxy(body)

    def _faults(self, told: Any) -> None:
        with self.lock:
            self.faults[:] = told

    def _keep(self, told: Any) -> None:
        with self.lock:
            self.kept_rows.update(told)

    def _proxy(self, body: bytes) -> None:
        """The security server: form of the call, the client, the service; then what lies behind it."""
        call, client = CALL.fullmatch(self.path), self.headers.get("X-Road-Client", "")
        if call is None or len([part for part in client.split("/") if part]) != PARTS:
            self._xroad_error(400, "Client.BadRequest")
            return
        service = "/".join(call.groups()[:5])
        with self.lock:
            fault = self.faults.pop(0) if self.faults else ""
            self.heard.append({"method": self.command, "headers": dict(self.headers), "fault": fault})
        if service != SERVICE or fault.startswith("xroad:"):
            self._xroad_error(500, fault[6:] or "Server.ServerProxy.UnknownService")
            return
        digest = hashlib.sha512(hashlib.sha512(str(self.headers).encode()).digest())
        if body:
            digest.update(hashlib.sha512(body).digest())
        self.extra = {
            "X-Road-Client": client,
            "X-Road-Service": service,
            "X-Road-Id": str(uuid4()) if fault == "other" else self.headers.get("X-Road-Id", str(uuid4())),
            "X-Road-Request-Id": str(uuid4()),
            "X-Road-Request-Hash": base64.b64encode(digest.digest()).decode(),
        }
        self._provide(call.group(6), body, fault)

    def _provide(self, key: str | None, body: bytes, fault: str) -> None:
        """The document system itself."""
        if fault.isdigit() or fault in ("refused", "forget"):
            self._say({"refused": 400, "forget": 202}.get(fault) or int(fault), {})
        elif fault == "text":
            self._say(200, "Column is null")
        elif fault == "empty" or (self.command == "GET" and key and key not in self.kept_rows):
            self._say(204, None)
        elif key is None:
            self._say(
                200,
                {
                    "registrations": [
                        row["said"] | {"key": k} for k, row in self.kept_rows.items() if row["said"]
                    ]
                },
            )
        elif self.command == "GET":
            self._say(200, self.kept_rows[key]["said"])
        else:
            self._put(key, json.loads(body), fault)

    def _put(self, key: str, sent: dict[str, Any], fault: str) -> None:
        said = self._register(key, sent, is_double=fault == "duplicate")
        if fault == "slow":
            time.sleep(SLOW)
        if fault == "lost":
            self.close_connection = True
            return
        self._say(202 if fault == "pending" else 201, {} if fault == "pending" else said)

    def _register(self, key: str, sent: dict[str, Any], *, is_double: bool) -> dict[str, str]:
        with self.lock:
            n = sum(1 for row in self.kept_rows.values() if row["said"]) + (not is_double)
            is_entry = sent["format"] == "kairyluu-second-entry/1"
            said = {"number": f"Э-{n:03}", "registered_on": "2026-03-10", "kind": sent.get("kind", "")}
            row = self.kept_rows.setdefault(key, {"said": said if is_entry else {}, "sent": sent, "times": 0})
            row["times"] += 1
            return dict(row["said"])

    def _xroad_error(self, status: int, error: str) -> None:
        self.extra = {"X-Road-Error": error}
        self._say(status, {"type": error, "message": "It failed in X-Road.", "detail": str(uuid4())})

    extra: dict[str, str] = {}

    def _say(self, status: int, said: object) -> None:
        content = said.encode() if isinstance(said, str) else json.dumps(said).encode()
        self.send_response(status)
        for name, value in self.extra.items():
            self.send_header(name, value)
        self.extra = {}
        kind = "text/plain" if isinstance(said, str) else "application/json;charset=utf-8"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(0 if said is None else len(content)))
        self.end_headers()
        if said is not None:
            self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        pass


def write_certificates(folder: Path) -> None:
    """Two self-signed ones, as between an information system and its security server: each trusts the other's alone."""
    import datetime as dt
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    folder.mkdir(parents=True, exist_ok=True)
    now = dt.datetime.fromtimestamp(time.time(), dt.UTC)
    for name in ("server", "client"):
        key = ec.generate_private_key(ec.SECP256R1())
        who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        made = (
            x509.CertificateBuilder()
            .subject_name(who)
            .issuer_name(who)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=2))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        (folder / f"{name}.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
        (folder / f"{name}.key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


def serve(folder: Path) -> None:
    write_certificates(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    context.load_verify_locations(folder / "client.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))

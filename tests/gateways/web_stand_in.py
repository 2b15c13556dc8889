"""Two services on this machine by real HTTP: Telegram's Bot API, and a push service that opens what browsers open."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

Answer = tuple[int, Any]


@dataclass
class TelegramStandIn:
    """`said` are the messages sent; `updates` what people wrote; `answers` codes to answer with first."""

    token: str = "42:secret"
    address: str = ""
    said: list[dict[str, Any]] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def writes(self, chat: int, text: str, *, language: str = "ky") -> None:
        self._came(chat, {"message": self._message(chat, language) | {"text": text}})

    def presses(self, chat: int, code: str) -> None:
        press = {"id": f"p{len(self.updates)}", "from": {"id": chat}, "data": code}
        self._came(chat, {"callback_query": press | {"message": self._message(chat, "ky")}})

    def _message(self, chat: int, language: str) -> dict[str, Any]:
        who = {"id": chat, "first_name": "Айгүл", "username": "aigul", "language_code": language}
        return {"message_id": 1, "chat": {"id": chat, "type": "private"}, "from": who}

    def _came(self, chat: int, what: dict[str, Any]) -> None:
        self.updates.append({"update_id": len(self.updates) + 1} | what)

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> Answer:
        if self.answers:
            return self.answers.pop(0), {"ok": False}
        said, method = json.loads(body), path.rpartition("/")[2]
        if path != f"/bot{self.token}/{method}":
            return 401, {"ok": False}
        if method == "getUpdates":
            return 200, {"ok": True, "result": [u for u in self.updates if u["update_id"] >= said["offset"]]}
        if method == "answerCallbackQuery":
            self.pressed.append(said["callback_query_id"])
            return 200, {"ok": True, "result": True}
        self.said.append(said)
        return 200, {"ok": True, "result": {"message_id": len(self.said)}}


@dataclass
class PushStandIn:
    """A push service and the browser behind it: opens each message with the browser's keys, checks who signed it."""

    address: str = ""
    shown: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = b"0123456789abcdef"

    def subscription(self) -> dict[str, Any]:
        point = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        keys = {"p256dh": _written(point), "auth": _written(self.auth)}
        return {"endpoint": f"{self.address}/browser/1", "keys": keys}

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> Answer:
        import http_ece

        if self.answers:
            return self.answers.pop(0), None
        opened = http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        self.shown.append(json.loads(opened))
        self.headers.append(headers | {"claims": json.dumps(_checked(headers["authorization"]))})
        return 201, None


def _checked(authorization: str) -> dict[str, Any]:
    """The claims of a VAPID header (RFC 8292) whose signature is right; raises where it is not."""
    parts = dict(part.strip().split("=", 1) for part in authorization.removeprefix("vapid ").split(","))
    head, claims, signature = parts["t"].split(".")
    raw = _read(signature)
    dss = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _read(parts["k"]))
    public.verify(dss, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    return json.loads(_read(claims)) | {"k": parts["k"]}


def _written(said: bytes) -> str:
    return base64.urlsafe_b64encode(said).rstrip(b"=").decode()


def _read(said: str) -> bytes:
    return base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))


@contextmanager
def served(service: Any) -> Iterator[Any]:
    """`service.answer(path, headers, body)` behind an address of its own."""
    answering: Callable[[str, dict[str, str], bytes], Answer] = service.answer

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            code, said = answering(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            content = b"" if said is None else json.dumps(said).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

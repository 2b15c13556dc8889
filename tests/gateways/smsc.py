"""A message centre on this machine that speaks SMPP 3.4 by bytes of its own, so that it shares no mistake with the client:
bind, submit_sm, receipts by deliver_sm, enquire_link, unbind; faults on demand."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

BINDS, SUBMIT, DELIVER, UNBIND, ENQUIRE = (0x1, 0x2, 0x9), 0x4, 0x5, 0x6, 0x15
RESPONSE = 0x80000000
MESSAGE_PAYLOAD, USER_REFERENCE = 0x0424, 0x0204


@dataclass
class Submitted:
    to: str
    sender: str
    esm_class: int
    coding: int
    registered: int
    content: bytes
    reference: int

    @property
    def text(self) -> str:
        body = self.content[1 + self.content[0] :] if self.esm_class & 0x40 else self.content
        return body.decode("utf-16-be") if self.coding == 8 else body.decode("ascii")


@dataclass
class Centre:
    """`faults` are statuses that the next messages are answered with, or `lost` for no answer at all; `receipts` go to
    the next who binds as a receiver, each (id, stat); `asks_link` sends enquire_link before each answer."""

    address: str = ""
    password: str = "secret"
    taken: list[Submitted] = field(default_factory=list)
    faults: list[int | str] = field(default_factory=list)
    receipts: list[tuple[str, str]] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    binds: list[int] = field(default_factory=list)
    n_unbound: int = 0
    n_links: int = 0
    asks_link: bool = False


class _Conversation(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        while head := self._exactly(16):
            length, command, _status, sequence = struct.unpack(">LLLL", head)
            body = self._exactly(length - 16) if length > 16 else b""
            if not self._answer(command, sequence, body):
                return

    def _answer(self, command: int, sequence: int, body: bytes) -> bool:
        centre = self.server.centre
        if command in BINDS:
            centre.binds.append(command)
            is_right = body.split(b"\0")[1].decode() == centre.password
            self._say(command | RESPONSE, 0 if is_right else 0xE, sequence, b"SMSC\0")
            if is_right and command != 0x2:
                for n, (reference, stat) in enumerate(centre.receipts, start=1):
                    self._say(DELIVER, 0, 9000 + n, _receipt(reference, stat))
                centre.receipts.clear()
        elif command == SUBMIT:
            return self._submitted(sequence, body)
        elif command == DELIVER | RESPONSE:
            centre.acknowledged.append(sequence)
        elif command == ENQUIRE | RESPONSE:
            centre.n_links += 1
        elif command == UNBIND:
            centre.n_unbound += 1
            self._say(UNBIND | RESPONSE, 0, sequence, b"")
        return True

    def _submitted(self, sequence: int, body: bytes) -> bool:
        centre = self.server.centre
        fault = centre.faults.pop(0) if centre.faults else 0
        if centre.asks_link:
            self._say(ENQUIRE, 0, 77, b"")
        if isinstance(fault, int) and fault:
            self._say(SUBMIT | RESPONSE, fault, sequence, b"\0")
            return True
        centre.taken.append(_submission(body))
        if fault == "lost":
            return False
        self._say(SUBMIT | RESPONSE, 0, sequence, b"%08X\0" % (0xABC0 + len(centre.taken)))
        return True

    def _say(self, command: int, status: int, sequence: int, body: bytes) -> None:
        self.request.sendall(struct.pack(">LLLL", 16 + len(body), command, status, sequence) + body)

    def _exactly(self, n: int) -> bytes:
        got = b""
        while len(got) < n:
            try:
                more = self.request.recv(n - len(got))
            except OSError:
                return b""
            if not more:
                return b""
            got += more
        return got


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address = True, True

    def __init__(self, centre: Centre) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.centre = centre


@contextmanager
def smsc() -> Iterator[Centre]:
    centre = Centre()
    with _Server(centre) as server:
        centre.address = f"smpp://kairyluu@127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield centre
        finally:
            server.shutdown()
            thread.join()


def _submission(body: bytes) -> Submitted:
    _service, rest = body.split(b"\0", 1)
    sender, rest = rest[2:].split(b"\0", 1)
    to, rest = rest[2:].split(b"\0", 1)
    esm_class = rest[0]
    _scheduled, rest = rest[3:].split(b"\0", 1)
    _valid, rest = rest.split(b"\0", 1)
    registered, _replace, coding, _default, size = rest[:5]
    content, rest = rest[5 : 5 + size], rest[5 + size :]
    more = dict(_fields(rest))
    reference = int.from_bytes(more.get(USER_REFERENCE, b""), "big")
    content = more.get(MESSAGE_PAYLOAD, content)
    return Submitted(to.decode(), sender.decode(), esm_class, coding, registered, content, reference)


def _fields(rest: bytes) -> Iterator[tuple[int, bytes]]:
    while rest:
        tag, length = struct.unpack(">HH", rest[:4])
        yield tag, rest[4 : 4 + length]
        rest = rest[4 + length :]


def _receipt(reference: str, stat: str) -> bytes:
    """As services write it (SMPP 3.4, appendix B)."""
    text = (
        f"id:{reference} sub:001 dlvrd:001 submit date:2603101000 done date:2603101001 "
        f"stat:{stat} err:000 text:Kairyluu"
    ).encode()
    addresses = b"\0" + b"\1\1996700000004\0" + b"\5\0Kairyluu\0"
    return addresses + b"\x04\0\0" + b"\0\0" + b"\0\0\0\0" + bytes([len(text)]) + text

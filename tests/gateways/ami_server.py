"""An Asterisk as its manager interface speaks (https://docs.asterisk.org, "AMI v2 Specification" and the pages of the
events): greeting, login by ActionID, events. It says what it was given, in whatever pieces, and hangs up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

USER, SECRET = "kairyluu", "s3cret"
GREETING = b"Asterisk Call Manager/7.0.3\r\n"


def packet(**lines: str) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode() + b"\r\n"


BOOTED = packet(Event="FullyBooted", Privilege="system,all", Uptime="86400", Status="Fully Booted")


def channel(event: str, unique: str, linked: str, **more: str) -> bytes:
    """An event of a channel with the headers Asterisk gives each."""
    common = {
        "Privilege": "call,all",
        "Channel": f"PJSIP/trunk-{unique}",
        "ChannelState": "4",
        "ChannelStateDesc": "Ring",
        "CallerIDNum": "0700000004",
        "CallerIDName": "<unknown>",
        "ConnectedLineNum": "<unknown>",
        "Language": "ky",
        "AccountCode": "",
        "Context": "from-trunk",
        "Exten": "51184",
        "Priority": "1",
        "Uniqueid": unique,
        "Linkedid": linked,
    }
    return packet(Event=event, **common | more)


@dataclass
class Server:
    """`logins` are the packets with which somebody tried to log in, `heard` all packets."""

    port: int = 0
    logins: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)


@contextmanager
def ami_server(visits: Sequence[Sequence[bytes]], at_end: Callable[[], None]) -> Iterator[Server]:
    """One visit after the other; before the last one hangs up, `at_end` is called."""
    kept, listener = Server(), socket.create_server(("127.0.0.1", 0))
    kept.port = listener.getsockname()[1]

    def serve() -> None:
        for n, pieces in enumerate(visits, 1):
            try:
                caller, _ = listener.accept()
            except OSError:
                return
            with caller:
                caller.settimeout(10)
                if _let_in(caller, kept):
                    for piece in pieces:
                        _say(caller, kept, piece)
                if n == len(visits):
                    at_end()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        listener.close()
        thread.join(10)


def _let_in(caller: socket.socket, kept: Server) -> bool:
    caller.sendall(GREETING[:9])
    caller.sendall(GREETING[9:])
    login = _read(caller)
    kept.logins.append(login)
    action = login.partition("ActionID: ")[2].partition("\r\n")[0]
    is_right = f"Username: {USER}\r\n" in login and f"Secret: {SECRET}\r\n" in login
    if not is_right:
        caller.sendall(packet(Response="Error", ActionID=action, Message="Authentication failed"))
        return False
    # Events may come before the answer to the login.
    caller.sendall(BOOTED + packet(Response="Success", ActionID=action, Message="Authentication accepted"))
    return True


def _say(caller: socket.socket, kept: Server, piece: bytes) -> None:
    """`?` waits for a ping and answers it."""
    if piece != b"?":
        caller.sendall(piece)
        return
    kept.heard.append(_read(caller))
    caller.sendall(packet(Response="Success", ActionID="kairyluu-ping", Ping="Pong", Timestamp="1.0"))


def _read(caller: socket.socket) -> str:
    got = b""
    while not got.endswith(b"\r\n\r\n"):
        piece = caller.recv(1024)
        if not piece:
            break
        got += piece
    return got.decode()

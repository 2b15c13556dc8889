"""A conversation with Asterisk's manager interface (AMI), as its documentation describes the wire: a greeting line, then
packets of `Key: Value` lines ended by an empty line, all with CR LF. Only logging in, pinging and listening."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from types import TracebackType

QUIET = 30.0  # seconds without a packet until we ask whether anybody is there
MOST = 65_536  # bytes of one packet
_LOGIN, _PING = "kairyluu-login", "kairyluu-ping"
Packet = dict[str, str]


class AmiAway(Exception):
    """The connection is lost or not to be had: come back."""


class AmiRefused(Exception):
    """Name or secret is wrong, or this is no manager interface: coming back helps nothing."""


class AmiSession:
    """As a context: connected and logged in. `secret` goes over the wire in plain words: keep the way to the exchange
    inside one machine or a tunnel."""

    def __init__(self, host: str, port: int, *, user: str, secret: str, quiet: float = QUIET) -> None:
        if any(mark in part for part in (user, secret) for mark in "\r\n"):
            raise AmiRefused("a line end in the name or the secret")
        self.host, self.port, self.user, self.secret, self.quiet = host, port, user, secret, quiet
        self._buffer = b""
        self._early: list[Packet] = []

    def __enter__(self) -> AmiSession:
        try:
            self._socket = socket.create_connection((self.host, self.port), timeout=self.quiet)
        except OSError as away:
            raise AmiAway(type(away).__name__) from away
        try:
            self._log_in()
        except BaseException:
            self._socket.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def events(self) -> Iterator[Packet]:
        """For ever; raises `AmiAway` when the connection ends or two pings stay without any answer."""
        yield from self._early
        n_pings = 0
        while True:
            try:
                packet = self._packet()
            except TimeoutError:
                if (n_pings := n_pings + 1) > 2:
                    raise AmiAway("silent") from None
                self._send(Action="Ping", ActionID=_PING)
                continue
            n_pings = 0
            if "Event" in packet:
                yield packet

    def _log_in(self) -> None:
        try:
            greeting = self._until(b"\r\n")
            if not greeting.startswith(b"Asterisk Call Manager"):
                raise AmiRefused("no manager interface")
            self._send(Action="Login", ActionID=_LOGIN, Username=self.user, Secret=self.secret, Events="call")
            while (packet := self._packet()).get("ActionID") != _LOGIN:
                self._early.append(packet)
        except TimeoutError as slow:
            raise AmiAway("no greeting") from slow
        if packet.get("Response") != "Success":
            raise AmiRefused(packet.get("Message", "refused"))
        self._early = [packet for packet in self._early if "Event" in packet]

    def _send(self, **lines: str) -> None:
        words = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        try:
            self._socket.sendall(f"{words}\r\n".encode())
        except OSError as away:
            raise AmiAway(type(away).__name__) from away

    def _packet(self) -> Packet:
        """The next one that is not empty; a key that comes twice keeps its first value."""
        while True:
            lines = self._until(b"\r\n\r\n").decode(errors="replace").split("\r\n")
            packet: Packet = {}
            for name, mark, value in (line.partition(":") for line in lines):
                if mark:
                    packet.setdefault(name.strip(), value.strip())
            if packet:
                return packet

    def _until(self, mark: bytes) -> bytes:
        """Pieces may be cut anywhere: what came too early stays for the next call, also after a TimeoutError."""
        while mark not in self._buffer:
            if len(self._buffer) > MOST:
                raise AmiAway("packet too long")
            try:
                piece = self._socket.recv(4096)
            except TimeoutError:
                raise
            except OSError as away:
                raise AmiAway(type(away).__name__) from away
            if not piece:
                raise AmiAway("closed")
            self._buffer += piece
        found, _, self._buffer = self._buffer.partition(mark)
        return found

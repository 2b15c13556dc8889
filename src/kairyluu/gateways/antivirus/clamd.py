"""The ClamAV daemon over its socket: `zINSTREAM`, the file in pieces, one line of answer (clamd(8), INSTREAM).

The settings say where it listens: `unix:/run/clamav/clamd.ctl`, `tcp:127.0.0.1:3310`, or nothing for no scanner.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

TIMEOUT = 120  # seconds without a byte: archives take long to unpack
_CONNECT = 5
_CHUNK = 256 * 1024
_MOST = 4096  # bytes of an answer


class ScannerDown(Exception):
    """The scanner does not answer, or answers with a fault: nothing is known about the file."""


@dataclass(frozen=True)
class Verdict:
    """`signature` is the name of what was found."""

    is_clean: bool
    signature: str = ""


def is_configured() -> bool:
    return bool(getattr(settings, "SCANNER", ""))


def scan(content: BinaryIO) -> Verdict:
    """Reads from the beginning; raises `ScannerDown`."""
    content.seek(0)
    with _connected() as wire:
        wire.sendall(b"zINSTREAM\0")
        while chunk := content.read(_CHUNK):
            wire.sendall(struct.pack("!L", len(chunk)) + chunk)
        wire.sendall(struct.pack("!L", 0))
        answer = _answer(wire)
    said = answer.partition(": ")[2]
    if said == "OK":
        return Verdict(is_clean=True)
    if said.endswith(" FOUND"):
        return Verdict(is_clean=False, signature=said.removesuffix(" FOUND")[:200])
    raise ScannerDown(answer[:200] or "no answer")


def lacks() -> str:
    """Empty when the scanner answers, else what is wrong."""
    try:
        with _connected() as wire:
            wire.sendall(b"zPING\0")
            answer = _answer(wire)
    except ScannerDown as down:
        return str(down)
    return "" if answer == "PONG" else answer[:200]


@contextmanager
def _connected() -> Iterator[socket.socket]:
    kind, _, place = str(settings.SCANNER).partition(":")
    try:
        with _open(kind, place) as wire:
            wire.settimeout(TIMEOUT)
            yield wire
    except (OSError, ValueError) as fault:
        raise ScannerDown(
            f"{type(fault).__name__}: {getattr(fault, 'strerror', '') or ''}".strip(": ")
        ) from fault


def _open(kind: str, place: str) -> socket.socket:
    if kind == "tcp":
        host, _, port = place.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=_CONNECT)
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    wire.settimeout(_CONNECT)
    try:
        wire.connect(place)
    except OSError:
        wire.close()
        raise
    return wire


def _answer(wire: socket.socket) -> str:
    read = b""
    while b"\0" not in read and len(read) < _MOST and (more := wire.recv(_MOST)):
        read += more
    return read.partition(b"\0")[0].decode("utf-8", "replace").strip()

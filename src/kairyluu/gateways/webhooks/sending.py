"""One POST to an address that somebody outside chose: https, to a machine of the open internet, without following redirects,
within a time and without reading much of the answer. The name is resolved once and the connection goes to the address that
was judged, so that no second answer of the name server leads inside."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

TIMEOUT = 10  # seconds of each step
ALTOGETHER = 20  # seconds
MOST = 4096  # bytes of an answer that are read


class NotAnAddress(Exception):
    """str() is the code of the fault: not_https, no_host, private_address."""


class NotTaken(Exception):
    """str() is the code of the fault: http_503, away, too_slow, no_such_name, private_address ..."""


def judged(address: str, *, allows_loopback: bool, allows_private: bool) -> SplitResult:
    """Raises `NotAnAddress` for what is never asked; names are resolved when something is sent."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotAnAddress("no_host") from None
    host = parts.hostname or ""
    if not host or parts.username is not None or parts.fragment or port == 0:
        raise NotAnAddress("no_host")
    is_own = _is_loopback(host)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_own and allows_loopback):
        raise NotAnAddress("not_https")
    numeric = _numeric(host)
    if (numeric and not _is_open(numeric, allows_loopback, allows_private)) or (
        is_own and not (allows_loopback or allows_private)
    ):
        raise NotAnAddress("private_address")
    return parts


def send(
    address: str, headers: Mapping[str, str], content: bytes, *, allows_loopback: bool, allows_private: bool
) -> None:
    """Taken with any 2xx. Raises `NotTaken`."""
    try:
        parts = judged(address, allows_loopback=allows_loopback, allows_private=allows_private)
    except NotAnAddress as fault:
        raise NotTaken(str(fault)) from None
    port = parts.port or (443 if parts.scheme == "https" else 80)
    at = _resolved(str(parts.hostname), port, allows_loopback, allows_private)
    status = _posted(parts, port, at, headers, content)
    if not 200 <= status < 300:
        raise NotTaken(f"http_{status}")


def _posted(parts: SplitResult, port: int, at: str, headers: Mapping[str, str], content: bytes) -> int:
    connection = http.client.HTTPConnection(str(parts.hostname), port, timeout=TIMEOUT)
    watch = None
    try:
        plain = socket.create_connection((at, port), timeout=TIMEOUT)
        watch = threading.Timer(ALTOGETHER, _cut, (plain,))
        watch.daemon = True
        watch.start()
        connection.sock = _secured(plain, str(parts.hostname)) if parts.scheme == "https" else plain
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body=content, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(MOST)
        return answer.status
    except TimeoutError:
        raise NotTaken("too_slow") from None
    except ssl.SSLError:
        raise NotTaken("certificate") from None
    except (OSError, http.client.HTTPException, ValueError):
        raise NotTaken("away") from None
    finally:
        if watch:
            watch.cancel()
        connection.close()


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def _cut(connection: socket.socket) -> None:
    """An answer that drips is as none."""
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _resolved(host: str, port: int, allows_loopback: bool, allows_private: bool) -> str:
    """Every address of the name must be one that may be asked."""
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise NotTaken("no_such_name") from None
    for one in found:
        numeric = _numeric(one)
        if numeric is None or not _is_open(numeric, allows_loopback, allows_private):
            raise NotTaken("private_address")
    return sorted(found, key=lambda one: (":" in one, one))[0]


def _is_open(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, allows_loopback: bool, allows_private: bool
) -> bool:
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped is not None:
        address = mapped
    if address.is_loopback:
        return allows_loopback or allows_private
    if address.is_multicast or address.is_unspecified or address.is_link_local or address.is_reserved:
        return False
    return address.is_global or allows_private


def _is_loopback(host: str) -> bool:
    numeric = _numeric(host)
    return host == "localhost" or bool(numeric and numeric.is_loopback)


def _numeric(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None

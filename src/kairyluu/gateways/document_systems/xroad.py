"""A document system behind X-Road (Tunduk): the calls of `http.py` through our own security server, as the X-Road
Message Protocol for REST says (PR-REST 4.1-4.7; domain facts 9.1):

    <method> https://<our security server>/r1/<instance>/<class>/<member>/<subsystem>/<service>/messages/<key>
    X-Road-Client, X-Road-Id (new for each call), X-Road-Issue (our number), X-Road-UserId (KG and the official's code)

`X-Road-Error` marks what X-Road itself refused; without it an error is the provider's. The client certificate and the
security server's own lie in one folder of the installation: `client.pem`, `client.key`, `server.pem`.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from email.message import Message as Headers
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid4

from kairyluu.gateways.document_systems.contract import Connection, Message, SystemAway, SystemRefused
from kairyluu.gateways.document_systems.http import HttpSystem, fault_of, opener
from kairyluu.rules.exchange import xroad
from kairyluu.rules.refusals import Refused

VERSION = "r1"
COUNTRY = "KG"
_PROOFS = ("X-Road-Id", "X-Road-Request-Id", "X-Road-Request-Hash")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class XRoadSystem(HttpSystem):
    """`tls` is the folder of the certificates. Plain HTTP is spoken with a server on this machine alone."""

    def __init__(self, connection: Connection, tls: Path) -> None:
        try:
            service = xroad.written(xroad.parts_of(connection.service, xroad.SERVICE_PARTS))
            self.client = xroad.written(xroad.parts_of(connection.client, xroad.CLIENT_PARTS))
        except Refused as wrong:
            raise SystemRefused(wrong.code) from wrong
        where = urlsplit(connection.address)
        if where.scheme != "https" and not (where.scheme == "http" and where.hostname in _LOOPBACK):
            raise SystemRefused("not_an_address")
        super().__init__(f"{connection.address.rstrip('/')}/{VERSION}/{service}/messages")
        self.service = service
        if where.scheme == "https":
            self.opener = opener(_context(tls))

    def _headers(self, message: Message | None) -> dict[str, str]:
        sent = {"X-Road-Client": self.client, "X-Road-Id": str(uuid4())}
        if message and message.issue:
            sent["X-Road-Issue"] = quote(message.issue, safe=" /.-_")[:200]
        if message and message.user:
            sent["X-Road-UserId"] = COUNTRY + quote(message.user, safe="-._")
        return sent

    def _proof(self, sent: Mapping[str, str], headers: Headers) -> dict[str, str]:
        """The request's hash ties their answer to our question; kept with the registration. An answer under another
        id than ours is another's."""
        answered = headers.get("X-Road-Id")
        if answered and _id(answered) != _id(sent["X-Road-Id"]):
            raise SystemAway("xroad:other_message")
        return {name: str(headers[name])[:200] for name in _PROOFS if headers.get(name)}

    def _fault(self, code: int, headers: Headers, content: bytes) -> Exception:
        error = str(headers.get("X-Road-Error") or "")[:100]
        if not error:
            return fault_of(code)
        return (SystemRefused if xroad.is_final(error) else SystemAway)(f"xroad:{error}")


def _id(value: str) -> UUID | str:
    try:
        return UUID(value)
    except ValueError:
        return value


def _context(tls: Path) -> ssl.SSLContext:
    """Trusts the security server's own certificate and nothing else."""
    try:
        context = ssl.create_default_context(cafile=str(tls / "server.pem"))
        context.load_cert_chain(str(tls / "client.pem"), str(tls / "client.key"))
    except (OSError, ssl.SSLError) as missing:
        raise SystemAway("no_certificate") from missing
    return context
